"""How an assessment, what falls due and the law are shown: pure functions from values to text."""

from safeguarding.views.agenda import agenda_as_text
from safeguarding.views.agenda_records import agenda_as_csv, agenda_as_json
from safeguarding.views.ical import agenda_as_ics
from safeguarding.views.json import as_json
from safeguarding.views.law import law_as_json, law_as_text, requirement_as_text
from safeguarding.views.markdown import as_markdown
from safeguarding.views.schedule import paragraph_as_text, schedule_as_json, schedule_as_text
from safeguarding.views.text import as_text

__all__ = [
    "agenda_as_csv",
    "agenda_as_ics",
    "agenda_as_json",
    "agenda_as_text",
    "as_json",
    "as_markdown",
    "as_text",
    "law_as_json",
    "law_as_text",
    "paragraph_as_text",
    "requirement_as_text",
    "schedule_as_json",
    "schedule_as_text",
]
