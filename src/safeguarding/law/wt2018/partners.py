"""Chapter 3, partners and purpose: who the partners are, and what they do together."""

from __future__ import annotations

from safeguarding.law import remedies
from safeguarding.law.asking import Ask
from safeguarding.law.gazetteer.rows import BOARDS_FROM
from safeguarding.law.instruments import Verification, act, guidance
from safeguarding.law.outcomes import Answer
from safeguarding.law.requirement import Amended, Checked, Level, Requirement
from safeguarding.law.stated import (
    INDETERMINATE,
    MET,
    NEEDS_JUDGEMENT,
    NOT_DUE,
    NOT_MET,
    PARTLY_MET,
    laid_out,
    stated,
)
from safeguarding.law.wt2018.areas import arrange, three
from safeguarding.law.wt2018.deadlines import FIRST_PUBLICATION
from safeguarding.law.wt2018.governance import coordinate, lead_group
from safeguarding.law.wt2018.regard import regard
from safeguarding.model import Topic

HEADING = "Partners and purpose"


def _links(ask: Ask) -> Answer:
    links = ask.situation.of("other_partnerships")
    need = "how it is linked: what one receives from, reports to or does for the other"
    if not links:
        return ask.whole([ask.silent("links", (Topic.LINKS,), "other_partnership", need)])
    parts = []
    for link in links:
        path = f"other_partnership.{link.id}.how"
        if link.flows or link.how:
            says = link.how or ", ".join(flow.value for flow in link.flows)
            parts.append(ask.part(link.name, True, says, evidence=ask.evidence(link, says=says)))
        else:
            parts.append(ask.silent(link.name, (Topic.LINKS,), path, f"{link.name}: {need}"))
    return ask.whole(parts + ask.rest(Topic.LINKS, what="links"))


READ = Verification.READ
SP = "safeguarding partners"

REQUIREMENTS = (
    Requirement(
        key="ch3.partners.three",
        title="Who the partners are",
        level=Level.MUST,
        who=SP,
        asks=(
            "The partners for a local authority area are the local authority, and every health body and every "
            "chief officer of police whose area takes in any part of it."
        ),
        heading=HEADING,
        citations=(act("16E", "(3)"), guidance(HEADING)),
        verification=READ,
        read_at=("S16E", "CPSCP"),
        checked=Checked.DOCUMENTS,
        silence=INDETERMINATE,
        reaches=frozenset({MET, PARTLY_MET, NOT_MET, INDETERMINATE}),
        do="Name, for each local authority area, every partner, and how much of the area each covers.",
        check=three,
        settle=remedies.partners,
        amended=(
            Amended(
                starts=BOARDS_FROM,
                changed="the health partner is an integrated care board, and no longer a clinical commissioning group",
                read_at=("S16E",),
            ),
        ),
    ),
    Requirement(
        key="ch3.partners.arrange",
        title="Arrangements are made",
        level=Level.MUST,
        who=SP,
        asks=(
            "The partners make arrangements for themselves, and any relevant agency they think fit, to work "
            "together to safeguard and promote the welfare of children in the area."
        ),
        heading=HEADING,
        citations=(act("16E", "(1)"),),
        verification=READ,
        read_at=("S16E",),
        checked=Checked.DOCUMENTS,
        silence=INDETERMINATE,
        reaches=frozenset({MET, PARTLY_MET, NOT_MET, INDETERMINATE}),
        do="Give the published arrangements as a file of kind arrangements, with every area they are for.",
        check=arrange,
        settle=remedies.area,
    ),
    Requirement(
        key="ch3.partners.identify-respond",
        title="Working together on children's needs",
        level=Level.MUST,
        who=SP,
        asks="The arrangements include working together to identify and respond to the needs of children.",
        heading=HEADING,
        citations=(act("16E", "(2)"),),
        verification=READ,
        read_at=("S16E",),
        silence=INDETERMINATE,
        do="Record what the arrangements say on how needs are identified and how they are responded to.",
        premises=("ch3.partners.arrange",),
        **stated(
            Topic.IDENTIFY_RESPOND,
            {"identify": "identifying needs", "respond": "responding to needs"},
            by_person=True,
        ),
    ),
    Requirement(
        key="ch3.partners.equal-duty",
        title="A shared and equal duty",
        level=Level.MUST,
        who=SP,
        asks="The partners share the duty equally, and are responsible equally and jointly.",
        heading=HEADING,
        citations=(guidance(HEADING), act("16E")),
        verification=READ,
        read_at=("CPSCP", "CHSCP", "KCSIE24", "PQ1464752", "WIRRALDEC", "HOUNS"),
        silence=INDETERMINATE,
        do="Record where the arrangements say that the duty is equal and joint, and how the partners decide.",
        premises=("ch3.partners.arrange",),
        **stated(Topic.EQUAL_DUTY, {"equal": "equal and joint responsibility"}, by_person=True),
    ),
    Requirement(
        key="ch3.partners.act",
        title="Acting in accordance with the arrangements",
        level=Level.MUST,
        who="safeguarding partners and relevant agencies",
        asks="Partners and relevant agencies act in accordance with the arrangements.",
        heading=HEADING,
        citations=(act("16G", "(4)"),),
        verification=READ,
        read_at=("S16G",),
        silence=INDETERMINATE,
        do="Lay before a person what shows that partners and agencies act as the arrangements say.",
        premises=("ch3.partners.arrange",),
        **laid_out(Topic.COMMITMENT, Topic.RA_DUTY),
    ),
    Requirement(
        key="ch3.partners.regard",
        title="Regard to the guidance",
        level=Level.MUST,
        who="safeguarding partners and relevant agencies",
        asks="Partners and relevant agencies have regard to the guidance of the Secretary of State.",
        heading=HEADING,
        citations=(act("16K", "(1)"),),
        verification=READ,
        read_at=("S16K",),
        checked=Checked.DOCUMENTS,
        silence=INDETERMINATE,
        reaches=frozenset({MET, NOT_MET, INDETERMINATE}),
        do='Record the guidance that the arrangements name, as publication.guidance = ["WT2018"].',
        check=regard,
        settle=remedies.guidance,
        premises=("ch3.partners.arrange",),
    ),
    Requirement(
        key="ch3.partners.coordinate",
        title="Co-ordination, and who answers to whom",
        level=Level.SHOULD,
        who=SP,
        asks="The partners agree on ways to co-ordinate their safeguarding services.",
        heading=HEADING,
        citations=(guidance(HEADING),),
        verification=READ,
        read_at=("CPSCP", "CHSCP"),
        checked=Checked.PRESENCE,
        silence=INDETERMINATE,
        reaches=frozenset({NEEDS_JUDGEMENT, PARTLY_MET, NOT_MET, NOT_DUE, INDETERMINATE}),
        do="Say of each board and group to whom it reports, so that every line ends with the partners.",
        check=coordinate,
        settle=remedies.lines,
        premises=("ch3.partners.arrange",),
    ),
    Requirement(
        key="ch3.partners.lead-group",
        title="A strategic leadership group",
        level=Level.SHOULD,
        who=SP,
        asks="The partners act as a strategic leadership group in supporting and engaging others.",
        heading=HEADING,
        citations=(guidance(HEADING),),
        verification=READ,
        read_at=("CPSCP", "CHSCP"),
        checked=Checked.DOCUMENTS,
        silence=INDETERMINATE,
        reaches=frozenset({MET, PARTLY_MET, NOT_DUE, INDETERMINATE}),
        do="Name the group through which the partners lead, a seat on it for each, and how often it meets.",
        check=lead_group,
        settle=remedies.lead_group,
        premises=("ch3.partners.arrange",),
    ),
    Requirement(
        key="ch3.partners.learning",
        title="Local and national learning",
        level=Level.SHOULD,
        who=SP,
        asks="The partners put local and national learning into effect, also from serious incidents.",
        heading=HEADING,
        citations=(guidance(HEADING),),
        verification=READ,
        read_at=("CPSCP", "CHSCP"),
        silence=INDETERMINATE,
        do="Record by which route local learning, and by which national learning, reaches practice.",
        premises=("ch3.partners.arrange",),
        **stated(Topic.LEARNING, {"local": "local learning", "national": "national learning"}, by_person=True),
    ),
    Requirement(
        key="ch3.partners.set-out",
        title="How they will work together is set out",
        level=Level.MUST,
        who=SP,
        asks="The partners set out how they will work together, and with any relevant agency.",
        heading=HEADING,
        citations=(guidance(HEADING), act("16G", "(2)")),
        verification=READ,
        read_at=("CPSCP", "KCSIE24"),
        silence=NOT_MET,
        do="Set out how the partners work together, and how they work with relevant agencies.",
        premises=("ch3.partners.arrange",),
        owed_from=FIRST_PUBLICATION,
        **stated(
            Topic.WORKING_TOGETHER,
            {"partners": "working with each other", "relevant-agencies": "working with relevant agencies"},
            by_person=True,
            plan=True,
        ),
    ),
    Requirement(
        key="ch3.purpose.outcomes",
        title="A system in which children are safeguarded",
        level=Level.SHOULD,
        who="safeguarding partners and local organisations",
        asks=(
            "The arrangements support a local system in which children are safeguarded, a vision is owned "
            "jointly, organisations challenge each other, new threats are spotted early, learning is embedded "
            "and information is shared."
        ),
        heading=HEADING,
        citations=(guidance(HEADING),),
        verification=READ,
        read_at=("SEFTONSCP", "CWACABOUT"),
        silence=INDETERMINATE,
        do="Have a person judge how the vision, values and priorities serve these purposes.",
        premises=("ch3.partners.arrange",),
        **laid_out(Topic.PURPOSE, aims=True),
    ),
    Requirement(
        key="ch3.purpose.processes",
        title="Processes across institutional boundaries",
        level=Level.SHOULD,
        who="safeguarding partners, with others",
        asks=(
            "The partners and others develop processes that drive action across institutional boundaries and "
            "rest on lasting, trusting relationships with children and families."
        ),
        heading=HEADING,
        citations=(guidance(HEADING),),
        verification=READ,
        read_at=("SUSSEX21", "CWACABOUT"),
        silence=INDETERMINATE,
        do="Have a person judge whether the processes do this.",
        premises=("ch3.partners.arrange",),
        **laid_out(Topic.PURPOSE, Topic.PRACTICE, Topic.CO_ORDINATION),
    ),
    Requirement(
        key="ch3.links.boards",
        title="Links to other strategic partnerships",
        level=Level.SHOULD,
        who=SP,
        asks=(
            "The arrangements link to other strategic partnerships: the health and wellbeing board, the adults "
            "board, Channel, improvement, community safety and family justice boards, MAPPA."
        ),
        heading=HEADING,
        citations=(guidance(HEADING),),
        verification=Verification.CORROBORATED,
        read_at=("CESCP", "CPMASA", "Lincolnshire 2019", "Cumbria 2019"),
        checked=Checked.DOCUMENTS,
        silence=INDETERMINATE,
        reaches=frozenset({MET, INDETERMINATE}),
        do="Say for each other partnership how it is linked with this one.",
        check=_links,
        settle=remedies.link,
        premises=("ch3.partners.arrange",),
    ),
)
