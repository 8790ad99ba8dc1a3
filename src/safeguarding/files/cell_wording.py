"""How a message is put for a CSV file: in terms of cells and rows, where one about TOML speaks of keys and quotes."""

from __future__ import annotations

import re

from attrs import evolve

from safeguarding.dates import PartialDate
from safeguarding.dates.partial import ACCEPTED as DATE
from safeguarding.files.columns import COLUMN_OF, LISTS
from safeguarding.files.faults import Fault

_PLAIN_DATE = "2019-06-29, 2019-06 or 2019"
_SHOWN = re.compile(r'"(.*?)" is not ', re.DOTALL)
_SLASHED = re.compile(r"\s*\d{1,4}[/.\-]\d{1,2}[/.\-]\d{1,4}(?:[ T].*)?", re.ASCII)
_OTHER_SEPARATOR = re.compile(r'^"[^"]*[,/|+&\n][^"]*"')
_GIVE = "give the file that has it too, as in: safeguarding check plan.toml log.csv"
_INSTEAD = {
    "write another case, or a second date of the same event under `also`": (
        "write another case, or the log as TOML, where an event can have two dates"
    ),
    'write it with what = "decided"': 'write it on the row with the event "decided"',
    "add an entry with that id under [[agency]]": _GIVE,
    "add an entry with that id under [[body]]": _GIVE,
}
"""What is to be done in a CSV file, by what would be done in a TOML file."""


def as_of_a_cell(fault: Fault) -> Fault:
    """Put what is wrong with a key or a value in terms of a cell."""
    name = COLUMN_OF.get(next((step for step in reversed(fault.at) if isinstance(step, str)), ""), "")
    if fault.missing and fault.at[:1] not in {("partnership",), ("name",)}:
        do = "write the kind on one row of each case" if name == "kind" else "write it"
        return evolve(fault, what=f'the cell "{name}" is empty', do=do)
    if fault.accepted == DATE:
        return _date(fault)
    if name in LISTS and fault.what.endswith("is not an accepted word") and _OTHER_SEPARATOR.match(fault.what):
        return evolve(fault, do='put ";" between the words, and nothing else')
    return evolve(fault, do=_INSTEAD.get(fault.do, fault.do))


def _date(fault: Fault) -> Fault:
    """Say how to write a date; which of 1 and 3 is the month of 01/03/2021 is not for us to say."""
    shown = _SHOWN.match(fault.what)
    written = shown[1] if shown else ""
    if _is_date(written.strip()):
        return evolve(fault, accepted="", do=f'did you mean "{written.strip()}"')
    if _SLASHED.fullmatch(written):
        do = "write year, month and day, as in 2019-06-29; in Excel, give the column the format yyyy-mm-dd first"
        return evolve(fault, accepted="", do=do)
    return evolve(fault, accepted=_PLAIN_DATE)


def _is_date(text: str) -> bool:
    try:
        PartialDate.parse(text)
    except ValueError:
        return False
    return True
