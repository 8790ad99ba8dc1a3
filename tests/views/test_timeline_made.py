"""Pictures of time made by hand, so that what is shown is tested apart from what the law says."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from attrs import evolve
from hypothesis import strategies as st

from safeguarding.dates import PartialDate, Sense, Span, State, TimeLimit, Unit, When
from safeguarding.law.clocks import Run
from safeguarding.law.instruments import Verification, act
from safeguarding.law.outcomes import Outcome, Possible
from safeguarding.law.requirement import Checked, Level, Requirement
from safeguarding.model import Case, CaseKind, Event, Happening
from safeguarding.views.timelines.case import Counted, picture_of_case
from safeguarding.views.timelines.layout import Timeline

AS_OF = date(2021, 3, 15)
WD = Unit.WORKING_DAYS
_OUTCOMES = {
    State.MET: Outcome.MET,
    State.LATE: Outcome.NOT_MET,
    State.MISSING: Outcome.NOT_MET,
    State.TOO_SHORT: Outcome.NOT_MET,
    State.PENDING: Outcome.NOT_DUE,
    State.DUE_TODAY: Outcome.NOT_DUE,
}


def requirement(key: str = "x.notify", heading: str = "Notifying", title: str = "What stays stays") -> Requirement:
    """Make a requirement that exists only here."""
    return Requirement(
        key=key,
        title=title,
        level=Level.MUST,
        who="safeguarding partners",
        asks="Something is asked.",
        heading=heading,
        citations=(act("16C", "(1)"),),
        verification=Verification.READ,
        checked=Checked.EVENTS,
        silence=Outcome.INDETERMINATE,
        do="Do it.",
    )


def counted(
    limit: TimeLimit,
    start: When | None,
    done: When | None = None,
    *,
    of: Requirement | None = None,
    stop: str = "the notification",
    since: str = "awareness",
    about: str = "",
    as_of: date = AS_OF,
    possible: Possible | None = None,
    counts: bool = True,
) -> Counted:
    """Run a time limit from a day, with what was done."""
    status = limit.status(as_of, start, done)
    found = frozenset(_OUTCOMES[state] for state in status.possible) if possible is None else possible
    run = Run(
        case="si-2021-03", about=about, limit=limit, start=since, stop=stop, status=status, possible=found,
        message="as it stands", path="case.si-2021-03", counts=counts,
    )  # fmt: skip
    return Counted(of or requirement(), run)


def event(what: Happening, on: str) -> Event:
    """Make an event on a day, or in a month or a year."""
    return Event(what=what, on=PartialDate.parse(on))


def case_of(*events: Event) -> Case:
    """Make a case of these events."""
    return Case(id="si-2021-03", kind=CaseKind.SERIOUS_INCIDENT, events=events)


def drawn(*clocks: Counted, events: Sequence[Event] = (), as_of: date = AS_OF, until: date | None = None) -> Timeline:
    """Lay out a case with these time limits."""
    return picture_of_case(case_of(*events), clocks, as_of, until=until)


LATE = counted(TimeLimit.within(5, WD), date(2021, 3, 2), date(2021, 3, 12))
"""Aware on Tuesday 2 March 2021, so due on Tuesday the 9th; done on Friday the 12th, three working days late."""
MET = counted(
    TimeLimit.within(5, WD), date(2021, 3, 2), date(2021, 3, 8), of=requirement("x.report"), stop="the report"
)
"""The same, done on Monday the 8th, with one working day to spare."""
PENDING = counted(TimeLimit.within(15, WD), date(2021, 3, 2), of=requirement("x.rapid", "Reviews"), stop="the review")
"""Due on Tuesday 23 March 2021, six working days after the date."""
EVENTS = (event(Happening.INCIDENT, "2021-03-01"), event(Happening.AWARE, "2021-03-02"))


def three() -> Timeline:
    """Lay out one that is late, one that is met, and one that is pending: from Monday 1 to Sunday 28 March 2021."""
    return drawn(LATE, MET, PENDING, events=EVENTS)


HOSTILE = (
    "</script><script>alert(1)</script>",
    '"]; evil["x"]',
    "line one\nsection x\nend :crit, a, 2021-03-01, 1d",
    '%%{init: {"theme":"dark"}}%%',
    "}\naccTitle: y",
    "section 47: enquiries; 3 # 4",
    "click a call b()",
    "#quot;#35;&lt;&amp;",
    "\u202eturned\u202c \u2066round\u2069",
    "<!--c--> ]]> <br/>",
    "x" * 10_000,
    "word " * 2_000,
    "a; " * 500,
    "\ufdfd" * 80,
    "שלום عربى 漢字 😀 e\u0301",
    "\x00\x1b[31m\ufffe\U0001ffff",
    "__proto__",
    "ﬂ°°35¶ß `$x$` \\",
    "2021-03-01 due",
)
"""Texts that would break out of one form or another, or run out of it."""

_DAYS = st.dates(date(2020, 12, 1), date(2021, 8, 1))
_WHEN = st.one_of(
    _DAYS,
    st.builds(lambda day: PartialDate(day.year, day.month), _DAYS),
    st.builds(lambda day, more: Span(day, day + timedelta(days=more)), _DAYS, st.integers(1, 200)),
)
_LIMITS = st.builds(TimeLimit, st.sampled_from(Sense), st.integers(1, 20), st.sampled_from(Unit))
TEXTS = st.one_of(st.text(max_size=60), st.sampled_from(HOSTILE), st.just("the report"))
"""Texts of any kind, some of them hostile."""


@st.composite
def clocks(draw: st.DrawFn) -> Counted:
    """Draw a time limit that stands in any way, named in any way."""
    one = counted(
        draw(_LIMITS),
        draw(st.none() | _WHEN),
        draw(st.none() | _WHEN),
        of=requirement(f"x.{draw(st.sampled_from('abc'))}", draw(st.sampled_from(("Reviews", "Notifying")) | TEXTS)),
        stop=draw(TEXTS) or "it",
        since=draw(TEXTS),
        about=draw(st.just("") | TEXTS),
        possible=draw(st.none() | st.frozensets(st.sampled_from(Outcome), min_size=1)),
        counts=draw(st.booleans()),
    )
    return one if draw(st.integers(0, 9)) else evolve(one, run=evolve(one.run, status=None))


_EVENTS = st.builds(
    Event,
    what=st.sampled_from(Happening),
    on=st.none() | st.builds(PartialDate.on, _DAYS) | st.builds(lambda d: PartialDate(d.year, d.month), _DAYS),
)


@st.composite
def pictures(draw: st.DrawFn) -> Timeline:
    """Draw a case with any time limits and events; some of it is cut off, and some is named with hostile texts."""
    case = case_of(*draw(st.lists(_EVENTS, max_size=12)))
    picture = picture_of_case(case, draw(st.lists(clocks(), max_size=6)), AS_OF, caption=tuple(draw(st.lists(TEXTS))))
    if draw(st.booleans()):
        return picture
    last = date.fromordinal(draw(st.integers(picture.first.toordinal(), picture.last.toordinal())))
    title = draw(TEXTS) or "x"
    return evolve(picture, last=last, title=title, events=tuple(evolve(e, words=title) for e in picture.events))


def test_the_days_of_the_pictures_made_by_hand_are_those_that_are_said() -> None:
    """What the other tests count on was counted on a calendar."""
    assert [
        str(one.run.status.due.latest) for one in (LATE, MET, PENDING) if one.run.status and one.run.status.due
    ] == [
        "2021-03-09",
        "2021-03-09",
        "2021-03-23",
    ]
    assert (three().first, three().last) == (date(2021, 3, 1), date(2021, 3, 28))
