"""Write the reference of the file form from the model itself: every key, what it means, which words it takes.

Run ``python tools/file_form.py`` after any change to the model; a test fails until it is done.
"""

from __future__ import annotations

import inspect
import re
import types
import typing
from enum import Enum
from pathlib import Path
from typing import Any

from attrs import NOTHING, Attribute, fields, has, resolve_types

from safeguarding.dates import Frequency, PartialDate, Period
from safeguarding.model import PARTS, Document, Money, Place, Publication, Share, Topic, sections
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
    "judgement": """[[judgement]]
requirement = "ch3.publish.voice"
outcome = "met"
role = "independent scrutineer"
date = "2019-11-15"
reason = "Minutes show what changed because of what was said."
until = "2020-11-15"
""",
}
SHORT = {"Line": "id, or ", "Meets": '(or, instead of the list, just how often, as `"quarterly"`) '}
HEAD = """# The file form

One file transcribes one document, in TOML, or in JSON of the same shape. This page is written by
`tools/file_form.py` from the model itself.

A file begins with

- `schema`: `"safeguarding.v1"`.
- `partnership`: the id of the partnership, which is the same in all its files.
- `name`: the partnership's name, as printed.
- `kind`: {kinds}.
- `transcribed`: `"all"`, or a list of the topics that have been written down so far.
- `shared_with` (may be left out): other partnerships whose document it is too.

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
- `note`: a remark of your own.

Topics, with the parts on which statements are made:

{topics}
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
    return "\n".join(out).rstrip() + "\n"


def main() -> None:
    """Put the page in its place."""
    TARGET.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
