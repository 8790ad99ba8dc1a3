"""Which columns a CSV file may have, and for which key of a TOML file each stands."""

from __future__ import annotations

from attrs import frozen

from safeguarding.files.wording import Path

ABOUT: dict[str, Path] = {
    "partnership": ("partnership",),
    "name": ("name",),
    "kept_to": ("publication", "updated"),
}
"""What a file may say of itself, on one of its rows or on all of them."""

CASE = {"case": "id", "kind": "kind", "authority": "authority"}
"""What is said of a case, on one of its rows or on all of them."""

EVENT = {
    "event": "what",
    "on": "on",
    "by": "by",
    "to": "to",
    "covers": "covers",
    "of": "of",
    "decision": "decision",
}
"""What is said of an event, on its own row."""

UNKNOWN = "unknown"
"""The column that names those of which the source has something that could not be read."""

UNKNOWN_OF_CASE = {"authority": "authority"}
UNKNOWN_OF_EVENT = {name: key for name, key in EVENT.items() if name != "event"}
"""The columns that can be named there, with the key for each."""

MEETING = {"body": "body", "on": "on"}
"""What is said of a meeting, on its own row."""

LISTS = frozenset({"to", "covers", UNKNOWN})
"""The columns of which a cell may hold several words."""

BETWEEN = ";"
"""What stands between them."""

ALL = "all"
"""Stands in place of a case, on the row that says that the file has every case of a kind."""


@frozen
class Layout:
    """What one kind of CSV file holds.

    Args:
        holds: what that is, in words.
        section: the key of the section that its rows are entries of.
        kind: of the document.
        columns: those that it may have, in the order in which they are written.
        needed: those that it cannot do without.
    """

    holds: str
    section: str
    kind: str
    columns: tuple[str, ...]
    needed: tuple[str, ...]

    @property
    def header(self) -> str:
        """Write the first line of such a file, as far as it is about its entries."""
        return ",".join(name for name in self.columns if name not in ABOUT)


CASES = Layout("cases", "case", "case-log", (*CASE, *EVENT, UNKNOWN, *ABOUT), ("case", "kind"))
MEETINGS = Layout("meetings", "meeting", "other", (*MEETING, *ABOUT), ("body", "on"))
LAYOUTS = (CASES, MEETINGS)

COLUMN_OF = {
    **{key: name for columns in (CASE, EVENT, MEETING) for name, key in columns.items()},
    **{str(path[-1]): name for name, path in ABOUT.items()},
    "events": "event",
    "all_cases_of": "kind",
    UNKNOWN: UNKNOWN,
}
"""The column of each key."""
