"""What fields must keep to beyond their types; and what is drawn more often, since more depends on it."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import Any

from attrs import evolve
from hypothesis import strategies as st
from hypothesis.strategies import DrawFn

from safeguarding.dates import PartialDate
from safeguarding.law.catalogue import catalogue
from safeguarding.model import (
    PARTS,
    Agency,
    AgencyKind,
    Area,
    AreaKind,
    Body,
    Case,
    CaseKind,
    Cover,
    Departure,
    Edition,
    Event,
    Funding,
    FundingLine,
    Happening,
    Judgement,
    Partner,
    Publication,
    RelevantAgency,
    Seat,
    Side,
    Source,
    Statement,
    Status,
    ThresholdLevel,
    Topic,
    Unread,
)
from safeguarding.model.cases import COVERS
from safeguarding.strategies.casebook import mend_case, nothing, placing_without_heading
from safeguarding.strategies.making import Maker, below, drawing
from safeguarding.strategies.values import in_order, texts


def _often(*often: Enum) -> Maker:
    return drawing(st.sampled_from([*often * 3, *type(often[0])]))


_REQUIREMENTS = drawing(st.sampled_from([*catalogue(), "ch9.none"]))

_NAMES = (
    "Cafcass", "Eastshire Youth Offending Team", "schools", "district councils", "GP practices", "health",
    "voluntary sector", "Fire and Rescue Service", "schools and the voluntary sector", "Friends of Cafcass",
)  # fmt: skip
"""Names of relevant agencies that are plain, or wide, or outside the Schedule, or only look as if they were."""

SPECIAL: dict[tuple[type[Any], str], Maker] = {
    (Area, "kind"): _often(AreaKind.LOCAL_AUTHORITY),
    (Agency, "kind"): _often(
        AgencyKind.LOCAL_AUTHORITY,
        AgencyKind.CLINICAL_COMMISSIONING_GROUP,
        AgencyKind.INTEGRATED_CARE_BOARD,
        AgencyKind.POLICE_FORCE,
    ),
    (Body, "status"): _often(Status.IN_FORCE, Status.PLANNED),
    (Source, "sha256"): drawing(st.text(alphabet="0123456789abcdef", min_size=64, max_size=64)),
    (Publication, "guidance"): drawing(
        st.sampled_from([*[(Edition.WT2018,)] * 4, (Edition.WT2018, Edition.WT2015), *((one,) for one in Edition)])
    ),
    (RelevantAgency, "name"): drawing(st.sampled_from(_NAMES) | texts()),
    (RelevantAgency, "paragraphs"): drawing(
        st.lists(st.integers(min_value=1, max_value=38), max_size=2, unique=True).map(tuple)
    ),
    (Judgement, "requirement"): _REQUIREMENTS,
    (Departure, "requirement"): _REQUIREMENTS,
    (Case, "kind"): _often(CaseKind.SERIOUS_INCIDENT),
    (Case, "where"): placing_without_heading,
    (Case, "note"): nothing,
    (Event, "what"): _often(Happening.INCIDENT, Happening.NOTIFIED, *COVERS),
    (Event, "where"): placing_without_heading,
    (Event, "note"): nothing,
    (ThresholdLevel, "number"): drawing(st.integers(min_value=1, max_value=5)),
    # The two are drawn together when the statement is mended.
    (Statement, "topic"): drawing(st.none()),
    (Statement, "parts"): drawing(st.none()),
}
"""What makes fields for which their type does not say enough."""


MANY = {(Case, "events"): 6}
"""The most values that are made for fields which are to have more than a few."""


def put_right(draw: DrawFn, cls: type[Any], made: dict[str, Any]) -> None:
    """Change the fields drawn for an entry so that it keeps to what the model asks of its class."""
    for first, last in (("starts", "ends"), ("published", "updated")):
        if isinstance(made.get(first), PartialDate) and isinstance(made.get(last), PartialDate):
            made[first], made[last] = in_order(made[first], made[last])
    mend = _MENDING.get(cls)
    if mend is not None:
        mend(draw, made)


def _statement(draw: DrawFn, made: dict[str, Any]) -> None:
    """Draw a topic, and some of its own parts."""
    if made.get("topic", made) is None:
        topic = draw(st.sampled_from(list(PARTS)))
        parts = PARTS[topic]
        chosen = draw(st.integers(min_value=1, max_value=2 ** len(parts) - 1))
        made["topic"] = topic
        made["parts"] = tuple(part for place, part in enumerate(parts) if chosen >> place & 1)


def _seat(draw: DrawFn, made: dict[str, Any]) -> None:
    """Leave a seat one owner."""
    owners = [name for name in ("agency", "post", "body", "held_for", "group") if made.get(name) is not None]
    if owners:
        kept = owners[draw(below(len(owners)))]
        for name in owners:
            made[name] = made[name] if name == kept else None
    else:
        made["held_for"] = draw(st.sampled_from(list(Side)))


def _funding(draw: DrawFn, made: dict[str, Any]) -> None:
    """Give each line a label of its own, and let it be a part of another one only."""
    lines: tuple[FundingLine, ...] = made.get("lines") or ()
    labels: list[str] = []
    for line in lines:
        labels.append(line.label if line.label not in labels else f"{line.label} ({len(labels)})")
    mended = []
    for line, label in zip(lines, labels, strict=True):
        others = [other for other in labels if other != label]
        within = draw(st.sampled_from(others)) if others and line.within is not None else None
        mended.append(evolve(line, label=label, within=within))
    if mended:
        made["lines"] = tuple(mended)


def _partner(_: DrawFn, made: dict[str, Any]) -> None:
    """Let a partner cover an area once."""
    covers: tuple[Cover, ...] = made.get("covers") or ()
    if covers:
        made["covers"] = tuple({cover.area: cover for cover in covers}.values())


def _publication(_: DrawFn, made: dict[str, Any]) -> None:
    """Let only a start that is stated be planned."""
    if made.get("implemented") is None:
        made.pop("implemented_as_planned", None)


def _unread(_: DrawFn, made: dict[str, Any]) -> None:
    """Let few unread parts hold everything."""
    if len(made["could_hold"]) > 1:
        made["could_hold"] = tuple(topic for topic in made["could_hold"] if topic is not Topic.ALL)


_MENDING: dict[type[Any], Callable[[DrawFn, dict[str, Any]], None]] = {
    Statement: _statement,
    Seat: _seat,
    Funding: _funding,
    Partner: _partner,
    Publication: _publication,
    Unread: _unread,
    Case: mend_case,
}
