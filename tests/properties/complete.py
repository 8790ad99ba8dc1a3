"""A partnership about which everything is said: where each rule has something to look at."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from safeguarding import Partnership, load
from safeguarding.model import PARTS, CaseKind, Topic

_TEXT = """
schema = "safeguarding.v1"
partnership = "northshire"
name = "Northshire Safeguarding Children Partnership"
kind = "arrangements"
transcribed = "all"

[publication]
published = "2019-06-12"
updated = "2019-11-05"
implemented = "2019-09-02"
guidance = ["WT2018"]
version = "first"
url = "https://example.org/plan"
where = "Foreword"

[[source]]
id = "plan"
title = "The plan"

[[area]]
id = "northshire"
name = "Northshire"
kind = "local-authority"

[[area]]
id = "east"
name = "East"
kind = "district"
part_of = ["northshire"]

[[area]]
id = "west"
name = "West"
kind = "district"
part_of = ["northshire"]

[[agency]]
id = "council"
name = "Northshire Council"
kind = "local-authority"
starts = "1974-04-01"

[[agency]]
id = "ccg"
name = "Northshire CCG"
kind = "clinical-commissioning-group"
starts = "2013-04-01"
ends = "2022-06-30"
successors = ["icb"]

[[agency]]
id = "icb"
name = "North ICB"
kind = "integrated-care-board"
starts = "2022-07-01"

[[agency]]
id = "police"
name = "Northshire Police"
kind = "police-force"

[[agency]]
id = "hospital"
name = "Northshire Hospital"
kind = "nhs-foundation-trust"

[[agency]]
id = "secure-centre"
name = "Northshire Secure Training Centre"
kind = "secure-establishment"

[[post]]
id = "chief-executive"
title = "Chief Executive"
agency = "council"
office = "chief-executive"

[[post]]
id = "accountable-officer"
title = "Accountable Officer"
agency = "ccg"
office = "accountable-officer"

[[post]]
id = "chief-constable"
title = "Chief Constable"
agency = "police"
office = "chief-officer-of-police"

[[post]]
id = "director"
title = "Director of Children's Services"
agency = "council"
office = "director-of-childrens-services"

[[post]]
id = "scrutineer-post"
title = "Independent Scrutineer"
office = "independent-scrutineer"
independence = "from outside the county"

[[post]]
id = "designated-doctor"
title = "Designated Doctor for Child Deaths"
agency = "ccg"
office = "designated-doctor-for-child-deaths"

[[partner]]
agency = "council"
side = "local-authority"
covers = [{ area = "northshire", extent = "whole" }]

[[partner]]
agency = "ccg"
side = "health"
covers = [{ area = "northshire", extent = "whole" }]

[[partner]]
agency = "police"
side = "police"
covers = [{ area = "northshire", extent = "whole" }]

[[lead]]
partner = "council"
post = "chief-executive"

[[lead]]
partner = "ccg"
post = "accountable-officer"

[[lead]]
partner = "police"
post = "chief-constable"

[[delegation]]
partner = "council"
to = "director"
powers = ["speak", "decide", "hold-account"]
seniority = "a chief officer who can commit the council"
accountable = "chief-executive"

[[acting_for]]
agency = "council"
on_behalf_of = ["ccg"]
functions = "the support of the partnership"
agreed = "2019-05"

[[relevant_agency]]
id = "hospital-trust"
name = "Northshire Hospital"
agency = "hospital"
paragraphs = [14]
national = false
reason = "it treats children"
how = "sits on the board"
expected = "to take part in audits"
contribution = "nil"

[[relevant_agency]]
id = "cafcass"
name = "Cafcass"
paragraphs = [7]
national = true
reason = "it works with the family courts"
how = "one officer for the region"
expected = "to share its audits"
contribution = "nil"

[[relevant_agency]]
id = "church"
name = "faith and voluntary bodies"
paragraphs = [36, 37]
national = false
reason = "they work with children"
how = "by the reference group"
expected = "to follow the procedures"
contribution = "rooms"

[[relevant_agency]]
id = "education"
name = "schools, colleges and other providers"
paragraphs = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]
national = false
reason = "they see children every day"
how = "by head teachers' groups"
expected = "to take part in audits"
contribution = "nil"

[[relevant_agency]]
id = "practices"
name = "general practices"
paragraphs = []
national = false
reason = "they see families"
how = "by the named doctor"
expected = "to follow the procedures"
contribution = "nil"

[[body]]
id = "executive"
name = "Executive"
kind = "lead-group"
status = "in-force"
starts = "2019-06"
remit = ["strategic-leadership", "funding"]
seats = [{ post = "chief-executive" }, { post = "accountable-officer" }, { agency = "police" }]
chair = { how = "rotating", held_by = ["council", "ccg", "police"], every = "annually" }
meets = "quarterly"

[[body]]
id = "board"
name = "Board"
kind = "board"
starts = "2019-06-20"
remit = [
  "co-ordination", "practice-reviews", "training", "audit", "data", "education", "child-death-review",
  "policies-and-procedures", "early-help",
]
seats = [
  { agency = "hospital-trust" }, { agency = "cafcass" }, { held_for = "police" }, { post = "designated-doctor" },
  { group = "those who review deaths", represents = [
    "public-health", "social-services", "safeguarding-professional", "primary-care", "nursing-or-midwifery", "lay",
  ] },
]
reviews_a_year = 64
reports_to = ["executive"]
meets = "every two months"

[[body]]
id = "audits"
name = "Audit Group"
kind = "subgroup"
status = "planned"
starts = "2019-10"
ends = "2024-03-31"
remit = ["audit", "data"]
reports_to = ["board"]

[[body]]
id = "east-group"
name = "East Group"
kind = "locality-group"
remit = ["locality"]
reports_to = ["board"]
serves = ["east"]

[[body]]
id = "west-group"
name = "West Group"
kind = "locality-group"
remit = ["locality"]
reports_to = ["board"]
serves = ["west"]

[[scrutineer]]
id = "scrutineer"
title = "Independent Scrutineer"
form = "person"
held_by = ["scrutineer-post"]
progress = "in-place"
appointed_by = ["council", "ccg", "police"]
paid_by = ["council", "ccg", "police"]
starts = "2019-09-01"

[[scrutiny_event]]
method = "audit"
name = "Yearly audit"
by = ["scrutineer"]
when = "2020-03"
progress = "planned"

[[funding]]
id = "budget"
period = { starts = "2019-04-01", ends = "2020-03-31" }
lines = [
  { label = "Council", paid_by = ["council"], amount = "£100,000", share = "50%" },
  { label = "CCG", paid_by = ["ccg"], amount = "£60,000", share = "30%" },
  { label = "Police", paid_by = ["police"], amount = "£40,000", share = "20%" },
]
costs = [{ label = "Staff" }, { label = "Reviews", amount = "£20,000", covers_reviews = true }]
stated_total = "£200,000"
basis = "as agreed in 2019"

[[other_partnership]]
id = "health-and-wellbeing-board"
name = "Health and Wellbeing Board"
kind = "health-and-wellbeing-board"
flows = ["receives"]
how = "gets the yearly report"
belongs_to = "council"

[[register]]
id = "threshold-document"
title = "Thresholds"
kind = "threshold-document"
supplied = "thresholds"

[[register]]
id = "data-set"
title = "The data set"
kind = "data-set"

[[register]]
id = "guidance"
title = "Guidance of the Panel"
kind = "law-or-guidance"

[[register]]
id = "agreement"
title = "Information sharing agreement"
kind = "agreement"

[[register]]
id = "protocol"
title = "Local protocol for assessment"
kind = "protocol"

[[register]]
id = "procedures"
title = "Procedures"
kind = "procedure"

[[milestone]]
what = "start"
when = "2019-09-02"

[[aim]]
kind = "vision"
says = "children are safe"

[[judgement]]
requirement = "ch3.scrutiny.objective"
outcome = "met"
role = "scrutineer"
date = "2020-01-10"
reason = "they challenge"
until = "2020-12-31"

[[departure]]
requirement = "ch3.lead.representatives"
reason = "the posts were vacant"
"""

_STATEMENT = """
[[statement]]
topic = "{topic}"
parts = [{parts}]
says = "what is done"
who = [{who}]
uses = [{uses}]
where = "Plan"
"""

_OFTEN = dict.fromkeys(("section-11", "settings"), 'how_often = "annually"\n')

_USES = {
    "serious-cases": '"guidance"',
    "sharing-information": '"agreement"',
    "assessment-protocol": '"protocol", "procedures"',
    "enquiries": '"procedures"',
    "ra-routes": '"procedures"',
    "section-11": '"agreement", "procedures"',
    "allegations": '"procedures"',
}

_WORK = {"audits": '"board"', "data": '"board"', "training": '"board"', "disputes": ""}

_CHILD_DEATHS = """
schema = "safeguarding.v1"
partnership = "northshire"
name = "Northshire Safeguarding Children Partnership"
kind = "other"
transcribed = "all"
publication = { published = "2020-05-01" }

[[source]]
id = "child-death-report"
title = "Report on the review of child deaths"

[[statement]]
topic = "child-deaths"
parts = ["report-done", "report-effective"]
says = "what was done, and how well it worked"
where = "Report"
"""

_EVERY_YEAR = """
[[statement]]
topic = "child-deaths"
parts = ["report"]
says = "a report each autumn"
how_often = "annually"
where = "Plan"
"""

_THRESHOLDS = """
schema = "safeguarding.v1"
partnership = "northshire"
name = "Northshire Safeguarding Children Partnership"
kind = "threshold-document"
transcribed = "all"
publication = { published = "2018-10", url = "https://example.org/thresholds" }

[[source]]
id = "thresholds"
title = "Thresholds of need"

[[level]]
id = "level-1"
number = 1
names = ["Universal"]

[[level]]
id = "level-2"
number = 2
names = ["Early help"]
means = ["early-help"]

[[level]]
id = "level-3"
number = 3
names = ["Targeted"]
means = ["child-in-need"]

[[level]]
id = "level-4"
number = 4
names = ["Specialist"]
means = ["child-protection", "looked-after"]

[[statement]]
topic = "thresholds"
parts = ["document", "alignment"]
says = "it is the partnership's own"
where = "Thresholds"
"""

_REPORT = """
schema = "safeguarding.v1"
partnership = "northshire"
name = "Northshire Safeguarding Children Partnership"
kind = "yearly-report"
transcribed = "all"
publication = { published = "2020-05-20", url = "https://example.org/report" }

[[source]]
id = "report"
title = "Yearly report"

[[statement]]
topic = "report-content"
parts = [{parts}]
says = "what is done"
uses = ["guidance"]
where = "Report"
""".replace("{parts}", ", ".join(f'"{part}"' for part in PARTS[Topic.REPORT]))

_CRITERIA = """
[[statement]]
topic = "threshold-document"
parts = [{parts}]
says = "when it is so"
where = "Thresholds"
""".format(parts=", ".join(f'"{part}"' for part in PARTS[Topic.THRESHOLD_DOCUMENT]))


_EARLIER = """
schema = "safeguarding.v1"
partnership = "northshire"
name = "Northshire Local Safeguarding Children Board"
kind = "arrangements"
transcribed = ["dates"]
publication = { published = "2018-12-01", implemented = "2019-01-01" }

[[source]]
id = "first-plan"
title = "The first plan"
"""

_CASES = """case,kind,authority,event,on,by,to,covers,of,decision,kept_to
si-1,serious-incident,council,incident,2019-09-10,,,,,,2021-12-31
si-1,,,aware,2019-09-11,council,,,,,
si-1,,,notified,2019-09-12,council,panel;safeguarding-partners,,,,
si-1,,,considered,2019-09-30,,,{weighed},,,
si-1,,,rapid-review-completed,2019-09-30,,,facts;immediate-action;improvement-potential;next-steps,,,
si-1,,,rapid-review-sent,2019-09-30,,panel,decision;national-view,,,
si-1,,,decided,2019-09-30,,,{weighed},,local-review,
si-1,,,rationale-communicated,2019-10-01,,panel;family,,,,
si-1,,,review-start-notified,2019-10-02,,panel;ofsted;department-for-education;secretary-of-state,reviewer,,,
si-1,,,conflicts-considered,2019-10-02,,,,,,
si-1,,,reviewer-appointed,2019-10-02,,,,,,
si-1,,,progress-monitored,2019-12-02,,,timeliness;quality,,,
si-1,,,information-requested,2019-12-02,,,in-writing,,,
si-1,,,report-received,2020-02-03,,,improvements-summary;analysis;owners;deadlines;reviewer,,,
si-1,,,report-sent,2020-02-04,,panel;secretary-of-state;ofsted,,report,,
si-1,,,published,2020-02-25,,,reviewer,report,,
si-1,,,findings-considered,2020-03-02,council,,,,,
si-1,,,findings-considered,2020-03-02,ccg,,,,,
si-1,,,findings-considered,2020-03-02,police,,,,,
si-1,,,findings-highlighted,2020-03-03,,,,,,
si-1,,,progress-audited,2020-04-01,,,,,,
cp-1,child-protection,council,referral,2020-01-06,,,,,,
cp-1,,,referral-decided,2020-01-07,,,,,,
cp-1,,,strategy-discussion,2020-01-08,,,enquiries,,,
cp-1,,,conference,2020-01-20,,,,,,
cp-1,,,core-group,2020-01-27,,,,,,
cp-1,,,assessment-concluded,2020-02-03,,,,,,
cp-1,,,review-conference,2020-04-01,,,,,,
pf-1,private-fostering,council,notification-received,2020-01-06,,,,,,
pf-1,,,arrangement-began,2020-01-06,,,,,,
pf-1,,,visit,2020-01-08,,,,,,
pf-1,,,visit,2020-02-10,,,,,,
pf-1,,,visit,2020-03-20,,,,,,
pf-1,,,visit,2020-04-30,,,,,,
al-1,allegation,,allegation-known,2020-01-06,,,,,,
al-1,,,designated-officer-informed,2020-01-06,,,,,,
cd-1,child-death,,death,2020-01-06,,,,,,
cd-1,,,abuse-suspected,2020-01-07,,,,,,
cd-1,,,abuse-reported,2020-01-07,,safeguarding-partners;panel;agencies,,,,
cd-1,,,action-identified,2020-02-07,,,,,,
cd-1,,,person-informed,2020-02-08,,,,,,
cd-1,,,review-completed,2020-05-01,,,,,,
scr-1,serious-case-review,,begun,2019-03-01,,,,,,
scr-1,,,report-completed,2019-09-02,,,,,,
scr-1,,,handed-over,2019-09-02,,safeguarding-partners,,,,
scr-1,,,published,2019-09-16,,,,report,,
yr-2020,yearly-report,,restraint-reviewed,2020-04-20,,,,,,
yr-2020,,,restraint-reported,2020-04-21,,youth-justice-board;youth-custody-service;inspectorate-of-prisons,,,,
yr-2020,,,published,2020-05-20,,,,report,,
yr-2020,,,report-sent,2020-05-20,,panel;what-works-centre,,report,,
""".format(
    weighed="improvements;recurrent-themes;agencies-together;panel-view;single-agency;no-agency;several-areas;institution"
)

_EVERY_CASE = "".join(f"all,{kind.value},,,,,,,,,\n" for kind in CaseKind)

_MEETINGS = """body,on,kept_to
executive,2019-06-10,2021-12-31
executive,2019-09-10,
executive,2019-12-10,
executive,2020-03-10,
board,2019-07-01,
board,2019-09,
"""


def held(*texts: str) -> Partnership:
    """Read one partnership from the texts of its documents; a table of cases or of meetings begins at once."""
    with TemporaryDirectory() as folder:
        paths = [
            Path(folder, f"{number}.{'toml' if text.startswith(chr(10)) else 'csv'}")
            for number, text in enumerate(texts)
        ]
        for path, text in zip(paths, texts, strict=True):
            path.write_text(text, encoding="utf-8")
        return load(*paths)


@cache
def complete(*, earlier: bool = False) -> Partnership:
    """Make the partnership.

    Args:
        earlier: whether an earlier version of its arrangements, in which little is said, is among the files.
    """
    said = "".join(
        _STATEMENT.format(
            topic=topic.value,
            parts=", ".join(f'"{part}"' for part in parts),
            who=_WORK.get(topic.value, '"board", "council", "police", "ccg"'),
            uses=_USES.get(topic.value, ""),
        )
        + _OFTEN.get(topic.value, "")
        for topic, parts in PARTS.items()
        if topic is not Topic.THRESHOLDS
    )
    referred = _STATEMENT.format(topic="thresholds", parts='"document", "alignment"', who="", uses="")
    referred += 'by_reference = "threshold-document"\n'
    logs = (_CASES + _EVERY_CASE, _MEETINGS)
    more = (_THRESHOLDS + _CRITERIA, _REPORT, _CHILD_DEATHS)
    return held(_TEXT + said + _EVERY_YEAR + referred, *more, *logs, *([_EARLIER] if earlier else []))
