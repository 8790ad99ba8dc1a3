"""Say what a change of the rules does to everybody: findings that appear, vanish or change against the recorded ones.

Run ``python tools/effects.py`` after a change of a rule, and read what it did to each example, by rule; then
``python tools/effects.py --record`` writes the assessments again, as ``tests/golden/NAME.json``. A test fails while
what is recorded is not what is found.
"""

from __future__ import annotations

import json
import os
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import safeguarding as sg

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "examples"
GOLDEN = ROOT / "tests" / "golden"
_VOLATILE = ("ruleset", "inputs")
"""What names the rules and the files, and so changes with every byte of either."""

Assessed = dict[str, Any]


def examples() -> dict[str, tuple[Path, ...]]:
    """Return the examples: each with the files that are assessed together."""
    return {path.stem: (path,) for path in sorted(EXAMPLES.glob("*.toml"))}


def found(name: str) -> Assessed:
    """Assess an example, as JSON, without what changes with every byte of the rules or of the file."""
    here = Path.cwd()
    os.chdir(ROOT)
    try:
        partnership = sg.load(*(path.relative_to(ROOT) for path in examples()[name]))
    finally:
        os.chdir(here)
    assessed: Assessed = json.loads(sg.as_json(sg.assess(partnership)))
    return {key: value for key, value in assessed.items() if key not in _VOLATILE}


def recorded(name: str) -> Assessed | None:
    """Return what was recorded of an example; none if it is new."""
    path = GOLDEN / f"{name}.json"
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else None


def effects(before: Assessed | None, after: Assessed) -> Iterator[tuple[str, str]]:
    """Compare two assessments: each difference with the rule that it comes from, in the order of the law.

    Args:
        before: what was recorded; none for nothing.
        after: what is found.
    """
    old = {finding["requirement"]: finding for finding in before["findings"]} if before else {}
    new = {finding["requirement"]: finding for finding in after["findings"]}
    for key in [*new, *(key for key in old if key not in new)]:
        if key not in old:
            yield key, f"appears: {new[key]['outcome']}"
        elif key not in new:
            yield key, f"vanishes: it was {old[key]['outcome']}"
        elif came_out(old[key]) != came_out(new[key]):
            yield key, f"{came_out(old[key])} becomes {came_out(new[key])}: {new[key]['message']}"
        elif old[key] != new[key]:
            what = ", ".join(name for name in new[key] if old[key].get(name) != new[key][name])
            yield key, f"still {new[key]['outcome']}; otherwise: {what}"


def came_out(finding: Assessed) -> str:
    """Say how a finding came out, with what is still possible."""
    open_ = f" ({', '.join(finding['possible'])})" if finding["possible"] else ""
    return f"{finding['outcome']}{open_}"


def by_rule() -> dict[str, list[str]]:
    """Return every difference on every example, by rule."""
    rules: dict[str, list[str]] = defaultdict(list)
    for name in examples():
        for key, what in effects(recorded(name), found(name)):
            rules[key].append(f"{name}: {what}")
    return dict(rules)


def main() -> None:
    """Print what changed, or record what is found."""
    if sys.argv[1:] == ["--record"]:
        GOLDEN.mkdir(exist_ok=True)
        for name in examples():
            text = json.dumps(found(name), ensure_ascii=False, indent=2)
            (GOLDEN / f"{name}.json").write_text(text + "\n", encoding="utf-8")
        print(f"recorded: {', '.join(examples())}")
        return
    rules = by_rule()
    for key, lines in rules.items():
        print(key, *lines, sep="\n  ")
    print(f"{len(rules)} rules come out otherwise than recorded, on {len(examples())} examples")


if __name__ == "__main__":
    main()
