"""Who is often named beside the partners and stands in no paragraph of the Schedule to SI 2018/789, and why."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from attrs import frozen

POWER = (
    "the partners may include any organisation, whether or not the regulations name it; it then has no duty under "
    "section 16G(4) to act as arranged"
)
"""How an organisation outside the Schedule can still take part: Working Together, chapter 3, Relevant agencies."""

PARTNERS_POWER = "a safeguarding partner takes part as a partner, under section 16E, and not as a relevant agency"
"""How a partner takes part."""


@frozen(kw_only=True)
class Outside:
    """A kind of organisation that is in no paragraph of the Schedule.

    Args:
        id: how it is known here.
        name: the kind, in the plural.
        why: why it is in none.
        power: under which power it can still take part.
        unless: the paragraphs that one of the kind falls under all the same, if it is what they name.
    """

    id: str
    name: str
    why: str
    power: str = POWER
    unless: tuple[int, ...] = ()


_OUTSIDE = (
    Outside(
        id="primary-care",
        name="general practices and other primary care contractors",
        why="the Schedule names NHS trusts and NHS foundation trusts, and no contractor of primary care",
    ),
    Outside(id="pharmacies", name="pharmacies", why="the Schedule names no contractor of primary care"),
    Outside(id="dentists", name="dentists", why="the Schedule names no contractor of primary care"),
    Outside(
        id="independent-hospitals",
        name="independent hospitals",
        why="the Schedule does not name them; one that is a charity falls under that",
        unless=(36,),
    ),
    Outside(
        id="ambulance",
        name="ambulance services as such",
        why="the Schedule does not name them; one that is an NHS trust or an NHS foundation trust falls under that",
        unless=(16, 17),
    ),
    Outside(id="fire", name="fire and rescue authorities and services", why="the Schedule does not name them"),
    Outside(
        id="housing",
        name="housing associations and other registered providers of social housing",
        why="the Schedule does not name them; one that is a charity falls under that",
        unless=(36,),
    ),
    Outside(
        id="commissioners",
        name="police and crime commissioners and mayors",
        why="the Schedule does not name them; a commissioner has duties of another kind under section 11",
    ),
    Outside(id="national-crime-agency", name="the National Crime Agency", why="the Schedule does not name it"),
    Outside(
        id="special-police",
        name="the Ministry of Defence Police and the Civil Nuclear Constabulary",
        why="the Schedule names British Transport Police and port police forces, and not these",
    ),
    Outside(id="armed-forces", name="the armed forces", why="the Schedule does not name them"),
    Outside(
        id="public-health",
        name="Public Health England and its successors, NHS Digital, and Special Health Authorities",
        why="of national health bodies the Schedule names NHS England only",
    ),
    Outside(
        id="regulators",
        name="the Care Quality Commission and Ofsted",
        why="the Schedule names those who provide, and nobody who inspects them",
    ),
    Outside(
        id="abuse-and-drug-services",
        name="domestic abuse services and drug and alcohol services",
        why="the Schedule does not name them; one that is a charity or an NHS trust falls under that, and one of a "
        "council is part of the council",
        unless=(16, 17, 36),
    ),
    Outside(
        id="authorities",
        name="children's services authorities: county, unitary, metropolitan and London borough councils",
        why="they are safeguarding partners themselves",
        power=PARTNERS_POWER,
    ),
    Outside(
        id="health-partners",
        name="clinical commissioning groups and integrated care boards",
        why="they are safeguarding partners themselves",
        power=PARTNERS_POWER,
    ),
    Outside(
        id="police-partners",
        name="territorial police forces",
        why="their chief officers are safeguarding partners themselves",
        power=PARTNERS_POWER,
    ),
    Outside(
        id="secure-schools",
        name="secure schools and secure academies as a class of their own",
        why="the Schedule does not name them; whether one is an alternative provision academy, or falls under another "
        "paragraph, needs legal advice",
        unless=(3,),
    ),
    Outside(
        id="secure-homes",
        name="secure children's homes as a class of their own",
        why="the Schedule does not name them apart: each falls under the paragraph on children's homes",
        unless=(21,),
    ),
)

OUTSIDE: Mapping[str, Outside] = MappingProxyType({one.id: one for one in _OUTSIDE})
"""The kinds of organisation that are in no paragraph, by id; all 38 were read for each of them."""
