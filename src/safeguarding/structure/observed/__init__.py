"""What the governance of a partnership reveals on a date."""

from __future__ import annotations

from safeguarding.structure.graph import governance_graph
from safeguarding.structure.matrix import Matrix
from safeguarding.structure.observed import lines, localities, loops, seats, shape, work
from safeguarding.structure.observed.chairs import Chairs
from safeguarding.structure.observed.observation import Notable, Observation, Read, Step, listed, way_in_words
from safeguarding.structure.situation import Situation

__all__ = ["Notable", "Observation", "Read", "Step", "listed", "observations", "way_in_words"]


def observations(situation: Situation, matrix: Matrix) -> tuple[Observation, ...]:
    """Find what the governance of a partnership reveals, by kind, and then in the order of the file.

    Args:
        situation: the partnership on a date.
        matrix: who sits where on that date.
    """
    graph = governance_graph(situation)
    below, chairs = shape.hanging(graph), Chairs(situation)
    found = (
        *seats.at_the_top(situation, matrix),
        *lines.without_line(situation),
        *loops.loops(situation, graph),
        *seats.vacancies(situation),
        *seats.agencies_without(situation, matrix),
        *work.tied_scrutiny(situation),
        *work.unsaid_givers(situation),
        *chairs.most(),
        *chairs.hung_on(below),
        *shape.cuts_off_most(situation, graph, below),
        *localities.localities(situation),
        *work.meets_less(situation),
        *work.without_remit(situation),
        *shape.depth(situation),
        *shape.span(situation, graph),
    )
    order = {kind: place for place, kind in enumerate(Notable)}
    return tuple(sorted(found, key=lambda one: order[one.kind]))
