"""How much of an area, in words."""

from __future__ import annotations

from safeguarding.law.gazetteer.bodies import Part
from safeguarding.law.gazetteer.required import RequiredPartner, WhoMust


def share_of(partner: RequiredPartner, who: WhoMust) -> str:
    """Say how much of the authority's area a health body takes in; nothing of the council and the police."""
    touch = partner.touch
    if touch.share is None or touch.part is Part.WHOLE:
        return "it takes in the whole area" if touch.share is not None else ""
    says = f"{percent(touch.share)} of the area ({touch.small_areas} of {who.small_areas} small areas)"
    if touch.part is Part.EDGE:
        return f"it takes in only an edge, {says}, which counts in law"
    return f"it takes in {says}"


def percent(share: float) -> str:
    """Write a share of 1 in percent, so that little is not written as none.

    >>> percent(0.6449), percent(0.0098), percent(0.0004)
    ('64 %', '1.0 %', '0.04 %')
    """
    digits = 0 if share >= 0.1 else 1 if share >= 0.001 else 2
    return f"{share * 100:.{digits}f} %"
