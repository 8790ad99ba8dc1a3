"""Chapter 5, child death reviews: the panel, who sits on it, what it covers, and what is published of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from attrs import evolve

from safeguarding.law.asking import Ask, once
from safeguarding.law.drafting import Draft
from safeguarding.law.instruments import Verification, act, guidance
from safeguarding.law.outcomes import OPEN, Answer, Missing, Outcome, Part
from safeguarding.law.patches import Blank, Fill
from safeguarding.law.requirement import Checked, Level, Requirement, Settle
from safeguarding.law.said import said, the_best
from safeguarding.law.settling import Say, Show, body_for, paper, settled
from safeguarding.law.stated import INDETERMINATE, MET, NOT_APPLICABLE, NOT_DUE, NOT_MET, PARTLY_MET, stated
from safeguarding.law.wt2018.areas import exists
from safeguarding.law.wt2018.charged import Charged, charged, group_for
from safeguarding.law.wt2018.child_death_partners import Agencies, agencies, guidance_used, involved, spoken_of
from safeguarding.law.wt2018.deadlines import FIRST_PUBLICATION
from safeguarding.law.wt2018.panel_seats import represented
from safeguarding.model import (
    Area,
    AreaKind,
    Body,
    Discipline,
    Function,
    Funding,
    Lead,
    Office,
    Post,
    Side,
    Topic,
)
from safeguarding.unknown import agree, all_of, any_of

HEADING = "Responsibilities of child death review partners"
_DEATHS = Topic.CHILD_DEATHS
_PANEL = "a child death overview panel or its equivalent"
_NAMING_THE_DOCTOR = (_DEATHS, Topic.BODIES)
"""Where the designated doctor would be named."""
_NEED = "the body that reviews child deaths, with child-death-review in its remit"
SIXTY = 60
"""The deaths that a population should typically have in a year for their review to teach something."""


def _panels(ask: Ask) -> list[Charged]:
    return charged(ask, Function.CHILD_DEATHS)


# Structure and process


def _structure(ask: Ask) -> Answer:
    """Look for the body that reviews deaths, and for a process: said, or shown by the guidance that it follows."""
    words = "a process on the model of the operational guidance"
    process = the_best(words, [*guidance_used(ask, words), said(ask, _DEATHS, "process", words)])
    return ask.whole([group_for(ask, Function.CHILD_DEATHS, _PANEL, _NEED), process])


# Members

_DISCIPLINES = {
    Discipline.PUBLIC_HEALTH: "public health",
    Discipline.CHILD_DEATH_DOCTOR: "the designated doctor for child deaths",
    Discipline.SOCIAL_SERVICES: "social services",
    Discipline.POLICE: "the police",
    Discipline.SAFEGUARDING_PROFESSIONAL: "the designated doctor or nurse for safeguarding",
    Discipline.PRIMARY_CARE: "primary care",
    Discipline.NURSING_OR_MIDWIFERY: "nursing or midwifery",
    Discipline.LAY: "lay people",
}


def _membership(ask: Ask) -> Answer:
    """Look for a seat of each discipline on the bodies that review deaths, as far as their seats are listed."""
    panels = _panels(ask)
    return ask.whole([_seat(ask, panels, which, words) for which, words in _DISCIPLINES.items()])


def _seat(ask: Ask, panels: list[Charged], which: Discipline, words: str, who: str = "") -> Part:
    listed = [one for one in panels if one.body.seats or len(one.body.values("seats")) != 1]
    path = f"body.{panels[0].body.id}.seats" if panels else "body"
    need = Missing(path=path, need=f"whether {who or words} has a seat where child deaths are reviewed")
    if not listed:
        return ask.silent(words, (Topic.BODIES,), path, need.need)
    truths = [represented(ask, one.body, which) if one.surely else _perhaps(ask, one.body, which) for one in listed]
    truth = any_of(truths)
    evidence = tuple(item for one in listed for item in ask.evidence(one.body, "seats"))
    if truth:
        body = listed[truths.index(True)].body
        return ask.part(words, True, f"has a seat on {body.name}", evidence=evidence)
    if truth is None or not ask.situation.fully_read(Topic.BODIES) or not any(one.surely for one in listed):
        missing = once([*(item for one in listed for item in one.missing), need])
        return ask.part(words, None, "whether a seat is for it is open", evidence=evidence, missing=missing)
    return ask.part(words, False, "no seat is listed for it", evidence=evidence, missing=(need,))


def _perhaps(ask: Ask, body: Body, which: Discipline) -> bool | None:
    """Say the same of a body that may not be the one: never yes."""
    return None if represented(ask, body, which) is not False else False


def _doctors(ask: Ask) -> list[tuple[bool | None, Post]]:
    """Return the posts that are the designated doctor's, or may be, and whether they surely are."""
    posts: tuple[Post, ...] = ask.situation.of("posts")
    found = [(agree(one is Office.CHILD_DEATH_DOCTOR for one in post.values("office")), post) for post in posts]
    return [(truth, post) for truth, post in found if truth is not False]


def _doctor(ask: Ask) -> Answer:
    """Look for the designated doctor for child deaths, and for a seat of theirs on the panel."""
    return ask.whole([_appointed(ask), _seated(ask)])


def _appointed(ask: Ask) -> Part:
    """Look for the post of the designated doctor: of several the one that does most counts."""
    words = "a designated doctor for child deaths"
    doctors = _doctors(ask)
    found = [_post(ask, post, words, sure=bool(truth)) for truth, post in doctors]
    topics = _NAMING_THE_DOCTOR
    read = ask.situation.fully_read(*topics)
    if not read or not any(truth for truth, _ in doctors):
        need = f'{words}: a post with the office "{Office.CHILD_DEATH_DOCTOR.value}"'
        silent = ask.silent(words, topics, "post", need)
        # What was not read may be a post that is still to come.
        found.append(silent if read else evolve(silent, possible=silent.possible | {NOT_DUE}))
    return the_best(words, found)


def _post(ask: Ask, post: Post, words: str, *, sure: bool) -> Part:
    """Look whether a post is there on the date."""
    there = ask.situation.during(post)
    to_come = [start.earliest > ask.as_of for start in post.values("starts") if start]
    need = Missing(path=f"post.{post.id}", need=f"whether the {post.title} is the designated doctor on the date")
    evidence = ask.evidence(post, says=post.title)
    if there is False and post.starts and all(to_come):
        part = ask.planned(words, post.starts, f"{post.title}, planned", evidence=evidence, missing=(need,))
    elif there is False and not any(to_come):
        part = ask.part(words, False, f"{post.title}: no longer there", evidence=evidence, missing=(need,))
    elif there:
        part = ask.part(words, True, post.title, evidence=evidence)
    else:
        possible = OPEN | {NOT_DUE}
        part = ask.part(words, possible, f"{post.title}, perhaps", evidence=evidence, missing=(need,))
    if sure:
        return part
    possible = part.possible | {NOT_APPLICABLE}
    return evolve(part, possible=possible, message=f"{post.title}, perhaps", missing=(need,), due=None)


def _seated(ask: Ask) -> Part:
    return _seat(
        ask, _panels(ask), Discipline.CHILD_DEATH_DOCTOR, "the doctor's seat on the panel", "the designated doctor"
    )


# Footprint


def _each(judge: Callable[[Ask, Body], Part], words: str, name: str) -> Callable[[Ask], Answer]:
    """Make a check that looks at each body that reviews deaths.

    Args:
        judge: looks at one of them.
        words: what is looked for.
        name: the field of the body in which it would stand.
    """

    def check(ask: Ask) -> Answer:
        panels = _panels(ask)
        parts = []
        for one in panels:
            part = judge(ask, one.body)
            if not one.surely:
                possible = part.possible | {NOT_APPLICABLE}
                part = evolve(part, possible=possible, missing=(*one.missing, *part.missing))
            parts.append(part)
        if not any(one.surely for one in panels):
            parts.append(ask.silent(words, (Topic.BODIES,), f"body.{name}", f"{words}: {_NEED}, with {name}"))
        return ask.whole(parts + (ask.rest(Topic.BODIES, what="bodies") if panels else []))

    return check


def _footprint(ask: Ask, body: Body) -> Part:
    """Look whether a body serves the whole of at least one local authority area."""
    areas: tuple[Area, ...] = ask.situation.of("areas")
    truths = [
        any_of(_whole_of_one(ask, area, areas) for area in areas if not serves or area.id in serves) if areas else None
        for serves in body.values("serves")
    ]
    truth = agree(truths)
    names = ask.situation.names(body.serves) or "the whole area of the arrangements"
    need = Missing(path=f"body.{body.id}.serves", need=f"which local authority areas {body.name} serves")
    if truth is False and not (body.serves or ask.situation.fully_read(Topic.AREAS)):
        truth = None
    message = f"serves {names}"
    message += "" if truth else "; no whole local authority area is among it" if truth is False else ", perhaps"
    evidence = ask.evidence(body, "serves", message)
    return ask.part(body.name, truth, message, evidence=evidence, missing=() if truth else (need,))


def _whole_of_one(ask: Ask, area: Area, areas: Iterable[Area]) -> bool | None:
    """Say whether an area is that of a local authority, or takes one in."""
    if exists(area, ask.as_of):
        return True
    inside = any_of(
        all_of([exists(other, ask.as_of), agree(area.id in within for within in other.values("part_of"))])
        for other in areas
    )
    if inside:
        return True
    smaller = agree(kind in {AreaKind.DISTRICT, AreaKind.LOCAL_AUTHORITY} for kind in area.values("kind"))
    gone = exists(area, ask.as_of) is False
    return False if smaller and gone and inside is False else None


def _sixty(ask: Ask, body: Body) -> Part:
    """Look whether a body typically reviews at least sixty deaths in a year."""
    numbers = body.values("reviews_a_year")
    need = Missing(
        path=f"body.{body.id}.reviews_a_year", need=f"how many deaths {body.name} typically reviews in a year"
    )
    if not numbers or None in numbers:
        unreadable = not numbers or len(numbers) > 1
        return ask.silent(body.name, (Topic.BODIES, _DEATHS), need.path, need.need, unreadable=unreadable)
    truth = agree(number >= SIXTY for number in numbers)
    message = f"{' or '.join(str(number) for number in numbers)} deaths are typically reviewed in a year"
    evidence = ask.evidence(body, "reviews_a_year", message)
    return ask.part(body.name, truth, message, evidence=evidence, missing=() if truth else (need,))


# Money


def _funding(ask: Ask) -> Answer:
    """Look for how the review of deaths is funded: as it is said, or in a line of funding for it."""
    words = "how the review of child deaths is funded"
    found = [said(ask, _DEATHS, "funding", words)]
    funding: tuple[Funding, ...] = ask.situation.of("funding")
    for one in funding:
        truth = agree(any(line.for_child_deaths for line in lines) for lines in one.values("lines"))
        if truth is False:
            continue
        labels = ", ".join(line.label for line in one.lines if line.for_child_deaths)
        path = f"{ask.situation.path(one)}.lines"
        need = Missing(path=path, need="which lines are for the review of child deaths")
        message = f"in the funding: {labels}" if truth else "whether a line is for it could not be read for certain"
        evidence = ask.evidence(one, "lines", labels) if labels else ()
        found.append(ask.part(words, truth, message, evidence=evidence, missing=() if truth else (need,)))
    return ask.whole([the_best(words, found)])


# What is published


def _publicise(ask: Ask) -> Answer:
    """Look for each of the four things: in the arrangements' own sections, or in a statement of what is published."""
    led = all_of([_is_led(ask, Office.CHIEF_EXECUTIVE), _is_led(ask, Office.ACCOUNTABLE_OFFICER)])
    both = all_of([involved(ask, Side.LOCAL_AUTHORITY), involved(ask, Side.HEALTH)])
    where = any_of(exists(area, ask.as_of) for area in ask.situation.of("areas"))
    doctor = any_of(all_of([truth, ask.situation.during(post)]) for truth, post in _doctors(ask))
    return ask.whole([
        _item(ask, "officials", "the accountable officials", led, (Topic.LEADS,), "leads", "lead"),
        _item(ask, "partners", "the partners involved", both, (Topic.PARTNERS,), "partners", "partner"),
        _item(ask, "area", "the area covered", where, (Topic.AREAS,), "areas", "area"),
        _item(ask, "designated-doctor", "the designated doctor", doctor, _NAMING_THE_DOCTOR, "posts", "post"),
    ])  # fmt: skip


def _item(
    ask: Ask, part: str, words: str, named: bool | None, topics: tuple[Topic, ...], section: str, path: str
) -> Part:
    """Look for one of the four: a section of the arrangements names it, or a statement says that it is published."""
    entries = [post for _, post in _doctors(ask)] if section == "posts" else ask.situation.of(section)
    evidence = tuple(item for entry in entries for item in ask.evidence(entry))
    spoken = spoken_of(ask)
    if named and spoken:
        return ask.part(words, True, "named in the arrangements", evidence=evidence)
    found = said(ask, Topic.CHILD_DEATH_PUBLICATION, part, words)
    if named:
        need = Missing(path="statement", need=f"whether this is published of child death reviews: {words}")
        message = "named in the arrangements, and nothing is said of it for child death reviews"
        return the_best(words, [ask.part(words, None, message, evidence=evidence, missing=(need,)), found])
    if named is False and ask.situation.fully_read(*topics):
        return found
    need = Missing(path=path, need=words)
    message = "whether the arrangements name it is open"
    return the_best(words, [found, ask.part(words, None, message, evidence=evidence, missing=(need,))])


def _is_led(ask: Ask, office: Office) -> bool | None:
    """Say whether a post of some office leads for a child death review partner, as the arrangements name its lead."""
    own = agencies(ask)
    leads: tuple[Lead, ...] = ask.situation.of("leads")
    return any_of(all_of([_partner_of(lead, own), _holds(ask, lead, office)]) for lead in leads)


def _partner_of(lead: Lead, own: Agencies) -> bool | None:
    return agree(
        True if agency in own.sure else None if agency in own.perhaps else False for agency in lead.values("partner")
    )


def _holds(ask: Ask, lead: Lead, office: Office) -> bool | None:
    """Say whether the lead holds an office; which office a post is, is open where it is not said."""
    posts: list[Post] = [ask.situation.entries[post] for post in lead.values("post")]
    return agree(None if one is None else one is office for post in posts for one in post.values("office") or (None,))


# What settles it

_GROUP = "the panel that reviews child deaths"
_DOCTOR = "the designated doctor for child deaths"
REVIEWED_BY = body_for(_PANEL, Function.CHILD_DEATHS.value, "panel", _GROUP)


BY_GUIDANCE = paper("child-death-guidance", "law-or-guidance", "the guidance on child death review that is followed")


def _the_panel(draft: Draft) -> str | None:
    """Return the only body that reviews deaths, or a new one; none where it is open which that is."""
    panels = _panels(draft.ask)
    if len(panels) > 1 or any(not one.surely for one in panels):
        return None
    return panels[0].body.id if panels else draft.body(Function.CHILD_DEATHS.value, "panel", _GROUP)


def _seat_for(which: Discipline, *subjects: str) -> Show:
    """Make what drafts a seat on the panel for a discipline."""

    def draft_it(draft: Draft) -> bool:
        panel = _the_panel(draft)
        if panel is None:
            return False
        body = draft.ask.situation.entries.get(panel)
        if body is not None and (body.also or body.unknown):
            return False
        group = Blank(f"the post or group in the seat for {_DISCIPLINES[which]}", Fill.NAME)
        draft.seat(panel, group=group, represents=(which.value,))
        return True

    return Show(subjects=subjects, draft=draft_it)


def _appoint(draft: Draft) -> bool:
    draft.post("child-death-doctor", f"the title of {_DOCTOR}", office=Office.CHILD_DEATH_DOCTOR.value)
    return True


def _of_the_panel(name: str, blank: Blank | None) -> Settle:
    """Make what drafts the panel, and a field of it; without a blank the panel alone."""

    def settle(draft: Draft, _: Answer) -> Outcome | None:
        panel = _the_panel(draft)
        body = draft.ask.situation.entries.get(panel) if panel else None
        if panel is None or (body is not None and (body.also or blank is None or getattr(body, name) is not None)):
            return None
        if blank is None:
            draft.area()
        else:
            draft.change(f"body.{panel}", None, **{name: blank})
        return MET

    return settle


_PUBLISHED = {
    "officials": "the accountable officials",
    "partners": "the partners involved",
    "area": "the area covered",
    "designated-doctor": "the designated doctor",
}


def _r(**more: Any) -> Requirement:
    values: dict[str, Any] = {
        "level": Level.SHOULD,
        "who": "child death review partners",
        "heading": HEADING,
        "citations": (guidance(HEADING, chapter=5),),
        "silence": INDETERMINATE,
    } | more
    return Requirement(**values)


_EACH = frozenset({MET, PARTLY_MET, NOT_MET, INDETERMINATE})

REQUIREMENTS = (
    _r(
        key="ch5.structure",
        title="A structure and a process for reviews of deaths",
        asks=(
            "The partners establish a structure and a process to review all deaths of children, on the model of the "
            "operational guidance on child death review."
        ),
        verification=Verification.READ,
        read_at=("LLRCDOP", "CDRFORMS"),
        checked=Checked.DOCUMENTS,
        reaches=_EACH | {NOT_DUE},
        do="Name the body that reviews child deaths, and its process, or the guidance that it follows.",
        check=_structure,
        settle=settled(
            REVIEWED_BY,
            Say(
                topic=_DEATHS,
                part="process",
                subjects=("a process on the model of the operational guidance",),
                uses=BY_GUIDANCE,
            ),
        ),
    ),
    _r(
        key="ch5.membership",
        title="Who sits where child deaths are reviewed",
        asks=(
            "The partners consider core representation, ideally of public health, the designated doctor for child "
            "deaths, social services, the police, the designated doctor or nurse for safeguarding, primary care, "
            "nursing or midwifery, and lay people, and of others."
        ),
        verification=Verification.READ,
        read_at=("DDSCP", "BRADCDOP"),
        checked=Checked.DOCUMENTS,
        reaches=_EACH,
        do="List the seats of the body that reviews child deaths, and what each represents.",
        check=_membership,
        settle=settled(*(_seat_for(which, words) for which, words in _DISCIPLINES.items())),
    ),
    _r(
        key="ch5.funding",
        title="How reviews of deaths are funded is agreed",
        asks="The partners agree locally how the child death review process is funded.",
        citations=(guidance(HEADING, chapter=5), act("16O")),
        verification=Verification.MEMORY,
        checked=Checked.DOCUMENTS,
        reaches=frozenset({MET, NOT_MET, NOT_DUE, INDETERMINATE}),
        do="Say how the review of child deaths is funded, or mark the lines of funding that are for it.",
        check=_funding,
        settle=settled(Say(topic=_DEATHS, part="funding", subjects=("how the review of child deaths is funded",))),
    ),
    _r(
        key="ch5.footprint.la",
        title="At least one whole local authority area is covered",
        level=Level.MUST,
        asks="The footprint is agreed locally, and extends to at least one local authority area.",
        citations=(guidance(HEADING, chapter=5), act("16P")),
        verification=Verification.CORROBORATED,
        read_at=("CORNCDR2", "NLINCSCDR", "LEEDSCDR"),
        checked=Checked.DOCUMENTS,
        reaches=_EACH,
        do="Record which areas the body that reviews child deaths serves, and of what kind they are.",
        check=_each(_footprint, "which areas it serves", "serves"),
        settle=_of_the_panel("serves", None),
    ),
    _r(
        key="ch5.footprint.60",
        title="Enough deaths are reviewed for something to be learnt",
        asks="The population is such that at least sixty deaths are typically reviewed in a year.",
        verification=Verification.READ,
        read_at=("CORNCDR", "CHSCBCDR"),
        checked=Checked.DOCUMENTS,
        reaches=_EACH,
        do="Record how many deaths the body typically reviews in a year, and where fewer, why: as a departure.",
        check=_each(_sixty, "how many deaths are reviewed in a year", "reviews_a_year"),
        settle=_of_the_panel(
            "reviews_a_year",
            Blank("how many deaths are typically reviewed in a year", Fill.COUNT, least=SIXTY),
        ),
    ),
    _r(
        key="ch5.plans",
        title="Plans for administration and logistics",
        asks="The partners develop clear plans for the administration and the logistics of the process.",
        verification=Verification.MEMORY,
        do="Say who administers the process, and how.",
        **stated(_DEATHS, {"administration": "administration and logistics"}),
    ),
    _r(
        key="ch5.designated-doctor",
        title="A designated doctor for child deaths on the panel",
        asks="The partners appoint a designated doctor for child deaths, a senior paediatrician, to the panel.",
        verification=Verification.CORROBORATED,
        read_at=("DDSCP", "BRADCDOP"),
        checked=Checked.DOCUMENTS,
        reaches=_EACH | {NOT_DUE},
        do="Record the post of the designated doctor for child deaths, and its seat on the panel.",
        check=_doctor,
        settle=settled(
            Show(subjects=("a designated doctor for child deaths",), draft=_appoint),
            _seat_for(Discipline.CHILD_DEATH_DOCTOR, "the doctor's seat on the panel"),
        ),
    ),
    _r(
        key="ch5.publicise",
        title="What is published of child death review",
        asks=(
            "The partners publish who the accountable officials are (the chief executive of the local authority and "
            "the accountable officer of the health body), the partners involved, the area, and the designated doctor."
        ),
        verification=Verification.READ,
        read_at=("CORNCDR",),
        checked=Checked.DOCUMENTS,
        silence=NOT_MET,
        owed_from=FIRST_PUBLICATION,
        reaches=_EACH,
        do="Publish the four: accountable officials, partners, area and designated doctor.",
        check=_publicise,
        settle=settled(
            *(
                Say(topic=Topic.CHILD_DEATH_PUBLICATION, part=part, subjects=(words,))
                for part, words in _PUBLISHED.items()
            )
        ),
    ),
)
