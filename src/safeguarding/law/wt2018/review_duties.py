"""Chapter 4, duties: identifying serious cases, what reviews are for, and which guidance is followed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from attrs import evolve

from safeguarding.law.asking import Ask
from safeguarding.law.at_work import by_a_body
from safeguarding.law.instruments import Verification, act, guidance
from safeguarding.law.outcomes import OPEN, Answer, Missing, Outcome, Part
from safeguarding.law.requirement import Checked, Level, Requirement, Settle
from safeguarding.law.said import said
from safeguarding.law.settling import Say, body_for, paper, settled
from safeguarding.law.stated import INDETERMINATE, MET, NOT_APPLICABLE, NOT_DUE, NOT_MET, PARTLY_MET, stated
from safeguarding.model import Body, Function, PaperKind, Registered, Statement, Topic
from safeguarding.unknown import agree, any_of

HEADING = "Duties and definitions"

# Cases are identified, and reviewed under supervision


def _arrange(ask: Ask) -> Answer:
    """Look whether serious cases are identified and reviewed, under a body that answers to the partners."""
    return ask.whole(
        [
            said(ask, Topic.SERIOUS_CASES, "identify", "how serious cases are identified"),
            said(ask, Topic.REVIEWS, "commission", "how reviews are commissioned"),
            _supervision(ask),
        ]
    )


def _supervision(ask: Ask) -> Part:
    """Look for a body with practice reviews in its remit that is in force and answers to the partners."""
    found = [(body, has) for body in ask.situation.bodies if (has := _reviews(body)) is not False]
    need = "the body that oversees practice reviews, with practice-reviews in its remit"
    return by_a_body(ask, "supervision of reviews", found, need, "whether practice reviews are in the remit of {}")


def _reviews(body: Body) -> bool | None:
    """Say whether practice reviews are in the remit of a body; open where it has none that is stated."""
    return agree(Function.REVIEWS in remit if remit else None for remit in body.values("remit"))


# Which guidance is followed


def citing(ask: Ask, part: str, words: str) -> Part:
    """Look for a statement on serious cases that says which guidance it follows.

    Args:
        ask: the requirement and the situation.
        part: the part of the topic.
        words: its name in words.
    """
    found = said(ask, Topic.SERIOUS_CASES, part, words)
    if MET not in found.possible:
        return found
    statements = [one for one in ask.situation.statements(Topic.SERIOUS_CASES) if part in one.parts]
    if not statements or any_of(_cites(ask, one, part) for one in statements):
        return found
    paths = [ask.situation.path(one) for one in statements]
    missing = tuple(
        Missing(path=f"{path}.uses", need="which guidance, as an entry of the register of kind law-or-guidance")
        for path in paths
    )
    message = f"{found.message}; which guidance that is, is not said"
    return evolve(found, possible=found.possible | OPEN, message=message, missing=(*found.missing, *missing))


def _cites(ask: Ask, statement: Statement, part: str) -> bool | None:
    """Say whether a statement, or the one to which it points, names guidance in the register."""
    if statement.by_reference is not None:
        other = ask.situation.supplied(statement.by_reference)
        there = [one for one in other.statements if one.topic is statement.topic and part in one.parts] if other else []
        return any_of(_names_guidance(ask, one) for one in there)
    return _names_guidance(ask, statement)


def _names_guidance(ask: Ask, statement: Statement) -> bool | None:
    return agree(any_of(_is_guidance(ask, paper) for paper in uses) for uses in statement.values("uses"))


def _is_guidance(ask: Ask, paper: str) -> bool | None:
    entry = ask.situation.entries.get(paper)
    if not isinstance(entry, Registered):
        return None
    return agree(kind is PaperKind.LAW_OR_GUIDANCE for kind in entry.values("kind"))


def _panel_guidance(ask: Ask) -> Answer:
    return ask.whole([citing(ask, "panel-guidance", "the Panel's guidance")])


REVIEW_GROUP = "the group that oversees practice reviews"


def cite(part: str, words: str) -> Settle:
    """Make what drafts that guidance on serious cases is followed, and the guidance in the register.

    Args:
        part: the part of the topic.
        words: its name in words.
    """
    used = paper(part, "law-or-guidance", words)
    return settled(Say(topic=Topic.SERIOUS_CASES, part=part, subjects=(words,), uses=used))


READ = Verification.READ
SP = "safeguarding partners"


def _r(*, who: str = SP, silence: Outcome = INDETERMINATE, **more: Any) -> Requirement:
    return Requirement(who=who, silence=silence, heading=HEADING, **more)


def _rows() -> Iterator[Requirement]:
    yield _r(
        key="ch4.arrange",
        title="Serious cases are identified and reviewed",
        level=Level.MUST,
        asks=(
            "The partners make arrangements to identify serious child safeguarding cases that raise issues of "
            "importance to the area, and to have them reviewed under their supervision where appropriate."
        ),
        citations=(act("16F", "(1)"),),
        verification=READ,
        read_at=("S16F",),
        checked=Checked.DOCUMENTS,
        reaches=frozenset({MET, PARTLY_MET, NOT_MET, NOT_DUE, INDETERMINATE}),
        do=(
            "Say how serious cases are identified and who commissions reviews, and give the body that oversees them "
            "practice-reviews in its remit and a line to the partners."
        ),
        check=_arrange,
        settle=settled(
            Say(topic=Topic.SERIOUS_CASES, part="identify", subjects=("how serious cases are identified",)),
            Say(topic=Topic.REVIEWS, part="commission", subjects=("how reviews are commissioned",)),
            body_for("supervision of reviews", "practice-reviews", "subgroup", REVIEW_GROUP),
        ),
        premises=("ch3.partners.arrange",),
    )
    yield _r(
        key="ch4.purpose",
        title="What a review is for",
        level=Level.MUST,
        asks=(
            "The purpose of a review is to identify improvements to be made in the area; the guidance adds that it is "
            "not to hold anybody to account."
        ),
        citations=(act("16F", "(2)"), guidance(HEADING, chapter=4)),
        verification=READ,
        read_at=("S16F", "HILLCSPR", "CIOSREV", "SUSSEXSPR", "CAMBSSPR"),
        do="Say that reviews are held to identify improvements, and not to blame.",
        premises=("ch3.partners.arrange",),
        **stated(Topic.REVIEWS, {"purpose": "that reviews are held to identify improvements"}),
    )
    yield _r(
        key="ch4.panel-guidance",
        title="The Panel's own guidance is followed",
        level=Level.SHOULD,
        asks="The partners have regard to the guidance of the Panel, which sets times for rapid reviews and responses.",
        citations=(guidance(HEADING, chapter=4),),
        verification=Verification.CORROBORATED,
        read_at=("Lincolnshire 2019",),
        checked=Checked.DOCUMENTS,
        reaches=frozenset({MET, NOT_MET, NOT_DUE, INDETERMINATE}),
        do="Name the Panel's guidance in the register, with its date, and say that reviews follow it.",
        check=_panel_guidance,
        settle=cite("panel-guidance", "the Panel's guidance"),
        premises=("ch3.partners.arrange",),
    )
    yield _r(
        key="ch4.def.serious-harm",
        title="What serious harm includes",
        level=Level.DEFINITION,
        who="-",
        asks=(
            "Serious harm includes serious or long-term impairment of mental health or of intellectual, emotional, "
            "social or behavioural development; the guidance adds physical health, and says that the list is not "
            "complete and that a child's recovery does not exclude it."
        ),
        citations=(act("16B", "(9)"), guidance(HEADING, chapter=4)),
        verification=READ,
        read_at=("S16B", "NELINCS", "SEFTON111", "SUSSEXSPR"),
        checked=Checked.NOT_TESTED,
        silence=NOT_APPLICABLE,
        do="Nothing to do: whether harm is serious is judged in each case.",
    )
    yield _r(
        key="ch4.panel-info",
        title="Requests of the Panel are met",
        level=Level.MUST,
        who="anyone the Panel asks",
        asks=(
            "Whoever the Panel asks for information that it needs for its functions gives it; the Panel may use it "
            "for those alone, and may go to court where it is refused."
        ),
        citations=(act("16D"),),
        verification=READ,
        read_at=("S16D",),
        do="Say how a request of the Panel for information is answered, and by whom.",
        premises=("ch3.partners.arrange",),
        **stated(
            Topic.SERIOUS_CASES, {"panel-requests": "how the Panel's requests for information are met"}, by_person=True
        ),
    )


REQUIREMENTS = tuple(_rows())
