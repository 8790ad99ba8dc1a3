"""Measures of who takes part: partners, those who lead, relevant agencies, scrutiny."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

from safeguarding.assessment.beside.cells import Cell, count, names, silent, unsaid
from safeguarding.law.wt2018.areas import exists
from safeguarding.model import Area, Partner, Shown, Side, Topic
from safeguarding.structure import Situation
from safeguarding.structure.matrix import MemberKind, matrix

Measure = Callable[[Situation], Cell]


def areas(situation: Situation) -> Cell:
    """The local authority areas of the arrangements."""
    found: list[Area] = [area for area in situation.of("areas") if exists(area, situation.as_of) is not False]
    perhaps = [area.name for area in found if exists(area, situation.as_of) is None]
    why = f"open of {', '.join(perhaps)}" if perhaps else ""
    return names(situation, (area.name for area in found), Topic.AREAS, why=why)


def partners(side: Side) -> Measure:
    """Make the measure of who the partners are on one side."""

    def measured(situation: Situation) -> Cell:
        found: list[Partner] = [one for one in situation.partners if side in (one.values("side") or tuple(Side))]
        perhaps = [situation.name(one.agency) for one in found if one.values("side") != (side,)]
        why = f"whether on this side is open of {', '.join(perhaps)}" if perhaps else ""
        said = (" or ".join(map(situation.name, one.values("agency") or (one.agency,))) for one in found)
        return names(situation, said, Topic.PARTNERS, why=why)

    return measured


def number_of_partners(situation: Situation) -> Cell:
    """How many partners there are."""
    sure = [one for one in situation.partners if situation.during(situation.entries[one.agency])]
    return count(situation, len(sure), Topic.PARTNERS, perhaps=len(situation.partners) - len(sure))


def leads(situation: Situation) -> Cell:
    """How many partners have a lead representative who is named as such, or only signs."""
    there = situation.partners
    if not there:
        return silent(situation, Topic.LEADS)
    named = [one for one in there if _led(situation, one, Shown.NAMED)]
    signed = [one for one in there if one not in named and _led(situation, one, Shown.SIGNATURE)]
    why = f"of {len(there)}" + (f"; {len(signed)} more only sign the document" if signed else "")
    if not named:
        return unsaid(situation, why, Topic.LEADS)
    return count(situation, len(named), Topic.LEADS, why=why)


def _led(situation: Situation, partner: Partner, shown: Shown) -> bool:
    return any(
        situation.leads_for(lead, partner) and lead.values("shown") == (shown,) for lead in situation.of("leads")
    )


def delegations(situation: Situation) -> Cell:
    """How many delegations of a lead's role there are."""
    return count(situation, len(situation.of("delegations")), Topic.DELEGATIONS)


def relevant_agencies(situation: Situation) -> Cell:
    """How many relevant agencies, or classes of them, are named."""
    return count(situation, len(situation.of("relevant_agencies")), Topic.RELEVANT_AGENCIES)


def seated_agencies(situation: Situation) -> Cell:
    """How many of the relevant agencies have a seat that is named for them."""
    if not situation.of("relevant_agencies"):
        return silent(situation, Topic.RELEVANT_AGENCIES)
    laid_out = matrix(situation)
    members = laid_out.of(MemberKind.RELEVANT_AGENCY)
    truths = [[laid_out.cell(member, body).sits for body in laid_out.bodies] for member in members]
    sure = sum(True in some for some in truths)
    perhaps = sum(True not in some and None in some for some in truths)
    found = count(situation, sure, Topic.BODIES, perhaps=perhaps, why=f"of {len(members)}")
    return found if sure or perhaps else unsaid(situation, f"of {len(members)}", Topic.BODIES)


# Scrutiny


def scrutineers(situation: Situation) -> Cell:
    """Who scrutinises, in what form, and how far that has come."""
    there = [one for one in situation.of("scrutineers") if situation.during(one) is not False]
    said = (
        f"{one.title} ({one.form.value.replace('-', ' ')}, {one.progress.value.replace('-', ' ')})" for one in there
    )
    return names(situation, said, Topic.SCRUTINEERS)


def scrutiny_reports(situation: Situation) -> Cell:
    """To whom those who scrutinise report."""
    there = [one for one in situation.of("scrutineers") if situation.during(one) is not False]
    said = [f"{one.title}: {situation.names(one.reports_to)}" for one in there if one.reports_to]
    if there and not said:
        return unsaid(situation, "it is not said to whom they report", Topic.SCRUTINEERS, Topic.REPORTING_LINES)
    return names(situation, said, Topic.SCRUTINEERS)


def programme(situation: Situation) -> Cell:
    """What methods of scrutiny are named."""
    tally = Counter(one.method.value.replace("-", " ") for one in situation.of("scrutiny_events"))
    said = [f"{number} {method}" if number > 1 else method for method, number in sorted(tally.items())]
    return names(situation, [", ".join(said)] if said else [], Topic.SCRUTINY, Topic.SCRUTINEERS)


def thresholds(situation: Situation) -> Cell:
    """How many levels of need there are, in the arrangements or in a document of their own."""
    own = situation.of("levels")
    found = own or next((one.levels for one in situation.partnership.newest_first if one.levels), ())
    if not found:
        return silent(situation, Topic.LEVELS, Topic.THRESHOLD_DOCUMENT)
    scales = {level.scale for level in found}
    said = ", ".join(" or ".join(level.names) for level in found)
    return count(situation, len(found), Topic.LEVELS, why=f"on {len(scales)} scales" if len(scales) > 1 else said)
