"""The Schedule of relevant agencies agrees with the digest, and names are matched to it with care."""

from __future__ import annotations

import csv
from datetime import date
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve

from safeguarding import assess, loads
from safeguarding.errors import UnknownRequirementError
from safeguarding.law.agency_names import meaning, terms, words
from safeguarding.law.agency_terms import KINDS, TERMS
from safeguarding.law.catalogue import catalogue
from safeguarding.law.outside_schedule import OUTSIDE
from safeguarding.law.readings import READINGS
from safeguarding.law.schedule import BY_KEY, KEYS, PARAGRAPHS, Bearer, Heading, paragraph
from safeguarding.law.scheduled import Basis, InSchedule, by_name, match
from safeguarding.model import Agency, AgencyKind, Also, RelevantAgency
from tests.law.case import head

HERE = Path(__file__).parent


def rows(name: str) -> list[dict[str, str]]:
    """Read a table that was copied from the digest of the law."""
    with (HERE / name).open(encoding="utf-8", newline="") as text:
        return list(csv.DictReader(text))


def entry(name: str, **more: object) -> RelevantAgency:
    """Make a relevant agency."""
    return RelevantAgency(id="ra", name=name, **more)  # type: ignore[arg-type]


def by_kind(kind: AgencyKind, name: str, **more: object) -> tuple[RelevantAgency, dict[str, Agency]]:
    """Make a relevant agency behind which a body stands, and that body."""
    return entry(name, agency="body", **more), {"body": Agency(id="body", name=name, kind=kind)}


# --- the Schedule


def test_paragraphs_are_those_of_the_digest() -> None:
    """Number, key, heading, words, borrowed definition and bearer are those of the table in the digest."""
    held = [
        (str(one.number), one.key, one.heading.value, one.wording().says, one.definition, one.bearer.value)
        for one in PARAGRAPHS
    ]
    assert held == [
        (
            row["paragraph"],
            row["key"],
            row["heading"],
            row["agency"].replace("SoS", "Secretary of State"),
            row["definition"],
            row["bearer"],
        )
        for row in rows("schedule.csv")
    ]


def test_keys_headings_and_bearers_are_those_that_the_manifest_counts() -> None:
    """The rows of the list of all keys whose level is "agency" are the paragraphs, in their order."""
    listed = [row for row in rows("digest.csv") if row["level"] == "agency"]
    assert [(one.key, one.heading.value, one.bearer.value, "read at source") for one in PARAGRAPHS] == [
        (row["key"], row["section"], row["who"], row["status"]) for row in listed
    ]
    assert KEYS == tuple(BY_KEY) == tuple(row["key"] for row in listed)


def test_there_are_38_under_six_headings() -> None:
    """The numbers run from 1 to 38, a heading at a time, as many under each as the digest counts."""
    assert [one.number for one in PARAGRAPHS] == [*range(1, 39)]
    counts = {heading: sum(one.heading is heading for one in PARAGRAPHS) for heading in Heading}
    assert [*counts.values()] == [14, 9, 1, 7, 4, 3]
    order = list(Heading)
    assert [order.index(one.heading) for one in PARAGRAPHS] == sorted(order.index(one.heading) for one in PARAGRAPHS)
    assert {one.bearer for one in PARAGRAPHS} == {*Bearer}


def test_no_kind_of_agency_is_a_requirement_too() -> None:
    """The kinds of agency have keys of their own, which no requirement has."""
    assert not {*KEYS} & {*catalogue()}


@pytest.mark.parametrize(
    ("as_of", "says"),
    [
        (date(2018, 6, 29), "The National Health Service Commissioning Board, known as NHS England"),
        (date(2023, 11, 5), "The National Health Service Commissioning Board, known as NHS England"),
        (date(2023, 11, 6), "NHS England"),
        (None, "NHS England"),
        (date(2018, 1, 1), "The National Health Service Commissioning Board, known as NHS England"),
    ],
)
def test_paragraph_15_has_new_words_from_6_november_2023(as_of: date | None, says: str) -> None:
    """Either side of the day on which SI 2023/1071 changed it."""
    found, wording = paragraph(15, as_of)
    assert (found.key, wording.says) == ("ra.nhs-england", says)


def test_only_paragraph_15_was_amended_and_all_was_read() -> None:
    """Every paragraph began with the regulations, and every reading has an address."""
    assert [one.number for one in PARAGRAPHS if len(one.wordings) > 1] == [15]
    assert {one.wordings[0].starts for one in PARAGRAPHS} == {date(2018, 6, 29)}
    assert {name for one in PARAGRAPHS for wording in one.wordings for name in wording.read_at} <= {*READINGS}
    assert paragraph(15)[0].wordings[1].made_by == "SI 2023/1071 regulation 98(2)"


@pytest.mark.parametrize("number", [0, 39, -1])
def test_there_is_no_other_paragraph(number: int) -> None:
    """The message says which there are."""
    with pytest.raises(UnknownRequirementError, match="it has 1 to 38"):
        paragraph(number)


# --- the table of terms


def test_terms_mean_paragraphs_and_organisations_that_exist() -> None:
    """Every number is one of the Schedule, every organisation outside it is held, and no term means nothing."""
    for term in [*KINDS.values(), *(term for term, _ in TERMS)]:
        assert {*term.surely, *term.perhaps} <= {*range(1, 39)}
        assert not {*term.surely} & {*term.perhaps}
        assert term.outside in {"", *OUTSIDE}
        assert term.surely or term.perhaps or term.outside or term.wide
    assert {number for kind in OUTSIDE.values() for number in kind.unless} <= {*range(1, 39)}


def test_no_term_is_listed_twice() -> None:
    """In the singular and without case, each stands for one meaning."""
    listed = [words(term) for _, several in TERMS for term in several.split(";")]
    assert len(listed) == len(terms())


def test_every_paragraph_can_be_matched_by_its_own_name() -> None:
    """The short name of each paragraph means that paragraph, surely or perhaps among others."""
    unmatched = [
        one.number for one in PARAGRAPHS if one.number not in {*(found := meaning(one.short)).surely, *found.perhaps}
    ]
    # The long words for the last are nobody's name: Border Force and others are matched instead.
    assert unmatched == [35]


# --- matching by name


@pytest.mark.parametrize(
    ("name", "surely", "perhaps"),
    [
        ("Youth Offending Team", (31,), ()),
        ("Eastshire Youth Justice Service", (31,), ()),
        ("the YOT", (31,), ()),
        ("YOTs", (31,), ()),
        ("Eastshire Youth Offending Team (YOT)", (31,), ()),
        ("CAFCASS", (25,), ()),
        ("schools", (1, 4), (3, 5, 6, 7, 8)),
        ("schools in Eastshire", (1, 4), (3, 5, 6, 7, 8)),
        ("Schools, academies and free schools", (1, 4), (2, 3, 5, 6, 7, 8)),
        ("independent schools", (7,), ()),
        ("maintained schools, nurseries and pupil referral units", (4, 6, 13), (5,)),
        ("colleges and universities", (10, 11), (2, 9)),
        ("District Councils", (24,), ()),
        ("Northshire District Council", (24,), ()),
        ("University Hospitals of Easthaven Bay NHS Foundation Trust", (17,), ()),
        ("East Coast Ambulance Service NHS Trust", (16,), (17,)),
        ("HMP Easthaven", (26,), ()),
        ("HMP/YOI Easthaven", (26, 30), ()),
        ("children’s homes", (21,), ()),
        ("Children's Homes", (21,), ()),
        ("charities", (36,), ()),
        ("Sport & Leisure", (38,), ()),
        ("registered childminders", None, None),
    ],
)
def test_a_plain_name_is_in_the_schedule(
    name: str, surely: tuple[int, ...] | None, perhaps: tuple[int, ...] | None
) -> None:
    """What the words of a name surely mean, and what they may mean too; an unknown word leaves all open."""
    found = by_name(entry(name))
    if surely is None:
        assert found.answer is InSchedule.OPEN
    else:
        assert (found.answer, found.basis, found.surely, found.perhaps) == (
            InSchedule.YES,
            Basis.NAME,
            surely,
            perhaps,
        )


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("GPs", "primary-care"),
        ("General Practices", "primary-care"),
        ("pharmacies", "pharmacies"),
        ("dentists", "dentists"),
        ("independent hospitals", "independent-hospitals"),
        ("Eastern Ambulance Service", "ambulance"),
        ("Eastshire Fire and Rescue Service", "fire"),
        ("housing associations", "housing"),
        ("Police and Crime Commissioner", "commissioners"),
        ("National Crime Agency", "national-crime-agency"),
        ("Ministry of Defence Police", "special-police"),
        ("the armed forces", "armed-forces"),
        ("Public Health England", "public-health"),
        ("Care Quality Commission", "regulators"),
        ("Ofsted", "regulators"),
        ("domestic abuse services", "abuse-and-drug-services"),
        ("drug and alcohol services", "abuse-and-drug-services"),
        ("Eastshire Clinical Commissioning Group", "health-partners"),
        ("Eastshire County Council", "authorities"),
        ("Eastshire Constabulary", "police-partners"),
    ],
)
def test_who_is_not_in_the_schedule_is_explained(name: str, kind: str) -> None:
    """It is said of which kind it is, why it is in no paragraph, and under which power it can take part."""
    found = by_name(entry(name))
    assert (found.answer, found.outside, found.surely) == (InSchedule.NO, (kind,), ())
    assert OUTSIDE[kind].why in found.why()
    assert OUTSIDE[kind].power in found.why()
    assert found.perhaps == OUTSIDE[kind].unless


@pytest.mark.parametrize(
    "name",
    [
        "health", "education", "criminal justice", "Police", "local government", "partner organisations",
        "voluntary sector", "health trusts", "Friends of Eastshire NHS Trust", "Prison Reform Trust", "Cafcass Cymru",
        "Schools Forum", "Charity of the Eastshire NHS Trust", "maintained schools and the voluntary sector",
        "Eastshire Reference Group", "churches",
        "secure schools",
        "Youth Offending Team Management Board", "charities in Wales", "and", "···", "HM Prison Service",
    ],
)  # fmt: skip
def test_what_is_wide_or_another_body_is_not_established(name: str) -> None:
    """A heading, a looser word, a body that only has the word in its name, and one outside England stay open."""
    found = by_name(entry(name))
    assert found.answer is InSchedule.OPEN
    assert not found.surely


def test_a_name_that_lists_some_in_and_some_out_says_both() -> None:
    """The paragraphs count; that the rest is in none is said."""
    found = by_name(entry("schools and GPs"))
    assert (found.answer, found.surely, found.outside) == (InSchedule.YES, (1, 4), ("primary-care",))
    assert "not in the Schedule (general practices" in found.in_words()


# --- matching by kind, and by what is stated


def test_kind_goes_before_name() -> None:
    """A body of a kind that is one paragraph is that, whatever it is called."""
    found = match(*by_kind(AgencyKind.CHARITY, "Eastshire School"))
    assert (found.basis, found.surely) == (Basis.KIND, (36,))


@pytest.mark.parametrize(
    ("kind", "name", "answer", "surely"),
    [
        (AgencyKind.SCHOOL, "Eastshire", InSchedule.OPEN, ()),
        (AgencyKind.SCHOOL, "independent school", InSchedule.YES, (7,)),
        (AgencyKind.COLLEGE, "Sixth Form College", InSchedule.YES, (10,)),
        (AgencyKind.POLICE_FORCE, "Eastshire Police", InSchedule.NO, ()),
        (AgencyKind.POLICE_FORCE, "Port of Dover Police", InSchedule.YES, (34,)),
        (AgencyKind.POLICE_FORCE, "Civil Nuclear Constabulary", InSchedule.NO, ()),
        (AgencyKind.LOCAL_AUTHORITY, "Eastshire Council", InSchedule.NO, ()),
        (AgencyKind.OTHER, "Eastshire Youth Offending Team", InSchedule.YES, (31,)),
        (AgencyKind.GROUP, "health trusts", InSchedule.OPEN, ()),
        (AgencyKind.FIRE_AND_RESCUE, "Eastshire Fire", InSchedule.NO, ()),
    ],
)
def test_a_kind_of_several_paragraphs_is_narrowed_by_name(
    kind: AgencyKind, name: str, answer: InSchedule, surely: tuple[int, ...]
) -> None:
    """Where a kind leaves several paragraphs, or says nothing, the name may say which."""
    found = match(*by_kind(kind, name))
    assert (found.answer, found.surely) == (answer, surely)


def test_what_is_stated_wins_and_a_contradiction_is_said() -> None:
    """Stated paragraphs stand, and so does an empty list; what kind or name would say is said beside it."""
    found = match(*by_kind(AgencyKind.PRISON, "HMP Easthaven", paragraphs=(29,)))
    assert (found.answer, found.basis, found.surely) == (InSchedule.YES, Basis.STATED, (29,))
    assert "contradicts what it is by its kind: prison (paragraph 26)" in found.in_words()
    found = match(entry("Youth Offending Team", paragraphs=()), {})
    assert found.answer is InSchedule.NO
    assert "contradicts what it is by its name: youth offending team (paragraph 31)" in found.in_words()


@pytest.mark.parametrize(
    ("name", "paragraphs"),
    [("schools", (4,)), ("schools", (7,)), ("housing association", (36,)), ("health", (16, 17)), ("GPs", ())],
)
def test_what_is_stated_more_exactly_is_no_contradiction(name: str, paragraphs: tuple[int, ...]) -> None:
    """A part of what a name may mean, what a wide name leaves open, and what the match says too agree with it."""
    assert match(entry(name, paragraphs=paragraphs), {}).against is None


def test_statements_that_disagree_establish_nothing() -> None:
    """Of paragraphs, of names and of kinds."""
    two = entry("YOT", paragraphs=(31,), also=(Also(field="paragraphs", value=(36,)),))
    assert (match(two, {}).answer, match(two, {}).perhaps) == (InSchedule.OPEN, (31, 36))
    names = entry("YOT", also=(Also(field="name", value="Cafcass"),))
    assert (match(names, {}).answer, match(names, {}).perhaps) == (InSchedule.OPEN, (25, 31))
    ra, bodies = by_kind(AgencyKind.PRISON, "Easthaven")
    body = Agency(
        id="body", name="Easthaven", kind=AgencyKind.PRISON, also=(Also(field="kind", value=AgencyKind.CHARITY),)
    )
    assert match(ra, {**bodies, "body": body}).answer is InSchedule.OPEN


# --- the law of openness

NAMES = ("YOT", "schools", "GP practices", "health", "voluntary sector", "Cafcass", "Eastshire Group")
STATED = ("", "paragraphs = []", "paragraphs = [31]", "paragraphs = [36]", "paragraphs = [25]")


@pytest.mark.parametrize("key", ["ch3.ra.publish-list", "ch3.publish.ra-which", "ch3.ra.any-organisation"])
@pytest.mark.parametrize("name", NAMES)
def test_to_state_paragraphs_takes_nothing_back(key: str, name: str) -> None:
    """Whatever is stated later was possible while paragraphs were left out, or could not be read."""
    possible = {}
    for stated in (*STATED, 'unknown = ["paragraphs"]'):
        text = f'{head()}[[relevant_agency]]\nid = "one"\nname = "{name}"\n{stated}\n'
        possible[stated] = assess(loads(text), as_of="2019-11-30")[key].possible
    for stated, less in product(STATED, ("", 'unknown = ["paragraphs"]')):
        if stated:
            assert possible[stated] <= possible[less]


def openings(agency: RelevantAgency, body: Agency) -> list[tuple[RelevantAgency, Agency]]:
    """Make what could be known less of an agency and the body behind it: unreadable, or stated in two ways."""
    found: list[tuple[RelevantAgency, Agency]] = []
    for field in ("agency", "paragraphs", "national"):
        if getattr(agency, field) is not None:
            unread: dict[str, Any] = {field: None, "unknown": (field,)}
            found.append((evolve(agency, **unread), body))
    second: tuple[tuple[str, Any], ...] = (
        ("name", "health"), ("name", "Cafcass"), ("paragraphs", ()), ("paragraphs", (25,)), ("national", True),
    )  # fmt: skip
    for field, value in second:
        stated = getattr(agency, field)
        if stated not in (None, value):
            changed: dict[str, Any] = {field: value}
            found.append((evolve(agency, also=(Also(field=field, value=value),)), body))
            found.append((evolve(agency, also=(Also(field=field, value=stated),), **changed), body))
    prison = AgencyKind.PRISON
    return [
        *found,
        (agency, evolve(body, also=(Also(field="kind", value=prison),))),
        (agency, evolve(body, kind=prison, also=(Also(field="kind", value=body.kind),))),
    ]


@pytest.mark.parametrize("name", ["Cafcass", "health", "schools"])
@pytest.mark.parametrize(
    ("kind", "stated"),
    [
        ("cafcass", 'agency = "body"'),
        ("cafcass", 'agency = "body"\nparagraphs = []'),
        ("charity", "paragraphs = [25]"),
        ("charity", 'agency = "body"\nparagraphs = [36]\nnational = false'),
        ("charity", "paragraphs = [36]\nnational = true"),
        ("charity", ""),
    ],
)
def test_what_is_filled_in_of_an_agency_undoes_nothing(name: str, kind: str, stated: str) -> None:
    """For every way in which name, body, kind, paragraphs and remit of one agency can be open."""
    keys = ("ch3.ra.publish-list", "ch3.publish.ra-which", "ch3.ra.any-organisation", "ch3.ra.national")
    text = (
        f'[[agency]]\nid = "body"\nname = "Body"\nkind = "{kind}"\n[[relevant_agency]]\nid = "one"\nname = "{name}"\n'
    )
    closed = loads(f"{head()}{text}{stated}\n")
    (document,) = closed.documents
    known = assess(closed, as_of="2019-11-30")
    for agency, body in openings(document.relevant_agencies[0], document.agencies[0]):
        less = evolve(document, relevant_agencies=(agency,), agencies=(body,))
        found = assess(evolve(closed, documents=(less,)), as_of="2019-11-30")
        assert [key for key in keys if not known[key].possible <= found[key].possible] == [], (agency, body)
