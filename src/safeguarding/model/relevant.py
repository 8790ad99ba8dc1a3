"""With whom else: relevant agencies, one by one or as a class."""

from __future__ import annotations

from typing import ClassVar

from attrs import frozen

from safeguarding.model.record import Record, Slug, refers


@frozen(kw_only=True)
class RelevantAgency(Record):
    """An organisation, or a class of them, that the partners will work with.

    Args:
        id: its slug.
        name: as printed: a body ("Cafcass") or a class ("district councils").
        agency: the agency, where one body is named.
        paragraphs: the paragraphs of the Schedule to SI 2018/789 that it falls under, 1 to 38; an empty
            list says that it falls under none; leave it out where that is not established.
        national: true where its remit is national (as Cafcass's is); where that could not be read, write it
            under ``unknown``.
        reason: why it was chosen, paraphrased.
        how: how it will collaborate, paraphrased.
        expected: what is expected of it, paraphrased.
        contribution: what it contributes, in money or kind, paraphrased; "nil" where the text says so.
    """

    KIND: ClassVar[str] = "relevant_agency"

    id: Slug
    name: str
    agency: Slug | None = refers("agency", default=None)
    paragraphs: tuple[int, ...] | None = None
    national: bool | None = None
    reason: str | None = None
    how: str | None = None
    expected: str | None = None
    contribution: str | None = None
