"""Partners as they are found: several councils, many health bodies, shared forces, delegates of every sort."""

from __future__ import annotations

import pytest

from safeguarding import Outcome
from safeguarding.model import AgencyKind, Extent, Office, Power
from tests.shapes.plan import PARTNERS, document, held, judged, outcomes, part, plan


def area(name: str) -> str:
    """Write an area of a local authority."""
    return f'[[area]]\nid = "{name}"\nname = "{name.title()}"\nkind = "local-authority"\n'


def partner(name: str, kind: str, side: str, **covers: str) -> str:
    """Write an agency that is a partner, with how much it covers of which areas."""
    extents = ", ".join(f'{{ area = "{place}", extent = "{extent}" }}' for place, extent in covers.items())
    return (
        f'[[agency]]\nid = "{name}"\nname = "{name}"\nkind = "{kind}"\n'
        f'[[partner]]\nagency = "{name}"\nside = "{side}"\ncovers = [{extents}]\n'
    )


def council(name: str, **covers: str) -> str:
    """Write a council that is a partner."""
    return partner(name, "local-authority", "local-authority", **covers)


def ccg(name: str, **covers: str) -> str:
    """Write a clinical commissioning group that is a partner."""
    return partner(name, "clinical-commissioning-group", "health", **covers)


def force(name: str, **covers: str) -> str:
    """Write a police force that is a partner."""
    return partner(name, "police-force", "police", **covers)


@pytest.mark.parametrize("number", [1, 2, 3])
def test_one_to_three_councils(number: int) -> None:
    """One to three councils: each area has its own council, and shares the health body and the force."""
    names = ["east", "mid", "west"][:number]
    whole = dict.fromkeys(names, "whole")
    text = "".join(area(name) + council(f"{name}-council", **{name: "whole"}) for name in names)
    text += ccg("ccg", **whole) + force("police", **whole)
    finding = judged(plan(text))["ch3.partners.three"]
    assert finding.outcome is Outcome.MET
    assert sum(part.counts for part in finding.parts) == 3 * number
    without = judged(plan(text.replace(council("east-council", east="whole"), "")))["ch3.partners.three"]
    assert without.outcome is Outcome.PARTLY_MET


def test_ten_councils_share_one_budget() -> None:
    """Ten sharing one budget: ten councils, one line, equal shares of it that come out to the penny."""
    names = [f"council-{letter}" for letter in "abcdefghij"]
    text = "".join(area(name[-1]) + council(name, **{name[-1]: "whole"}) for name in names)
    payers = ", ".join(f'"{name}"' for name in names)
    text += f"""
[[funding]]
id = "budget"
equal_shares = true
stated_total = "£100,000.05"
lines = [{{ label = "The ten councils", paid_by = [{payers}], amount = "£100,000.05" }}]
"""
    finding = judged(plan(text))["ch3.fund.level"]
    assert [part(finding, name).message for name in names] == ["£10,000.01"] * 5 + ["£10,000.00"] * 5
    assert {outcome for subject, outcome in outcomes(finding).items() if subject != "basis"} == {Outcome.MET}


@pytest.mark.parametrize("number", [1, 2, 8])
def test_one_to_eight_health_bodies(number: int) -> None:
    """One to eight health bodies: one covers the whole; several cover a part each, and together it is open."""
    extent = "whole" if number == 1 else "part"
    names = [f"ccg-{place}" for place in range(1, number + 1)]
    text = area("north") + council("council", north="whole") + force("police", north="whole")
    text += "".join(ccg(name, north=extent) for name in names)
    found = held(plan(text))
    assert [p.agency for p in found.documents[0].partners if p.side.value == "health"] == names
    health = part(judged(plan(text))["ch3.partners.three"], "health partner")
    assert health.outcome is (Outcome.MET if number == 1 else Outcome.INDETERMINATE)
    assert number == 1 or "together" in health.message


@pytest.mark.parametrize("number", [1, 2])
def test_one_or_two_police_forces(number: int) -> None:
    """One or two police forces: two forces that each cover the whole of another area are both partners."""
    text = area("north") + area("south") + council("council", north="whole", south="whole")
    text += ccg("ccg", north="whole", south="whole")
    text += force("police", north="whole", south="whole") if number == 1 else ""
    text += force("north-police", north="whole") + force("south-police", south="whole") if number == 2 else ""
    finding = judged(plan(text))["ch3.partners.three"]
    assert part(finding, "police for North").outcome is Outcome.MET
    assert part(finding, "police for South").outcome is Outcome.MET


def test_a_health_body_only_partly_in_the_area() -> None:
    """A health body only partly in the area: what it covers beyond is said, and who covers the rest is not."""
    lines = ccg("bay-ccg", north="part").replace("[[partner]]", '[[partner]]\nbeyond = "the coast of the next county"')
    text = area("north") + council("council", north="whole") + force("police", north="whole") + lines
    health = document(text).partners[-1]
    assert (health.covers[0].extent, health.beyond) == (Extent.PART, "the coast of the next county")
    found = part(judged(plan(text))["ch3.partners.three"], "health partner")
    assert found.outcome is Outcome.NOT_MET
    assert "rest" in found.message


def test_a_force_wider_than_the_area() -> None:
    """A force wider than it: it covers the whole of the area, and more."""
    lines = force("police", north="whole").replace("[[partner]]", '[[partner]]\nbeyond = "two more counties"')
    text = area("north") + council("council", north="whole") + ccg("ccg", north="whole") + lines
    assert document(text).partners[-1].beyond == "two more counties"
    found = judged(plan(text))
    assert found["ch3.partners.three"].outcome is Outcome.MET
    assert "two more counties" in part(found["ch3.publish.boundaries"], "police").message


def test_one_body_acting_for_its_peers() -> None:
    """One body acting for its peers: its one seat on the leading group is a seat for each of them."""
    text = area("north") + council("council", north="whole") + force("police", north="whole")
    text += ccg("ccg-1", north="part") + ccg("ccg-2", north="part") + ccg("ccg-3", north="part")
    text += """
[[acting_for]]
agency = "ccg-1"
on_behalf_of = ["ccg-2", "ccg-3"]
functions = "all safeguarding functions of the clinical commissioning groups"

[[body]]
id = "executive"
name = "Executive"
kind = "lead-group"
remit = ["strategic-leadership"]
seats = [{ agency = "council" }, { agency = "ccg-1" }, { agency = "police" }]
meets = "quarterly"
"""
    assert document(text).acting_for[0].on_behalf_of == ("ccg-2", "ccg-3")
    seats = {s: o for s, o in outcomes(judged(plan(text))["ch3.partners.lead-group"]).items() if "seat" in s}
    assert seats == {f"a seat for {name}": Outcome.MET for name in ("council", "police", "ccg-1", "ccg-2", "ccg-3")}


def test_functions_delegated_between_councils() -> None:
    """Functions delegated between councils: one council carries out those of another, from a stated day."""
    text = area("north") + area("south") + council("north-council", north="whole")
    text += council("south-council", south="whole") + ccg("ccg", north="whole", south="whole")
    text += force("police", north="whole", south="whole")
    text += """
[[acting_for]]
agency = "north-council"
on_behalf_of = ["south-council"]
functions = "those of children's services"
agreed = "2018-04"
"""
    (acting,) = document(text).acting_for
    assert (acting.agency, acting.on_behalf_of, str(acting.agreed)) == (
        "north-council",
        ("south-council",),
        "2018-04",
    )
    # Each council is still the partner for its own area.
    assert judged(plan(text))["ch3.partners.three"].outcome is Outcome.MET


POSTS = """
[[post]]
id = "chief-executive"
title = "Chief Executive"
agency = "council"
office = "chief-executive"

[[post]]
id = "accountable-officer"
title = "Accountable Officer"
agency = "ccg"
office = "accountable-officer"

[[post]]
id = "chief-constable"
title = "Chief Constable"
agency = "police"
office = "chief-officer-of-police"

[[post]]
id = "head"
title = "Head of a primary school"
agency = "school"
office = "head-teacher"

[[post]]
id = "assistant-chief-constable"
title = "Assistant Chief Constable"
agency = "police"
office = "senior-officer"

[[agency]]
id = "school"
name = "Hill School"
kind = "school"

[[lead]]
partner = "council"
post = "chief-executive"

[[lead]]
partner = "ccg"
post = "accountable-officer"

[[lead]]
partner = "police"
post = "chief-constable"
"""


def test_a_lead_who_keeps_the_role_while_another_delegates() -> None:
    """A lead keeps the role while another delegates it: each delegation stands for itself."""
    text = PARTNERS + POSTS + '[[delegation]]\npartner = "police"\nto = "assistant-chief-constable"\n'
    text += 'accountable = "chief-constable"\npowers = ["decide"]\n'
    found = document(text)
    assert [lead.post for lead in found.leads] == ["chief-executive", "accountable-officer", "chief-constable"]
    assert [(given.partner, given.powers) for given in found.delegations] == [("police", (Power.DECIDE,))]
    findings = judged(plan(text))
    assert findings["ch3.lead.representatives"].outcome is Outcome.MET
    assert findings["ch3.lead.delegate-accountable"].outcome is Outcome.MET
    assert findings["ch3.lead.delegate-senior"].outcome is Outcome.MET


def test_more_delegates_than_partners_one_of_them_from_education() -> None:
    """More delegates than partners, one from education: the rank of a head teacher is not shown by the office."""
    given = [("council", "chief-executive"), ("ccg", "accountable-officer"), ("police", "assistant-chief-constable")]
    text = PARTNERS + POSTS
    text += "".join(f'[[delegation]]\npartner = "{who}"\nto = "{post}"\n' for who, post in given)
    text += '[[delegation]]\nto = "head"\n'
    found = document(text)
    assert len(found.delegations) == len(found.partners) + 1
    assert next(post for post in found.posts if post.id == "head").office is Office.HEAD_TEACHER
    finding = judged(plan(text))["ch3.lead.delegate-senior"]
    assert finding.outcome is Outcome.INDETERMINATE
    assert part(finding, "the lead representatives").outcome is Outcome.INDETERMINATE
    assert part(finding, "North Police").outcome is Outcome.MET


def test_a_childrens_trust_of_the_council_as_a_further_body() -> None:
    """A council's children's trust as a further body: it acts for the council, whose seat it takes."""
    text = (
        PARTNERS
        + """
[[agency]]
id = "trust"
name = "North Children's Trust"
kind = "childrens-trust"
acts_for = ["council"]

[[acting_for]]
agency = "trust"
on_behalf_of = ["council"]

[[body]]
id = "executive"
name = "Executive"
kind = "lead-group"
remit = ["strategic-leadership"]
seats = [{ agency = "trust" }, { agency = "ccg" }, { agency = "police" }]
"""
    )
    trust = document(text).agencies[-1]
    assert (trust.kind, trust.acts_for) == (AgencyKind.CHILDRENS_TRUST, ("council",))
    findings = judged(plan(text))
    assert findings["ch3.partners.three"].outcome is Outcome.MET
    assert part(findings["ch3.partners.lead-group"], "a seat for North Council").outcome is Outcome.MET
