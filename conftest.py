"""Collects the examples in the README, the pages and the docstrings as tests.

It stands at the root because a conftest sees only files beside and below it.
"""

import doctest
from pathlib import Path

import pytest
from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser
from sybil.parsers.rest import DocTestParser
from sybil.sybil import SybilCollection

SRC = Path(__file__).parent / "src"

# Every ```python block runs, plain or with `>>>`; there is no parser for "skip" on purpose.
page = PythonCodeBlockParser(doctest_optionflags=doctest.ELLIPSIS)

pytest_collect_file = SybilCollection(
    [
        Sybil([page], filenames=["README.md"]),
        Sybil([page], path="docs", pattern="*.md"),
        Sybil([DocTestParser(optionflags=doctest.ELLIPSIS)], path="src", pattern="*.py"),
    ]
).pytest()


def pytest_collect_directory(path: Path, parent: pytest.Collector) -> pytest.Dir | None:
    """Treat packages under src as plain folders.

    As packages, pytest would import their `__init__.py` by path, and so test src where the installed wheel is
    meant.
    """
    return pytest.Dir.from_parent(parent, path=path) if path.is_relative_to(SRC) else None
