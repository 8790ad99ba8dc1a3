"""Measure the governance graph and its analysis: on Cumbria's plan, and as the number of bodies grows to 2,000.

Run ``python tools/bench_governance.py``. Each figure is the best of several runs. The peer is networkx itself, laying
out a graph of the same reporting lines and looking for what can be reached.
"""

from __future__ import annotations

import platform
import time
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path

import networkx as nx

import safeguarding as sg
from safeguarding.model import Body, BodyKind, Document, DocumentKind, Function, Line, Seat, Slug, Topic
from safeguarding.model.agencies import Agency, AgencyKind, Post
from safeguarding.model.bodies import Chair
from safeguarding.model.partners import Partner, Side
from safeguarding.structure import Situation
from safeguarding.structure.graph import governance_graph
from safeguarding.structure.matrix import matrix
from safeguarding.structure.observed import observations

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
AS_OF = date(2020, 5, 1)
SIZES = (250, 500, 1000, 2000)
SHAPES: dict[str, Callable[[int], Iterable[int]]] = {
    "a tree, each body below an earlier one": lambda n: [n * 7919 % 104729 % n],
    "a chain": lambda n: [n - 1],
    "all below the lead group": lambda _: [0],
    "two lines each": lambda n: {n // 2, n // 3},
    "eight lines each, up and down": lambda n: {n // 2, *((n * k) % (n + 5) for k in range(2, 9))} - {n},
    "no line to the partners": lambda n: [n - 1] if n > 1 else [],
}
"""To which bodies, by number, the body of a number reports."""


def partnership(shape: str, number: int) -> sg.Partnership:
    """Make a partnership of so many bodies: each with a chair of its own, and a seat for it and for the council."""
    bodies = [
        Body(
            id=Slug("b0"),
            name="b0",
            kind=BodyKind.LEAD_GROUP,
            remit=(Function.STRATEGIC_LEADERSHIP,),
            seats=(Seat(agency=Slug("council")),),
        )
    ]
    for place in range(1, number):
        to = [upper for upper in SHAPES[shape](place) if upper < number]
        seats = (Seat(post=Slug(f"p{place}")), Seat(agency=Slug("council")))
        bodies.append(
            Body(
                id=Slug(f"b{place}"),
                name=f"b{place}",
                kind=BodyKind.SUBGROUP,
                seats=seats,
                chair=Chair(held_by=(Slug(f"p{place // 2}"),) if place > 1 else ()),
                reports_to=tuple(Line(to=Slug(f"b{upper}")) for upper in to),
            )
        )
    document = Document(
        partnership=Slug("east"),
        name="East",
        kind=DocumentKind.ARRANGEMENTS,
        transcribed=(Topic.ALL,),
        agencies=(Agency(id=Slug("council"), name="council", kind=AgencyKind.LOCAL_AUTHORITY),),
        partners=(Partner(agency=Slug("council"), side=Side.LOCAL_AUTHORITY),),
        posts=tuple(Post(id=Slug(f"p{place}"), title=f"p{place}") for place in range(1, number)),
        bodies=tuple(bodies),
    )
    return sg.Partnership(id=Slug("east"), documents=(document,))


def best(work: Callable[[], object], runs: int) -> float:
    """Return the shortest time of several runs, in milliseconds."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times) * 1000


def analysis(found: sg.Partnership, as_of: date) -> None:
    """Lay out the graph and the matrix, and find all that they reveal; nothing is kept from the run before."""
    situation = Situation(found, as_of, found.documents[0])
    governance_graph(situation)
    observations(situation, matrix(situation))


def peer(found: sg.Partnership) -> None:
    """Lay out the reporting lines in networkx, and find what reaches the lead group."""
    bodies = found.documents[0].bodies
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    graph.add_nodes_from(body.id for body in bodies)
    graph.add_edges_from((line.to, body.id) for body in bodies for line in body.reports_to)
    nx.descendants(graph, bodies[0].id)


def main() -> None:
    """Print the tables."""
    print(f"Python {platform.python_version()}, {platform.machine()}, networkx {nx.__version__}\n")
    print("The graph, who sits where, and all that is revealed, warm")
    for path in sorted(EXAMPLES.glob("*-2019.toml")):
        found = sg.load(path)
        newest = found.documents[0].newest
        day = newest.latest if newest else AS_OF
        ours, theirs = best(lambda: analysis(found, day), 30), best(lambda: peer(found), 30)  # noqa: B023  # called at once
        print(f"{path.stem:42} {ours:8.2f} ms {ours / theirs:7.1f} x networkx, its lines only")
    for shape in SHAPES:
        print(f"\n{shape.capitalize()}")
        for number in SIZES:
            found = partnership(shape, number)
            ours, theirs = best(lambda: analysis(found, AS_OF), 3), best(lambda: peer(found), 3)  # noqa: B023  # as above
            each = ours / number * 1000
            print(f"{number:6} bodies {ours:36.2f} ms {ours / theirs:7.1f} x networkx {each:9.1f} us a body")


if __name__ == "__main__":
    main()
