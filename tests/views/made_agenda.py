"""An agenda made by hand, so that what is shown is tested apart from what falls due."""

from __future__ import annotations

from datetime import date
from typing import Any

from safeguarding.assessment import Agenda, Item, Kind, Ruleset
from safeguarding.dates import Span, State
from safeguarding.law.outcomes import Missing
from safeguarding.model import Input
from tests.views.made import MUST, NOT_MET, SHOULD, finding

NAME = "Eastshire Safeguarding Children Partnership"
AS_OF = date(2021, 3, 31)


def day(text: str) -> Span | None:
    """Read ``2021-03-18``, or two days with a stroke between them; nothing where no day can be said."""
    first, _, last = text.partition("/")
    return Span(date.fromisoformat(first), date.fromisoformat(last or first)) if first else None


def item(state: State, due: str, what: str, message: str, *, kind: Kind = Kind.MILESTONE, **more: Any) -> Item:
    """Make an item that only the partnership's own documents ask for."""
    given: dict[str, Any] = {"id": f"{kind.value}/{what}", "subject": NAME, "path": "milestone[0]", **more}
    return Item(kind=kind, state=state, due=day(due), what=what, message=message, **given)


def asked(key: str, state: State, due: str, case: str, what: str, message: str, **more: Any) -> Item:
    """Make an item of a case that a requirement asks for; that of a must is from memory."""
    level = MUST if key.startswith("x.must") else SHOULD
    found = finding(key, level, NOT_MET, asks={"title": f"Title of {key}", "do": f"Record {what}."})
    return item(
        state, due, what, message, kind=Kind.CASE, id=f"case/{case}/{key}", subject=case, path=f"case.{case}",
        requirement=found.requirement, citations=found.citations, **more,
    )  # fmt: skip


def agenda(*items: Item, **more: Any) -> Agenda:
    """Make an agenda of Eastshire."""
    given: dict[str, Any] = {
        "partnership": "eastshire",
        "name": NAME,
        "as_of": AS_OF,
        "as_of_given": True,
        "until": date(2022, 3, 31),
        "guidance": "WT2018",
        "rapid_review_from": "aware",
        "ruleset": Ruleset(version="2026.11.0", sha256="ab" * 32),
        "inputs": (Input(path="plan.toml", sha256="cd" * 32), Input(path="log.toml", sha256="ef" * 32)),
        "notices": (),
        **more,
    }
    return Agenda(items=items, **given)


def eastshire() -> Agenda:
    """Make one that has everything that can be shown."""
    needs = tuple(Missing(path=f"case.si-2021-04.events[{n}].on", need=f"the day of event {n}") for n in range(4))
    return agenda(
        asked(
            "x.panel", State.MISSING, "2021-03-18", "si-2021-02", "the report to the safeguarding partners",
            "nothing recorded; due by 18 March 2021 (9 working days ago)",
        ),
        asked(
            "x.must-copy", State.LATE, "2021-03-18", "si-2021-02", "the notification to the Panel",
            "late: 25 March 2021; due by 18 March 2021 (5 working days late)",
        ),
        item(
            State.MISSING, "2021-03-30", "a meeting between 1 January 2021 and 30 March 2021",
            "stated: quarterly; 0 of 1 recorded", kind=Kind.MEETING, subject="Executive, Board; and more",
            path="body.executive",
        ),
        item(
            State.OPEN, "2019-09-01/2019-09-30", "New arrangements begin",
            "its day has passed, and nothing shows that it happened",
        ),
        asked(
            "x.panel", State.OPEN, "2021-03-08/2021-04-09", "si-2021-04", "the notification to the Panel",
            "open: nothing recorded; due between 8 March 2021 and 9 April 2021, so it may be missing or pending",
            missing=needs,
        ),
        item(State.OPEN, "", "Annual report published", "no day can be said for it"),
        asked("x.panel", State.DUE_TODAY, "2021-03-31", "si-2021-05", "the notification to the Panel", "due today"),
        asked(
            "x.panel", State.PENDING, "2021-04-07", "si-2021-03", "the notification to the Panel",
            "due by 7 April 2021 (3 working days left)",
        ),
        item(
            State.PENDING, "2021-04-30/2021-05-29", "a meeting between 1 January 2021 and 29 May 2021",
            "stated: 3 times a year", kind=Kind.MEETING, subject="Executive", path="body.executive",
        ),
        item(
            State.PENDING, "2022-01-01/2022-12-31",
            "A peer review from outside, to learn how the new arrangements work and what they achieve for children, "
            "is held “in the autumn”", "planned", kind=Kind.SCRUTINY, path="scrutiny_event[0]",
        ),
        item(
            State.PENDING, "2022-03-31", "A report each year.", "annually, as the documents say",
            kind=Kind.RECURRING, path="statement[3]",
        ),
        item(State.MET, "2019-03-01/2019-03-31", "Peer review", "the text reports it as done"),
        asked(
            "x.panel", State.MET, "2021-03-09", "si-2021-01", "the notification to the Panel",
            "in time: 8 March 2021; due by 9 March 2021 (1 working day to spare)",
        ),
        notices=("No meetings are expected of these, since the words give no number: Young People's Board.",),
    )  # fmt: skip
