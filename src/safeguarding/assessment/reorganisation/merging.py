"""What two partnerships that merge both hold: ids and names that clash, and what differs and is to be one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Any

from attrs import frozen

from safeguarding.assessment.reorganisation.consequences import Certainty, Consequence, Follows
from safeguarding.assessment.reorganisation.events import Reorganisation
from safeguarding.assessment.reorganisation.following import asked_on
from safeguarding.assessment.reorganisation.known import matched_with
from safeguarding.assessment.reorganisation.roles import KEYS, Role
from safeguarding.law.gazetteer.bodies import listed
from safeguarding.law.wt2018.areas import exists
from safeguarding.model import Agency, Area, Body, BodyKind, Document, Function, entries
from safeguarding.structure import Situation

_SKIPPED = frozenset({Function.OTHER, Function.LOCALITY, Function.STRATEGIC_LEADERSHIP})


@frozen(kw_only=True)
class Meeting:
    """Partnerships that merge, each under the version of its arrangements that may be in force.

    Args:
        number: which of the events it is, counted from 0.
        event: the event.
        situations: the partnerships, in the order in which they were given.
        only: whether it is known of each which version is in force.
    """

    number: int
    event: Reorganisation
    situations: tuple[Situation, ...]
    only: bool

    def item(
        self,
        role: Role,
        certainty: Certainty,
        subject: str,
        why: str = "",
        *,
        about: Sequence[tuple[Situation, Any]] = (),
        keys: Sequence[str] = (),
        follows: Follows = Follows.AGREE,
    ) -> Consequence:
        """Make something that has to be agreed, with what it rests on in each partnership."""
        sure = self.only and self.event.starts.exact
        return Consequence(
            event=self.number,
            follows=follows,
            role=role,
            certainty=Certainty.OPEN if certainty is Certainty.CERTAIN and not sure else certainty,
            partnership="+".join(one.partnership.id for one in self.situations),
            subject=subject,
            starts=self.event.starts,
            why=why,
            keys=tuple(key for key in (*KEYS.get(role, ()), *keys) if asked_on(key, self.event.day)),
            rests_on=tuple(dict.fromkeys(f"{one.partnership.id}: {one.path(entry)}" for one, entry in about)),
        )


def merging(meeting: Meeting) -> Iterator[Consequence]:
    """Go through what has to be agreed where partnerships merge.

    Args:
        meeting: the partnerships.
    """
    yield from _ids(meeting)
    yield from _same_bodies(meeting)
    yield _areas(meeting)
    yield from _tops(meeting)
    yield from _work(meeting)
    yield from _held(meeting, "scrutineers", Role.SCRUTINY, "Who scrutinises the one partnership")
    yield from _held(meeting, "funding", Role.FUNDING, "Who pays what for the one partnership")
    yield from _held(meeting, "leads", Role.LEAD, "Who leads for each partner")
    yield from _thresholds(meeting)
    yield from _published(meeting)


def _ids(meeting: Meeting) -> Iterator[Consequence]:
    """Find ids that stand in more than one of the partnerships."""
    for one, other in combinations(meeting.situations, 2):
        ours, theirs = _by_id(one), _by_id(other)
        for identity in (identity for identity in ours if identity in theirs):
            mine, its = ours[identity], theirs[identity]
            same_kind = type(mine) is type(its)
            names = [_name(entry) for entry in (mine, its)]
            alike = same_kind and " ".join(names[0].casefold().split()) == " ".join(names[1].casefold().split())
            kind = type(mine).KIND.replace("_", " ") if same_kind else "entry of another kind"
            why = (
                f"in both it is {kind} “{names[0]}”"
                if alike
                else f"in {one.partnership.id} it is “{names[0]}”, in {other.partnership.id} {kind} “{names[1]}”"
            )
            certainty = Certainty.OPEN if alike else Certainty.CERTAIN
            text = (
                f"Whether {identity} is one and the same in both"
                if alike
                else f"Another id for {identity} in one of the two"
            )
            yield meeting.item(Role.ID, certainty, text, why, about=[(one, mine), (other, its)])


def _name(entry: Any) -> str:
    """Return the name, the title or the names of an entry; its id where it has none."""
    own = getattr(entry, "name", None) or getattr(entry, "title", None) or " or ".join(getattr(entry, "names", ()))
    return str(own or entry.id)


def _by_id(situation: Situation) -> dict[str, Any]:
    document = situation.document
    return {} if document is None else {e.id: e for _, e in entries(document) if hasattr(e, "id")}


def _same_bodies(meeting: Meeting) -> Iterator[Consequence]:
    """Find agencies and areas that are the same body under different ids."""
    for one, other in combinations(meeting.situations, 2):
        ours, theirs = _identities(one, meeting), _identities(other, meeting)
        for identity, mine in ours.items():
            its = theirs.get(identity)
            if its is not None and its.id != mine.id:
                text = f"One entry for {mine.name}, which is {mine.id} in one and {its.id} in the other"
                yield meeting.item(
                    Role.ID, Certainty.CERTAIN, text, "both are the same body", about=[(one, mine), (other, its)]
                )


def _identities(situation: Situation, meeting: Meeting) -> dict[tuple[str, str], Agency | Area]:
    """Return the agencies and areas by what they are: a body of the gazetteer, else their kind and name."""
    own = [entry for entry in _by_id(situation).values() if isinstance(entry, (Agency, Area))]
    known = {one.entry.id: one.body for one in matched_with(own, meeting.event.eve)}
    found: dict[tuple[str, str], Agency | Area] = {}
    for entry in own:
        body = known.get(entry.id)
        what = body.identity if body is not None else f"{entry.kind.value}: {' '.join(entry.name.casefold().split())}"
        found.setdefault((type(entry).__name__, what), entry)
    return found


def _areas(meeting: Meeting) -> Consequence:
    areas = [
        (situation, area)
        for situation in meeting.situations
        for area in situation.of("areas")
        if exists(area, meeting.event.day) is not False
    ]
    names = listed(list(dict.fromkeys(area.name for _, area in areas))) or "the areas"
    text = f"That all partners of all areas agree to be treated as one: {names}"
    keys = ("ch3.geo.combine", "ch3.geo.retain-duties", "wt23.geo.la-based")
    return meeting.item(Role.ITSELF, Certainty.CERTAIN, text, about=areas, keys=keys)


def _tops(meeting: Meeting) -> Iterator[Consequence]:
    """Lay the groups through which the partners lead side by side: how often they meet, and who chairs."""
    tops = [(s, body) for s in meeting.situations for body in s.bodies if BodyKind.LEAD_GROUP in body.values("kind")]
    if not tops:
        return
    said = "; ".join(f"{situation.partnership.id}: {_top(situation, body)}" for situation, body in tops)
    without = [s.partnership.id for s in meeting.situations if not any(s is other for other, _ in tops)]
    said += f"; none is read of {listed(without)}" if without else ""
    certainty = Certainty.OPEN if without else Certainty.CERTAIN
    text = "One group through which the partners lead, its meetings and its chair"
    yield meeting.item(Role.TOP, certainty, text, said, about=tops, keys=("ch3.partners.lead-group", "wt23.chair.dsp"))


def _top(situation: Situation, body: Body) -> str:
    often = " or ".join(str(meets.how_often) for meets in body.meets) or "how often it meets is not said"
    chair = body.chair
    if chair is None:
        return f"{body.name} ({often}; who chairs is not said)"
    how = chair.how.value.replace("-", " ")
    who = f"chaired by {situation.names(chair.held_by)}, {how}" if chair.held_by else f"its chair: {how}"
    return f"{body.name} ({often}; {who})"


def _work(meeting: Meeting) -> Iterator[Consequence]:
    """Find bodies of different partnerships that have the same work."""
    for function in Function:
        holders = [
            (situation, body)
            for situation in meeting.situations
            for body in situation.bodies
            if function in body.remit and function not in _SKIPPED
        ]
        if len({situation.partnership.id for situation, _ in holders}) > 1:
            said = "; ".join(f"{situation.partnership.id}: {body.name}" for situation, body in holders)
            work = function.value.replace("-", " ").replace("co ord", "co-ord")
            text = f"Which body has the work of {work}"
            yield meeting.item(Role.WORK, Certainty.CERTAIN, text, said, about=holders)


def _held(meeting: Meeting, section: str, role: Role, text: str) -> Iterator[Consequence]:
    """Say what the partnerships have of a section, where any has something."""
    held = [(situation, entry) for situation in meeting.situations for entry in situation.of(section)]
    if held:
        counts = [f"{len(s.of(section))} in {s.partnership.id}" for s in meeting.situations]
        yield meeting.item(role, Certainty.CERTAIN, text, f"so far {', '.join(counts)}", about=held)


def _thresholds(meeting: Meeting) -> Iterator[Consequence]:
    """Compare the levels of need of the partnerships."""
    scales = [(situation, _levels(situation)) for situation in meeting.situations]
    if not any(levels for _, levels in scales):
        return
    about = [(situation, level) for situation, levels in scales for level in levels]
    said = "; ".join(f"{situation.partnership.id}: {_scale(levels)}" for situation, levels in scales)
    unread = not all(levels for _, levels in scales)
    alike = not unread and len({_scale(levels) for _, levels in scales}) == 1
    certainty = Certainty.OPEN if unread else Certainty.SETTLED if alike else Certainty.CERTAIN
    yield meeting.item(
        Role.THRESHOLDS, certainty, "One threshold document", said, about=about, keys=("ch1.threshold.publish",)
    )


def _levels(situation: Situation) -> tuple[Any, ...]:
    """Return the levels of the arrangements, else of the newest document that has any."""
    documents: Sequence[Document] = situation.partnership.newest_first
    own = situation.of("levels")
    return own or next((document.levels for document in documents if document.levels), ())


def _scale(levels: Sequence[Any]) -> str:
    return ", ".join(f"{level.number} {' or '.join(level.names)}" for level in levels) or "none is read"


def _published(meeting: Meeting) -> Iterator[Consequence]:
    for text, keys in (
        ("The arrangements of the one partnership", ("ch3.publish.publish", "ch3.publish.boundaries")),
        (
            "The change of the area: agreed, made known to relevant agencies and staff, shown",
            ("ch3.geo.change", "wt23.geo.change"),
        ),
        ("The update, sent to the Department for Education", ("wt23.publish.update",)),
        ("The change, with its date, in the next yearly report", ("ch3.report.updates", "wt23.report.updates")),
    ):
        if any(asked_on(key, meeting.event.day) for key in keys):
            yield meeting.item(Role.OTHER, Certainty.CERTAIN, text, keys=keys, follows=Follows.PUBLISH)
