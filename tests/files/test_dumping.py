"""What is written down can be read again, is always written in the same way, and in the shortest."""

import tomllib
from fractions import Fraction
from pathlib import Path
from typing import Any, Literal

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from safeguarding.dates import Frequency, PartialDate
from safeguarding.errors import InvalidDocumentError
from safeguarding.files import dumps, load, loads
from safeguarding.model import (
    Aim,
    AimKind,
    Also,
    Area,
    AreaKind,
    Body,
    BodyKind,
    Document,
    DocumentKind,
    Funding,
    FundingLine,
    Line,
    Meets,
    Money,
    Partnership,
    Place,
    Publication,
    RelevantAgency,
    Share,
    Source,
    Topic,
)
from safeguarding.written import WIDEST, toml

GOOD = Path(__file__).parent / "good"
FORMATS: tuple[Literal["toml"], Literal["json"]] = ("toml", "json")
EMPTY = Document(partnership="northshire", name="Northshire", kind=DocumentKind.OTHER, transcribed=(Topic.ALL,))
PLAN = Source(id="plan", title="The Plan")
AIM = Aim(kind=AimKind.VISION, says="safe children")


def rich() -> Partnership:
    """Load the file that has every section, every field and every form of a value."""
    return load(GOOD / "rich.toml")


def of_one_aim(aim: Aim, *sources: Source) -> str:
    """Dump a document that has only an aim, and give the aim."""
    return dumps(evolve(EMPTY, sources=sources, aims=(aim,))).partition("[[aim]]\n")[2]


@pytest.mark.parametrize("form", FORMATS)
def test_what_was_dumped_is_loaded_as_an_equal_object(form: Literal["toml", "json"]) -> None:
    """Nothing of any section or field is lost or changed on the way."""
    assert loads(dumps(rich().documents[0], format=form), format=form) == rich()


@pytest.mark.parametrize("form", FORMATS)
def test_the_written_form_is_known_to_the_byte(form: Literal["toml", "json"]) -> None:
    """A change of the form is seen in this file, and in every user's version control."""
    expected = (GOOD / f"rich_dumped.{form}").read_text(encoding="utf-8")
    assert dumps(rich().documents[0], format=form) == expected


@pytest.mark.parametrize("form", FORMATS)
def test_dumping_again_changes_nothing(form: Literal["toml", "json"]) -> None:
    """A file that was dumped is already in its one form."""
    text = dumps(rich().documents[0], format=form)
    assert dumps(loads(text, format=form).documents[0], format=form) == text


def test_a_document_with_nothing_in_it_is_five_lines() -> None:
    """What has its default is left out."""
    assert dumps(EMPTY) == (
        'schema = "safeguarding.v1"\n'
        'partnership = "northshire"\n'
        'name = "Northshire"\n'
        'kind = "other"\n'
        'transcribed = "all"\n'
    )


def test_no_line_is_wider_than_it_need_be() -> None:
    """Only a single text may go beyond the width, since it cannot be broken."""
    long = [line for line in dumps(rich().documents[0]).splitlines() if len(line) > WIDEST]
    assert long == []


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        (Place(source="plan", heading="Vision"), '"Vision"'),
        (Place(source="plan"), "{}"),
        (Place(source="plan", page=3), "{ page = 3 }"),
        (Place(source="plan", heading="Vision", lines=(1, 2)), '{ heading = "Vision", lines = [1, 2] }'),
        (Place(source="annex", heading="Vision"), '{ source = "annex", heading = "Vision" }'),
    ],
)
def test_a_place_is_written_in_its_shortest_form(place: Place, expected: str) -> None:
    """The only source of a file goes without saying, and a heading alone is a text."""
    assert of_one_aim(evolve(AIM, where=place), PLAN).splitlines()[-1] == f"where = {expected}"


def test_a_place_names_its_source_where_there_are_several_or_none() -> None:
    """What a reader could not supply is not left out."""
    where = Place(source="plan", heading="Vision")
    expected = 'where = { source = "plan", heading = "Vision" }'
    assert of_one_aim(evolve(AIM, where=where), PLAN, Source(id="annex", title="A")).splitlines()[-1] == expected
    assert of_one_aim(evolve(AIM, where=where)).splitlines()[-1] == expected


def test_lines_and_meetings_are_written_in_their_shortest_form() -> None:
    """A line that has only an end is its id; meetings without dates are a text."""
    body = Body(
        id="board",
        name="Board",
        kind=BodyKind.BOARD,
        reports_to=(Line(to="board"), Line(to="board", by="minutes")),
        meets=(Meets(how_often=Frequency("monthly")),),
        also=(Also(field="meets", value=(Meets(how_often=Frequency("termly"), starts=PartialDate(2019)),)),),
    )
    text = dumps(evolve(EMPTY, bodies=(body,)))
    assert text.partition('kind = "board"\n')[2] == (
        'reports_to = ["board", { to = "board", by = "minutes" }]\n'
        'meets = "monthly"\n'
        'also = [{ field = "meets", value = [{ how_often = "termly", starts = "2019" }] }]\n'
    )
    assert loads(text).documents[0].bodies == (body,)


def test_an_empty_list_is_not_the_same_as_none() -> None:
    """An agency that falls under no paragraph of the Schedule is not one of which that is unknown."""
    none = RelevantAgency(id="clubs", name="Sports clubs", paragraphs=())
    unknown = RelevantAgency(id="shops", name="Shops")
    text = dumps(evolve(EMPTY, relevant_agencies=(none, unknown)))
    assert "paragraphs = []\n\n" in text
    assert loads(text).documents[0].relevant_agencies == (none, unknown)


def test_long_values_get_more_lines_and_then_headers() -> None:
    """A list that does not fit has an item on each line; tables that do not fit have headers, at the end."""
    short, long = "s" * 45, "l" * 95
    tree = {
        "body": [
            {
                "a": [{"x": short}, {"x": short}],
                "b": [{"x": long}],
                "c": {"x": long, "y": {"z": [short, short]}},
                "d": long + long,
                "e": [short, short],
                "f": ["x", {"x": long}],
            }
        ]
    }
    text = toml(tree)
    assert tomllib.loads(text) == tree
    assert (
        text.replace(short, "short").replace(long, "long")
        == """
[[body]]
a = [
    { x = "short" },
    { x = "short" },
]
d = "longlong"
e = [
    "short",
    "short",
]
f = [
    "x",
    { x = "long" },
]

[[body.b]]
x = "long"

[body.c]
x = "long"

[body.c.y]
z = [
    "short",
    "short",
]
"""
    )


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_every_text_is_escaped_so_that_it_comes_back(text: str) -> None:
    """Quotation marks, backslashes, line breaks and control characters are all written out."""
    tree = {"text": text, "table": {"text": [text, {"inner": text}]}}
    assert tomllib.loads(toml(tree)) == tree


def writable(text: str) -> bool:
    """Say whether the model accepts a text."""
    try:
        Partnership(id="northshire", documents=(evolve(EMPTY, name=text),))
    except InvalidDocumentError:
        return False
    return True


TEXTS = st.text(
    st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from("\t\n\"\\'[]{}=#,."), min_size=1
).filter(writable)
DATES = st.dates(max_value=PartialDate(9998).latest).flatmap(
    lambda day: st.sampled_from([PartialDate.on(day), PartialDate(day.year, day.month), PartialDate(day.year)])
)
PLACES = st.builds(
    Place,
    source=st.sampled_from(["plan", "annex"]),
    heading=st.none() | TEXTS,
    page=st.none() | st.integers(1, 2**63 - 1),
    lines=st.none() | st.integers(1, 9).map(lambda line: (line, line * 2)),
)
MONEY = st.none() | st.integers(0, 10**15).map(Money)
SHARES = st.none() | st.fractions(0, 1, max_denominator=9999).map(Share)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Draw a document in which leaves of every kind have any value."""
    sources = draw(st.sampled_from([(PLAN, Source(id="annex", title="A")), (PLAN,)]))
    places = st.none() | PLACES.filter(lambda place: place.source in {source.id for source in sources})
    also = st.builds(Also, field=st.just("says"), value=st.none() | TEXTS, where=places).filter(
        lambda other: other != Also(field="says")
    )
    aims = st.builds(
        Aim,
        kind=st.sampled_from(AimKind),
        says=TEXTS.filter(lambda text: len(text) <= 300),
        means=st.lists(TEXTS, max_size=3).map(tuple),
        where=places,
        also=st.lists(also, max_size=2).map(tuple),
        note=st.none() | TEXTS,
    )
    lines = st.lists(
        st.builds(FundingLine, label=TEXTS, amount=MONEY, share=SHARES), max_size=3, unique_by=lambda line: line.label
    )
    return evolve(
        EMPTY,
        name=draw(TEXTS),
        sources=sources,
        publication=draw(st.builds(Publication, published=st.none() | DATES, url=st.none() | TEXTS, where=places)),
        areas=(Area(id="a", name=draw(TEXTS), kind=AreaKind.OTHER, starts=draw(st.none() | DATES)),),
        funding=(Funding(id="budget", lines=tuple(draw(lines)), stated_total=draw(MONEY)),),
        aims=tuple(draw(st.lists(aims, max_size=3))),
    )


@given(documents(), st.sampled_from(FORMATS))
def test_any_document_comes_back(document: Document, form: Literal["toml", "json"]) -> None:
    """Whatever texts, dates, amounts, shares and places a document has, dumping and loading keep it."""
    partnership = Partnership(id="northshire", documents=(document,))
    text = dumps(document, format=form)
    assert loads(text, format=form) == partnership
    assert dumps(loads(text, format=form).documents[0], format=form) == text


@pytest.mark.parametrize(
    ("change", "path", "what"),
    [
        ({"name": "half \ud800"}, "name", '"half \\ud800" cannot be written in a file'),
        (
            {"funding": (Funding(id="f", stated_total=Money(-5)),)},
            "funding.f.stated_total",
            '"-£0.05" cannot be written in a file',
        ),
        (
            {"funding": (Funding(id="f", lines=(FundingLine(label="x", share=Share(Fraction(1, 99999))),)),)},
            "funding.f.lines[0].share",
            '"1/99999" cannot be written in a file',
        ),
        (
            {"aims": (evolve(AIM, where=Place(source="plan", page=2**63)),)},
            "aim[0].where.page",
            "a value of the type int cannot be written in a file",
        ),
        (
            {"aims": (evolve(AIM, also=(Also(field="says", value=1.5),)),)},
            "aim[0].also[0].value",
            "a value of the type float cannot be written in a file",
        ),
    ],
)
def test_what_has_no_written_form_is_refused(change: dict[str, Any], path: str, what: str) -> None:
    """Nothing is written that would come back as something else, or not at all."""
    for form in FORMATS:
        with pytest.raises(InvalidDocumentError) as caught:
            dumps(evolve(EMPTY, **change), format=form)
        assert [(problem.path, problem.what) for problem in caught.value.problems] == [(path, what)]
