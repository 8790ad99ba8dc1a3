"""What falls due as records: JSON for programs, CSV for spreadsheets."""

from __future__ import annotations

import csv
import io
from typing import Any

from safeguarding.assessment import Agenda, Item
from safeguarding.views.json import written
from safeguarding.views.wording import one_line

SCHEMA = "safeguarding.agenda.v1"
_SIGNATURE = "\ufeff"
_COMMANDS = ("=", "+", "-", "@", "|", "%", "\uff1d", "\uff0b", "\uff0d", "\uff20")
"""What a spreadsheet may take for the beginning of a formula or a command; also as wide as some keyboards write it."""


def agenda_as_json(agenda: Agenda) -> str:
    """Write what falls due as JSON of the schema ``safeguarding.agenda.v1``, always the same way.

    Its keys: ``schema``; ``partnership`` (``id``, ``name``); ``guidance``; ``as_of``; ``until``; ``rapid_review_from``;
    ``ruleset`` and ``inputs`` as in an assessment; ``counts`` of the items by state; ``items``, in the order of the
    agenda; ``notices``. An item has ``id``, the same on every date; ``kind``; ``state``; ``due_earliest`` and
    ``due_latest``, both null where no day can be said; ``subject``; ``what``; ``message``; ``requirement``, ``level``,
    ``title`` and ``do``, null where only the partnership's own documents ask for it; ``citations`` (``instrument``,
    ``provision``, ``url``, ``status``); ``missing`` (``path``, ``need``); ``path``.
    """
    return written(
        {
            "schema": SCHEMA,
            "partnership": {"id": agenda.partnership, "name": agenda.name},
            "guidance": agenda.guidance,
            "as_of": agenda.as_of.isoformat(),
            "until": agenda.until.isoformat(),
            "rapid_review_from": agenda.rapid_review_from,
            "ruleset": {"version": agenda.ruleset.version, "sha256": agenda.ruleset.sha256},
            "inputs": [{"path": item.path, "sha256": item.sha256} for item in agenda.inputs],
            "counts": agenda.counts,
            "items": [_item(item) for item in agenda],
            "notices": list(agenda.notices),
        }
    )


def _item(item: Item) -> dict[str, Any]:
    asked = item.requirement
    return {
        "id": item.id,
        "kind": item.kind.value,
        "state": item.state.value,
        "due_earliest": item.due.earliest.isoformat() if item.due else None,
        "due_latest": item.due.latest.isoformat() if item.due else None,
        "subject": item.subject,
        "what": item.what,
        "message": item.message,
        "requirement": asked.key if asked else None,
        "level": item.level.value if item.level else None,
        "title": asked.title if asked else None,
        "do": asked.do if asked else None,
        "citations": [
            {"instrument": c.instrument, "provision": c.provision, "url": c.url, "status": c.status}
            for c in item.citations
        ],
        "missing": [{"path": missing.path, "need": missing.need} for missing in item.missing],
        "path": item.path,
    }


COLUMNS = (
    "partnership", "as_of", "state", "kind", "due_earliest", "due_latest", "subject", "what", "message", "requirement",
    "level", "title", "provisions", "url", "status", "needed", "path", "id",
)  # fmt: skip
"""The columns of the table, in order."""


def agenda_as_csv(agenda: Agenda) -> str:
    """Write what falls due as a table for a spreadsheet, a row for each item under one row of headings.

    It is CSV as in RFC 4180, to be written in UTF-8: it begins with the signature U+FEFF, without which Excel reads
    what is not English letters wrongly, and each line ends with a carriage return and a line feed. No cell holds a line
    break or another character that acts. A cell that would begin with ``=``, ``+``, ``-``, ``@`` or another sign of
    which a spreadsheet makes a formula has an apostrophe before it; whoever reads the table by program can take
    it away, or read JSON. Where there is no value the cell is empty.
    """
    table = io.StringIO()
    out = csv.DictWriter(table, COLUMNS, lineterminator="\r\n")
    out.writeheader()
    out.writerows({name: _cell(value) for name, value in record.items()} for record in agenda.to_records())
    return _SIGNATURE + table.getvalue()


def _cell(value: str | None) -> str:
    text = one_line(value or "")
    return f"'{text}" if text.startswith(_COMMANDS) else text
