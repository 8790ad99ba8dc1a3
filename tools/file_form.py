"""Write the reference of the file form from the model itself: every key, what it means, which words it takes.

Run ``python tools/file_form.py`` after any change to the model; a test fails until it is done.
"""

from __future__ import annotations

import inspect
import re
import types
import typing
from collections.abc import Iterable
from enum import Enum
from pathlib import Path
from typing import Any

from attrs import NOTHING, Attribute, fields, has, resolve_types

from safeguarding.dates import Frequency, PartialDate, Period
from safeguarding.files.columns import (
    CASE,
    CASES,
    EVENT,
    MEETING,
    MEETINGS,
    UNKNOWN,
    UNKNOWN_OF_CASE,
    UNKNOWN_OF_EVENT,
    Layout,
)
from safeguarding.model import (
    PARTS,
    Case,
    Document,
    Event,
    Happening,
    Meeting,
    Money,
    Place,
    Publication,
    Share,
    Topic,
    sections,
)
from safeguarding.model.cases import ADDRESSED, COVERS, EVENTS, FOLLOWS, OF_A_PAPER, ONCE, PAPERS_FOLLOW
from safeguarding.model.record import OWN, Also, Record

TARGET = Path(__file__).resolve().parent.parent / "docs" / "file-form.md"
WORDS: dict[Any, str] = {
    str: "text",
    int: "whole number",
    bool: "true or false",
    PartialDate: 'date, as `"2019-06-29"`, `"2019-06"` or `"2019"`',
    Frequency: 'how often, as `"quarterly"` or `"3 times a year"`',
    Money: 'amount, as `"£141,600"`',
    Share: 'share, as `"37.5%"`',
    Place: "place",
    Period: "`{ starts = …, ends = … }`, two dates",
}
# One table as it is written, for the sections that have tables inside; a test reads them as one file.
EXAMPLES = {
    "source": """[[source]]
id = "plan"
title = "Our arrangements"
pages = "printed"
unread = [{ what = "the chart on page 8", could_hold = ["bodies", "reporting-lines"] }]""",
    "partner": """[[partner]]
agency = "council"
side = "local-authority"
covers = [{ area = "eastshire", extent = "whole" }]
where = { heading = "Our partners", page = 4 }""",
    "body": """[[body]]
id = "board"
name = "Partnership Board"
kind = "board"
remit = ["co-ordination"]
chair = { how = "rotating", held_by = ["council", "police"], every = "annually" }
seats = [{ agency = "council" }, { post = "director" }, { group = "district councils", role = "observer" }]
reports_to = ["executive", { to = "council", matters = "the budget" }]
meets = "every 2 months"
also = [{ field = "meets", value = "quarterly", where = "Appendix 2" }]
where = "How we are organised"
""",
    "funding": """[[funding]]
id = "budget"
period = { starts = "2019-04-01", ends = "2020-03-31" }
lines = [
  { label = "Council", paid_by = ["council"], amount = "£90,000" },
  { label = "Police and others", paid_by = ["police"], amount = "£30,000.50" },
]
stated_total = "£120,000.50"
where = "Funding"
""",
    "statement": """[[statement]]
topic = "voice"
parts = ["children", "families"]
says = "A panel of young people comments on each priority; parents are asked after every review."
who = ["board"]
how_often = "quarterly"
where = "Hearing children"
""",
    "meeting": """[[meeting]]
body = "board"
on = "2021-03-17"
""",
    "case": """[[case]]
id = "si-2021-03"
kind = "serious-incident"
authority = "council"

[[case.events]]
what = "incident"
on = "2021-03-01"

[[case.events]]
what = "notified"
on = "2021-03-04"
by = "council"
to = ["panel", "safeguarding-partners"]

[[case.events]]
what = "decided"
decision = "local-review"
covers = ["improvements", "panel-view"]
unknown = ["on"]
""",
    "judgement": """[[judgement]]
requirement = "ch3.publish.voice"
outcome = "met"
role = "independent scrutineer"
date = "2019-11-15"
reason = "Minutes show what changed because of what was said."
until = "2020-11-15"
""",
}
# A log as it is written in CSV; a test reads each beside the agency and the body that it names.
LOG_EXAMPLE = """case,kind,authority,event,on,by,to,covers,decision,unknown,kept_to
si-2021-03,serious-incident,council,incident,2021-03-01,,,,,,2021-12-31
si-2021-03,,,notified,2021-03-04,council,panel;safeguarding-partners,,,,
si-2021-03,,,decided,,,,improvements;panel-view,local-review,on,
pf-2021-1,private-fostering,council,,,,,,,,
all,serious-incident,,,,,,,,,
"""
MEETINGS_EXAMPLE = """body,on
board,2021-03-17
board,2021-06
"""
SHORT = {"Line": "id, or ", "Meets": '(or, instead of the list, just how often, as `"quarterly"`) '}
HEAD = """# The file form

One file transcribes one document, in TOML, or in JSON of the same shape; a log of cases, or of meetings, may
be [a CSV file](#a-log-as-csv). This page is written by `tools/file_form.py` from the model itself.

A file begins with

- `schema`: `"safeguarding.v1"`.
- `partnership`: the id of the partnership, which is the same in all its files.
- `name`: the partnership's name, as printed.
- `kind`: {kinds}.
- `transcribed`: `"all"`, or a list of the topics that have been written down so far.
- `shared_with` (may be left out): other partnerships whose document it is too.
- `all_cases_of` (may be left out): the kinds of case of which it has every one. It is what tells a year without
  a case of a kind from a log in which they were not written down.

An **id** is lower-case letters, digits and hyphens; it means one thing in all files of a partnership, and is
kept when what it names is renamed. A **place** is `where = "Heading"`, or
`where = {{ heading = "Heading", page = 9, lines = [205, 212] }}`; it names its `source` only where a document has
several. A paraphrase has at most 300 characters. No name of a person and nothing about a child is written
anywhere.

Every entry but a source may also have

- `where`: the place at which it was read.
- `also`: a list of further statements, each `{{ field = "…", value = …, where = … }}`. Without a value it says
  that this field was read elsewhere; with one, that the source says something else too: both then stand.
- `unknown`: a list of keys of which the source has something that could not be read.
- `note`: a remark of your own; not in a case, which has no text of any kind.

Topics, with the parts on which statements are made:

{topics}
"""


_ABOUT = {"partnership": (Document, "partnership"), "name": (Document, "name"), "kept_to": (Publication, "updated")}
CELLS: dict[str, dict[str, tuple[type, str]]] = {
    CASES.section: {
        **{name: (Case, key) for name, key in CASE.items()},
        **{name: (Event, key) for name, key in EVENT.items()},
        UNKNOWN: (Event, "unknown"),
        **_ABOUT,
    },
    MEETINGS.section: {**{name: (Meeting, key) for name, key in MEETING.items()}, **_ABOUT},
}
# What the model does not say of a column, since it has no columns.
MEANS = {
    UNKNOWN: "of which of these columns the source has something that could not be read.",
    "name": "the partnership's name, as printed.",
    "kept_to": "the day up to which the log is kept: what is not in it by then has not happened.",
}
WHAT_STANDS_THERE = {
    "case": "reference of your own",
    "event": "one of the [events](#what-can-happen-in-a-case) of such a case",
    UNKNOWN: "one or more of " + ", ".join(f"`{name}`" for name in (*UNKNOWN_OF_CASE, *UNKNOWN_OF_EVENT)),
    "partnership": "id",
}
LOG = """## A log as CSV

A file whose name ends in `.csv` is a log of cases, or of the meetings of bodies. Its first line names the columns,
in any order; those that are not needed may be left out. It is checked as strictly as a TOML file, and together with
the others: `safeguarding check plan.toml log.csv`.

Each row of a log of cases is one event. Rows of several cases may be mixed.

{cases}

```csv
{log_example}```

- A case without events is a row with an empty `event`.
- `kind` and `authority` are said on one row of each case, or on all of them.
- Several words in one cell have `;` between them.
- `partnership`, `name` and `kept_to` are said on one row, or on all of them. Where a partnership's other files are
  given too, the first two may be left out.
- A row with `all` as the case and a kind says that the file has every case of that kind, as `all_cases_of` does.
- Dates are written `2021-03-01`, `2021-03` or `2021`. One such as 01/03/2021 is refused: in Excel, give the column
  the format yyyy-mm-dd before saving.
- Commas or semicolons stand between the cells, as the first line has them. Save the file as "CSV UTF-8".
- Places, second statements (`also`) and other sections have no columns: they are written in TOML.

A log of meetings has a row for each.

{meetings}

```csv
{meetings_example}```
"""


def described(cls: type) -> dict[str, str]:
    """Return what the docstring of a class says of each of its arguments."""
    text = inspect.getdoc(cls) or ""
    found = re.split(r"\n    (\w+): ", text.partition("Args:\n")[2].partition("\n\n")[0].join(["\n", ""]))
    return {name: " ".join(says.split()) for name, says in zip(found[1::2], found[2::2], strict=True)}


def accepted(kind: Any) -> str:
    """Say in words what a field takes."""
    origin, arguments = typing.get_origin(kind), typing.get_args(kind)
    if origin in {types.UnionType, typing.Union}:
        return accepted(next(item for item in arguments if item is not type(None)))
    if origin is tuple:
        if arguments[-1] is Ellipsis:
            return f"list of: {accepted(arguments[0])}"
        return f"list of {len(arguments)}: {accepted(arguments[0])}"
    if inspect.isclass(kind) and issubclass(kind, Enum):
        return "one of " + ", ".join(f"`{item.value}`" for item in kind) if kind is not Topic else "topic"
    if has(kind) and kind not in WORDS:
        return SHORT.get(kind.__name__, "") + f"table of [{kind.__name__}](#{kind.__name__.lower()})"
    return WORDS.get(kind, "any of the above")


def rows(cls: type) -> list[str]:
    """Write the keys of one table."""
    says = described(cls)
    lines = ["| key | takes | means |", "|---|---|---|"]
    for field in fields(resolve_types(cls)):
        if field.name in OWN and issubclass(cls, Record):
            continue
        needed = " **(needed)**" if field.default is NOTHING else ""
        means = says.get(field.name, "").replace("|", "\\|")
        lines.append(f"| `{field.name}`{needed} | {takes(field)} | {means} |")
    return lines


def takes(field: Attribute[Any]) -> str:
    """Say what one key takes; ids with what they are ids of."""
    kinds = field.metadata.get("refers")
    text = accepted(field.type)
    if kinds:
        text = text.replace("text", "id of " + " or ".join(f"`[[{kind}]]`" for kind in kinds))
    return text.replace("|", "\\|")


def columns(layout: Layout) -> str:
    """Write the columns of one kind of CSV file."""
    lines = ["| column | takes | means |", "|---|---|---|"]
    for name in layout.columns:
        needed = " **(needed)**" if name in layout.needed else ""
        cls, key = CELLS[layout.section][name]
        field = next(field for field in fields(resolve_types(cls)) if field.name == key)
        text = takes(field).replace('"', "").replace("list of: one of", "one or more of")
        means = MEANS.get(name) or described(cls)[key]
        lines.append(f"| `{name}`{needed} | {WHAT_STANDS_THERE.get(name, text)} | {means} |")
    return "\n".join(lines)


def happenings() -> str:
    """Write what can happen in a case of each kind, and what can be said of it."""
    lines = ["## What can happen in a case", "", "| kind | events |", "|---|---|"]
    lines += [f"| `{kind.value}` | {words(events)} |" for kind, events in EVENTS.items()]
    lines += ["", "Of these, once in a case: " + words(what for what in Happening if what in ONCE) + "."]
    lines += ["", "Given or told to somebody (`to`): " + words(what for what in Happening if what in ADDRESSED) + "."]
    lines += ["", "Of a report or of information (`of`): " + words(what for what in Happening if what in OF_A_PAPER)]
    lines[-1] += f". A `decision` has only `{Happening.DECIDED.value}`."
    lines += ["", "| event | what it can cover |", "|---|---|"]
    lines += [f"| `{what.value}` | {words(matters)} |" for what, matters in COVERS.items()]
    lines += ["", "| event | cannot have happened before |", "|---|---|"]
    for what in Happening:
        before = [first for later, first in FOLLOWS if later is what]
        reports = [first for later, first in PAPERS_FOLLOW if later is what]
        if before or reports:
            of_a_report = f"{', ' if before else ''}of a report: {words(reports)}" if reports else ""
            lines.append(f"| `{what.value}` | {words(before)}{of_a_report} |")
    return "\n".join([*lines, ""])


def words(members: Iterable[Enum]) -> str:
    """Write some words of a closed list."""
    return ", ".join(f"`{member.value}`" for member in members)


def nested(cls: type, seen: list[type]) -> None:
    """Collect the tables inside a table, in the order of meeting them."""
    for field in fields(resolve_types(cls)):
        for item in (field.type, *typing.get_args(field.type)):
            if has(item) and item not in WORDS and item not in seen and item is not Also:
                seen.append(item)
                nested(item, seen)


def page() -> str:
    """Write the whole page."""
    resolve_types(Document)
    kinds = accepted(fields(Document).kind.type)
    topics = "\n".join(
        f"- `{topic.value}`" + (": " + ", ".join(f"`{part}`" for part in PARTS[topic]) if topic in PARTS else "")
        for topic in Topic
        if topic is not Topic.ALL
    )
    out = [HEAD.format(kinds=kinds, topics=topics), "## `[publication]`", "", *rows(Publication), ""]
    inner: list[type] = []
    for section in sections():
        cls = typing.get_args(section.type)[0]
        summary = (inspect.getdoc(cls) or "").partition("\n")[0]
        key = section.metadata["key"]
        example = ["", "```toml", EXAMPLES[key].strip(), "```"] if key in EXAMPLES else []
        out += [f"## `[[{key}]]`", "", summary, "", *rows(cls), *example, ""]
        nested(cls, inner)
    for cls in inner:
        summary = (inspect.getdoc(cls) or "").partition("\n")[0]
        out += [f'## <a id="{cls.__name__.lower()}"></a>{cls.__name__}', "", summary, "", *rows(cls), ""]
    examples = {"log_example": LOG_EXAMPLE, "meetings_example": MEETINGS_EXAMPLE}
    out += [happenings()]
    out.append(LOG.format(cases=columns(CASES), meetings=columns(MEETINGS), **examples))
    return "\n".join(out).rstrip() + "\n"


def main() -> None:
    """Put the page in its place."""
    TARGET.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
