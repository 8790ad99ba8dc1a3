"""How much of the law is held: every row of the digest, by chapter, level, how it is checked, how it is known."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from attrs import frozen

from safeguarding.law.catalogue import catalogue
from safeguarding.law.requirement import Requirement

CHAPTERS = {
    "ch1": "Chapter 1, assessing need and providing help",
    "ch2": "Chapter 2, organisational responsibilities",
    "ch3": "Chapter 3, multi-agency safeguarding arrangements",
    "ch4": "Chapter 4, improving child protection and safeguarding practice",
    "ch5": "Chapter 5, child death reviews",
    "trans": "Transition from Local Safeguarding Children Boards",
    "ra": "The Schedule of relevant agencies",
    "wt23": "Working Together 2023, what is new or changed",
    "wt26": "Working Together 2026 and the Act of that year, what was read",
}
"""Where each key stands, by the first part of it."""


def chapter_of(item: Requirement) -> str:
    """Return the first part of a key, which says where in the law it stands."""
    return item.key.partition(".")[0]


@frozen(kw_only=True)
class Table:
    """Rows counted by chapter and by something else.

    Args:
        title: what they are counted by.
        columns: its values, in order.
        rows: for each chapter, by the first part of its keys, how many rows have each value.
    """

    title: str
    columns: tuple[str, ...]
    rows: dict[str, tuple[int, ...]]

    @property
    def totals(self) -> tuple[int, ...]:
        """How many rows have each value, in all chapters."""
        return tuple(sum(row[index] for row in self.rows.values()) for index in range(len(self.columns)))


def coverage() -> tuple[Table, ...]:
    """Count all that is held: by level, by how it is checked, and by how well it is known."""
    return (
        _table("Level", lambda item: item.level.value, ("must", "should", "may", "definition")),
        _table(
            "How checked",
            lambda item: item.checked.value,
            (
                "from the documents",
                "from dated events",
                "presence from the documents, adequacy by a person",
                "by a person",
                "not tested",
            ),
        ),
        _table("How known", lambda item: item.verification.value, ("read at source", "corroborated", "from memory")),
    )


def _table(title: str, by: Callable[[Requirement], str], columns: tuple[str, ...]) -> Table:
    counted = Counter((chapter_of(item), by(item)) for item in catalogue().values())
    every = (*columns, *sorted({value for _, value in counted} - {*columns}))
    return Table(
        title=title,
        columns=every,
        rows={chapter: tuple(counted[chapter, value] for value in every) for chapter in CHAPTERS},
    )
