"""The words by which relevant agencies are named, and the paragraphs of the Schedule that they mean."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType

from attrs import frozen

from safeguarding.model import AgencyKind


class Named(Enum):
    """Where the proper name of a body stands beside a term, if one may: ``Eastshire NHS Trust``, ``HMP Eastshire``."""

    NOT = "not"
    BEFORE = "before"
    AFTER = "after"


@frozen(kw_only=True)
class Term:
    """What a term means.

    Args:
        surely: the paragraphs that it surely means.
        perhaps: the paragraphs that it may mean too.
        outside: the kind of organisation outside the Schedule that it means, by id; empty for none.
        wide: whether it is a heading of the Schedule, or as wide as one.
        named: where a proper name may stand beside it, so that the two together name a body of that kind.
    """

    surely: tuple[int, ...] = ()
    perhaps: tuple[int, ...] = ()
    outside: str = ""
    wide: bool = False
    named: Named = Named.NOT


def _sure(*numbers: int, perhaps: tuple[int, ...] = (), named: Named = Named.NOT) -> Term:
    return Term(surely=numbers, perhaps=perhaps, named=named)


def _perhaps(*numbers: int) -> Term:
    return Term(perhaps=numbers)


def _outside(kind: str, *, named: Named = Named.NOT) -> Term:
    return Term(outside=kind, named=named)


_B, _A = Named.BEFORE, Named.AFTER

TERMS: tuple[tuple[Term, str], ...] = (
    # A heading of the Schedule, or what is as wide: no paragraph is surely meant.
    (
        Term(wide=True),
        (
            "education; education provider; education sector; education setting; education establishment; "
            "education institution; education and childcare; health; health sector; health service; "
            "health organisation; health agency; health and social care; social care; local government; "
            "criminal justice; criminal justice agency; criminal justice sector; justice; police; "
            "police and immigration; immigration; partner; partner organisation; partner agency; "
            "relevant agency"
        ),
    ),
    # Education and childcare
    (_sure(1, perhaps=(2, 3)), "academy; academy trust; multi academy trust"),
    (_sure(1), "academy school"),
    (_sure(1, perhaps=(2, 3)), "free school"),
    (_sure(2), "16 to 19 academy; 16 19 academy"),
    (_sure(3), "alternative provision academy"),
    (
        _sure(4),
        (
            "maintained school; local authority maintained school; community school; voluntary aided school; "
            "voluntary controlled school; foundation school"
        ),
    ),
    (_sure(5), "maintained nursery; maintained nursery school"),
    (_perhaps(5, 13), "nursery school"),
    (_sure(6), "pupil referral unit; PRU"),
    (_perhaps(3, 6, 7), "alternative provision; alternative education provider; alternative provision provider"),
    (
        _sure(7),
        (
            "independent school; private school; independent educational institution; "
            "registered independent educational institution"
        ),
    ),
    (_sure(8), "non maintained special school"),
    (_sure(1, 4, perhaps=(7, 8)), "special school"),
    (_sure(1, 4, perhaps=(3, 5, 6)), "state school; state funded school"),
    (_sure(1, 4, perhaps=(3, 5, 6, 7, 8)), "school; primary school; secondary school; primary and secondary school"),
    (_sure(9), "special post 16 institution; specialist post 16 institution"),
    (
        _sure(10),
        (
            "further education; further education college; further education institution; FE college; "
            "sixth form college; college of further education"
        ),
    ),
    (_sure(10, perhaps=(2, 9)), "college"),
    (_sure(11), "university; higher education; higher education provider; higher education institution"),
    (_sure(10, 11), "further and higher education; further and higher education institution"),
    (_perhaps(12), "training provider; apprenticeship provider; work based learning provider"),
    (_sure(12), "funded training provider"),
    (
        _sure(13, perhaps=(5,)),
        (
            "early years; early years provider; early years setting; early years and childcare; "
            "early years and childcare provider; early years education; nursery"
        ),
    ),
    (
        _sure(13),
        (
            "childcare; childcare provider; registered childcare provider; childminder; child minder; "
            "childminder agency; playgroup; preschool; pre school; day nursery"
        ),
    ),
    (_sure(14), "children's centre; Sure Start centre; Sure Start children's centre"),
    (_perhaps(14), "family hub"),
    # Health and social care
    (_sure(15, named=_A), "NHS England"),
    (
        _sure(15),
        ("NHS England and NHS improvement; NHS commissioning board; national health service commissioning board"),
    ),
    (_sure(16, perhaps=(17,), named=_B), "NHS trust"),
    (_sure(16, 17), "NHS trust and foundation trust; NHS trust and NHS foundation trust"),
    (_sure(17, named=_B), "NHS foundation trust"),
    (_sure(17), "foundation trust"),
    (
        _perhaps(16, 17),
        (
            "health trust; hospital trust; acute trust; provider trust; health provider; hospital; "
            "acute hospital; community health trust; mental health trust; ambulance trust; CAMHS; "
            "health visiting; school nursing; maternity; midwifery; university hospital; "
            "acute and provider trust"
        ),
    ),
    (_sure(18), "adoption support agency"),
    (_perhaps(18, 19), "adoption agency; regional adoption agency"),
    (_sure(19), "registered adoption society; adoption society; voluntary adoption agency"),
    (_sure(20), "fostering agency; independent fostering agency; fostering provider; independent fostering provider"),
    (_sure(21, named=_B), "children's home; secure children's home; residential children's home"),
    (_perhaps(21, 22), "residential home; residential care"),
    (_sure(22), "residential family centre"),
    (_sure(23), "residential holiday scheme for disabled children; holiday scheme for disabled children"),
    # Local government
    (_sure(24, named=_B), "district council"),
    (_sure(24), "district and borough council; borough and district council; district and city council"),
    (_perhaps(24), "district; borough council; city council; borough; local authority"),
    # Criminal justice
    (_sure(25, named=_A), "Cafcass"),
    (_sure(25), "children and family court advisory and support service"),
    (_sure(26), "prison"),
    (_sure(26, named=_A), "HMP; HM prison"),
    (_perhaps(26), "prison service; HM prison service; her Majesty's prison service; his Majesty's prison service"),
    (_perhaps(26, 27), "HM prison and probation service; HMPPS; prison and probation service"),
    (_sure(27), "probation; probation provider; provider of probation service; probation service provider"),
    (_sure(27, named=_B), "probation service; national probation service; community rehabilitation company"),
    (_sure(28), "secure college"),
    (_sure(29, named=_B), "secure training centre"),
    (_sure(30, named=_A), "YOI; HMYOI; HM young offender institution"),
    (_sure(30, named=_B), "young offender institution"),
    (_perhaps(21, 26, 29, 30), "secure establishment; secure estate; youth custody; youth secure estate"),
    (
        _sure(31, named=_B),
        ("youth offending team; youth offending service; youth justice service; youth justice team; YOT; YOS"),
    ),
    (_perhaps(31), "youth justice; youth offending"),
    # Police and immigration
    (_sure(32), "British Transport Police; BTP"),
    (_sure(33), "Common Council of the City of London"),
    (_sure(34), "port police; port police force; harbour police; Port of Dover Police; Port of London Police"),
    (
        _sure(35),
        (
            "Border Force; UK Visas and Immigration; UKVI; Immigration Enforcement; "
            "Home Office Immigration Enforcement; UK Border Agency"
        ),
    ),
    (_perhaps(35), "Home Office; immigration service; asylum accommodation provider; Border Agency"),
    # Miscellaneous
    (_sure(36), "charity; registered charity; charitable organisation"),
    (
        _perhaps(36),
        (
            "voluntary sector; voluntary organisation; voluntary agency; community organisation; third sector; "
            "voluntary and community sector; voluntary and community organisation; "
            "voluntary and community group; voluntary community and social enterprise sector; "
            "voluntary and charitable organisation; VCSE; VCS; VCSE sector; VCS sector; charity sector; "
            "voluntary community sector; voluntary"
        ),
    ),
    (
        _perhaps(36, 37),
        (
            "voluntary community and faith sector; voluntary community and faith organisation; VCFS; "
            "faith sector; faith organisation; faith group; faith community; faith based organisation; faith; "
            "church; mosque; synagogue; temple; diocese; place of worship"
        ),
    ),
    (_sure(37, perhaps=(36,)), "religious organisation"),
    (
        _sure(38),
        (
            "sport and leisure; sport or leisure; sport and leisure organisation; sport and leisure provider; "
            "sport and leisure centre; sport and leisure service; sport and leisure club; sport club; "
            "sport organisation; sport body; sporting body; sporting organisation; leisure centre; "
            "leisure provider; leisure service; football club; swimming club; gymnastics club; leisure; sport"
        ),
    ),
    # In no paragraph
    (
        _outside("primary-care"),
        (
            "gp; general practice; general practitioner; gp practice; gp surgery; primary care; "
            "primary care contractor; primary care provider; primary care network; optometrist; optician"
        ),
    ),
    (_outside("pharmacies"), "pharmacy; pharmacist; community pharmacy"),
    (_outside("dentists"), "dentist; dental practice; dental service; dentistry"),
    (_outside("independent-hospitals"), "independent hospital; private hospital; independent health provider"),
    (_outside("ambulance", named=_B), "ambulance service; ambulance"),
    (
        _outside("fire", named=_B),
        (
            "fire and rescue service; fire and rescue authority; fire service; fire authority; "
            "fire and rescue; fire brigade"
        ),
    ),
    (
        _outside("housing", named=_B),
        (
            "housing association; registered provider of social housing; registered social landlord; "
            "housing provider; social landlord; social housing provider"
        ),
    ),
    (
        _outside("commissioners"),
        (
            "police and crime commissioner; pcc; opcc; office of the police and crime commissioner; mayor; "
            "police fire and crime commissioner"
        ),
    ),
    (_outside("national-crime-agency"), "national crime agency; nca"),
    (_outside("special-police"), "ministry of defence police; mod police; civil nuclear constabulary"),
    (
        _outside("armed-forces"),
        ("armed force; armed service; army; royal navy; royal air force; raf; military; ministry of defence"),
    ),
    (
        _outside("public-health"),
        (
            "public health england; uk health security agency; ukhsa; nhs digital; special health authority; "
            "office for health improvement and disparities"
        ),
    ),
    (_outside("regulators"), "care quality commission; cqc; ofsted"),
    (
        _outside("abuse-and-drug-services"),
        (
            "domestic abuse service; domestic violence service; drug service; drug and alcohol service; "
            "substance misuse service; domestic abuse provider; drug and alcohol provider; "
            "substance misuse provider; drug and alcohol treatment provider"
        ),
    ),
    (
        _outside("authorities", named=_B),
        (
            "county council; unitary authority; unitary council; children's service authority; "
            "metropolitan borough council"
        ),
    ),
    (_outside("health-partners", named=_B), "clinical commissioning group; ccg; integrated care board; icb"),
    (_outside("police-partners", named=_B), "constabulary"),
    (_outside("police-partners"), "territorial police force; metropolitan police; city of london police"),
    (_perhaps(3), "secure school; secure academy"),
)
"""Each meaning, and the terms that have it: in the singular or the plural, without regard to case."""

KINDS: Mapping[AgencyKind, Term] = MappingProxyType(
    {
        AgencyKind.LOCAL_AUTHORITY: _outside("authorities"),
        AgencyKind.CLINICAL_COMMISSIONING_GROUP: _outside("health-partners"),
        AgencyKind.INTEGRATED_CARE_BOARD: _outside("health-partners"),
        AgencyKind.POLICE_FORCE: Term(outside="police-partners", perhaps=(32, 33, 34)),
        AgencyKind.DISTRICT_COUNCIL: _sure(24),
        AgencyKind.CHILDRENS_TRUST: _perhaps(36),
        AgencyKind.NHS_TRUST: _sure(16),
        AgencyKind.NHS_FOUNDATION_TRUST: _sure(17),
        AgencyKind.NHS_ENGLAND: _sure(15),
        AgencyKind.SCHOOL: _perhaps(1, 3, 4, 5, 6, 7, 8),
        AgencyKind.COLLEGE: _perhaps(2, 9, 10, 11),
        AgencyKind.EARLY_YEARS: _perhaps(5, 13),
        AgencyKind.YOUTH_OFFENDING_TEAM: _sure(31),
        AgencyKind.PROBATION: _sure(27),
        AgencyKind.PRISON: _sure(26),
        AgencyKind.CAFCASS: _sure(25),
        AgencyKind.BRITISH_TRANSPORT_POLICE: _sure(32),
        AgencyKind.CHILDRENS_HOME: _sure(21),
        AgencyKind.SECURE_ESTABLISHMENT: _perhaps(3, 21, 26, 28, 29, 30),
        AgencyKind.CHARITY: _sure(36),
        AgencyKind.RELIGIOUS_ORGANISATION: _perhaps(36, 37),
        AgencyKind.SPORT_LEISURE: _sure(38),
        AgencyKind.FIRE_AND_RESCUE: _outside("fire"),
    }
)
"""What each kind of agency means. A company, a group and any other kind mean nothing: their names are looked at."""
