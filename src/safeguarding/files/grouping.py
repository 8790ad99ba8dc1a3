"""Files of several partnerships: which belong together, and each partnership from its own."""

from __future__ import annotations

import os
from collections.abc import Sequence

from safeguarding.files.faults import Fault
from safeguarding.files.gathering import gathered
from safeguarding.files.loading import STANDARD_INPUT, opened
from safeguarding.files.report import File, invalid
from safeguarding.model import Partnership


def load_each(*paths: str | os.PathLike[str], stdin: bytes | None = None) -> tuple[Partnership, ...]:
    """Read one partnership or more from their files, in the order in which they are first named.

    Args:
        paths: the files, in any order, each with the ``partnership`` that it is of; ``-`` stands for ``stdin``.
        stdin: what was given on standard input.

    Raises:
        InvalidDocumentError: a file cannot be read or holds something that it cannot hold, a log does not say whose
            it is although there are several, or the files of one partnership do not hang together.
    """
    files = [opened(os.fspath(path), stdin) for path in paths]
    if not files:
        raise invalid([File("", faults=[Fault(what="no file is given", do="name one or more files")])])
    found = list(dict.fromkeys(slug for file in files for slug in [_slug(file)] if slug is not None))
    for file in files:
        if file.tree is not None and _slug(file) is None and len(found) > 1:
            what = "it does not say of which partnership it is, and there are several"
            file.faults.append(Fault(what=what, do='add "partnership" with its slug'))
    if any(file.faults for file in files):
        raise invalid(files)
    # Read anew for each: what is wrong with a file that two partnerships share is reported of the first.
    return tuple(
        gathered([opened(file.name if file.name != "<stdin>" else STANDARD_INPUT, stdin) for file in some])
        for some in _groups(files, found)
    )


def _groups(files: Sequence[File], found: Sequence[str]) -> list[list[File]]:
    """Put the files of each partnership together; one that is shared stands with each of those that share it."""
    groups = {slug: [file for file in files if slug in _whose(file)] for slug in found}
    lent = {slug for slug in found if all(len({*_whose(file)} & {*found}) > 1 for file in groups[slug])}
    # Whoever has only files that others share was not asked about, as long as others remain.
    kept = [slug for slug in found if slug not in lent] or list(found)
    several = [groups[slug] for slug in kept]
    loose = [file for file in files if not _whose(file)]
    return [[*some, *loose] for some in several] or [loose]


def _whose(file: File) -> tuple[str, ...]:
    """Return the partnerships that a file says it is of: its own, and those that share it."""
    slug = _slug(file)
    shared = file.tree.get("shared_with") if file.tree is not None else None
    others = [one for one in shared if isinstance(one, str)] if isinstance(shared, list) else []
    return () if slug is None else (slug, *others)


def _slug(file: File) -> str | None:
    """Return the partnership that a file says it is of."""
    slug = file.tree.get("partnership") if file.tree is not None else None
    return slug if isinstance(slug, str) else None
