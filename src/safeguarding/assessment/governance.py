"""The governance of a partnership on a date: who sits where, what that reveals, and what of it is asked."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from attrs import field, frozen

from safeguarding.assessment.engine import assess
from safeguarding.assessment.findings import Assessment, Finding
from safeguarding.law.outcomes import Outcome
from safeguarding.model import Function, Partnership
from safeguarding.structure import Situation, day_of
from safeguarding.structure.graph import governance_graph
from safeguarding.structure.independence import TieKind
from safeguarding.structure.matrix import Matrix, matrix
from safeguarding.structure.observed import Notable, Observation, observations
from safeguarding.structure.versions import telling

if TYPE_CHECKING:
    import networkx as nx

_TOP = ("ch3.partners.lead-group",)
_LINES = ("ch3.partners.coordinate",)
_INCLUDE = ("ch3.scrutiny.include",)
_ASKED = {
    Notable.NO_TOP: _TOP,
    Notable.ABSENT: _TOP,
    Notable.NO_LINE: _LINES,
    Notable.LOCALITIES: _LINES,
    Notable.NO_SCRUTINEER: _INCLUDE,
}
"""What asks about what is revealed. The checks of these look at the same structure."""

_ASKED_OF_TIE = {TieKind.CHAIRS: (*_INCLUDE, "wt23.chair.not-scrutiny")}
_ASKED_OF_WORK = {
    Function.REVIEWS: ("ch4.supervise", "wt23.dsp.joint-functions"),
    Function.TRAINING: ("wt23.dsp.joint-functions",),
    Function.DATA: ("wt23.dsp.joint-functions",),
}


@frozen
class Revealed:
    """Something that the governance reveals, and what asks about it.

    Args:
        observation: what is revealed.
        findings: the findings on what asks about it on the date; none where it is merely notable.
    """

    observation: Observation
    findings: tuple[Finding, ...]


@frozen(kw_only=True)
class Governance:
    """The governance of a partnership on a date.

    Args:
        partnership: the partnership.
        situation: how it stands, under the newest version of its arrangements that may be in force.
        versions: how many versions may be in force.
        given: whether the date was given.
        matrix: who sits where.
        revealed: what that reveals, by kind, and then in the order of the file.
        assessment: how the documents compare with the law on that date.
    """

    partnership: Partnership
    situation: Situation
    versions: int
    given: bool
    matrix: Matrix
    revealed: tuple[Revealed, ...]
    assessment: Assessment = field(repr=False)

    @property
    def as_of(self) -> date:
        """The date asked about."""
        return self.situation.as_of

    def graph(self, *, beyond: bool = False) -> nx.MultiDiGraph[str]:
        """Return the governance graph; see `safeguarding.structure.graph.governance_graph`.

        Args:
            beyond: whether to lay out as well what starts later, what is named only as an example, and what has
                ended and is still named.
        """
        return governance_graph(self.situation, beyond=beyond)


def governance(partnership: Partnership, *, as_of: date | str | None = None, guidance: str | None = None) -> Governance:
    """Look at the governance of a partnership on a date.

    Args:
        partnership: the partnership.
        as_of: the date, or its text as ``2019-11-30``; without one, the last day on which the newest document can
            have been published.
        guidance: the edition to judge by, whatever the date, as ``WT2023``.

    Raises:
        CannotAssessError: no date is given and the documents have none, the text is not a date, or the edition is
            not held.
    """
    assessment = assess(partnership, as_of=as_of, guidance=guidance)
    situation, versions = telling(partnership, day_of(partnership, as_of))
    laid_out = matrix(situation)
    return Governance(
        partnership=partnership,
        situation=situation,
        versions=versions,
        given=as_of is not None,
        matrix=laid_out,
        revealed=tuple(Revealed(one, _asked(assessment, one)) for one in observations(situation, laid_out)),
        assessment=assessment,
    )


def _asked(assessment: Assessment, observation: Observation) -> tuple[Finding, ...]:
    """Return the findings on what asks, on the date, about something that is revealed."""
    keys: tuple[str, ...] = _ASKED.get(observation.kind, ())
    if observation.work is not None:
        keys = _ASKED_OF_WORK.get(observation.work, ())
    elif observation.tie is not None:
        keys = _ASKED_OF_TIE.get(observation.tie, _INCLUDE) if observation.tie.tells else ()
    found = [assessment[key] for key in keys]
    return tuple(one for one in found if one.asked and one.outcome is not Outcome.NOT_APPLICABLE)
