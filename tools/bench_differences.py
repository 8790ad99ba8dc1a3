"""Measure how long it takes to find what changed between two versions, and how that grows with the number of bodies.

Run ``python -m tools.bench_differences``. Each figure is the best of several runs. The peer is difflib on the lines of
the same two files, which finds what differs in a text and not what it means.
"""

from __future__ import annotations

import platform
from difflib import unified_diff
from functools import partial
from pathlib import Path
from typing import Any

from attrs import evolve

import safeguarding as sg
from safeguarding import Partnership
from safeguarding.model import Body, BodyKind, Line, Seat, Statement, Topic
from tools.bench import best

EXAMPLE = Path(__file__).resolve().parent.parent / "examples" / "cumbria-2019.toml"
RUNS = 5


def another(partnership: Partnership) -> Partnership:
    """Make a version with every third body renamed, the others in another order, and every fifth statement gone."""
    document = partnership.documents[0]
    renamed = [evolve(one, name=f"{one.name} (new)") if n % 3 == 0 else one for n, one in enumerate(document.bodies)]
    kept = tuple(one for n, one in enumerate(document.statements) if n % 5)
    changes: dict[str, Any] = {"bodies": tuple(reversed(renamed)), "statements": kept}
    return evolve(partnership, documents=(evolve(document, **changes),))


def grown(partnership: Partnership, number: int, prefix: str = "b") -> Partnership:
    """Add so many bodies, each with a seat and a line to another one, and as many statements."""
    document = partnership.documents[0]
    agency = document.agencies[0].id
    bodies = tuple(
        Body(
            id=f"{prefix}{n}",
            name=f"Body {n} {prefix}",
            kind=BodyKind.SUBGROUP,
            seats=(Seat(agency=agency), Seat(group=f"class {n % 7}")),
            reports_to=(Line(to=f"{prefix}{n // 3}" if n else document.bodies[0].id),),
        )
        for n in range(number)
    )
    said = tuple(
        Statement(topic=Topic.TRAINING, parts=("commission",), says=f"Course {n} {prefix} is held each year")
        for n in range(number)
    )
    changes: dict[str, Any] = {"bodies": (*document.bodies, *bodies), "statements": (*document.statements, *said)}
    return evolve(partnership, documents=(evolve(document, **changes),))


def main() -> None:
    """Print the tables."""
    text = EXAMPLE.read_text(encoding="utf-8")
    old, again = sg.loads(text), sg.loads(text)
    new = another(old)
    before, after = (sg.dumps(one.documents[0]).splitlines() for one in (old, new))
    peer = best(lambda: list(unified_diff(before, after)), RUNS)
    difference = sg.diff(old, new)
    print(f"Python {platform.python_version()}, {platform.machine()}, {len(text.splitlines())} lines of TOML")
    for name, taken in (
        ("difflib on the lines of both", peer),
        ("diff, with itself read again", best(lambda: sg.diff(old, again), RUNS)),
        (f"diff, {len(difference)} changes", best(lambda: sg.diff(old, new), RUNS)),
        ("applying them", best(lambda: difference.apply(old), RUNS)),
        ("what comes of them", best(lambda: sg.consequences(difference), RUNS)),
        ("all of it as text", best(lambda: sg.difference_as_text(difference), RUNS)),
    ):
        print(f"{name:32} {taken * 1000:9.2f} ms {taken / peer:8.2f} x difflib")
    print("\nbodies, and as many statements    as above    every id another")
    for number in (250, 500, 1000, 2000):
        left = grown(old, number)
        changed = best(partial(sg.diff, left, another(left)), RUNS)
        replaced = best(partial(sg.diff, left, grown(old, number, "z")), RUNS)
        print(f"{number:6} {changed * 1000:34.1f} ms {replaced * 1000:16.1f} ms")


if __name__ == "__main__":
    main()
