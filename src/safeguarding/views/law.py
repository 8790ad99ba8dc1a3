"""The law as it is held: every requirement in a table, or all about one of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any

from safeguarding.assessment.explanation import period_of
from safeguarding.dates import in_words
from safeguarding.law import ruleset
from safeguarding.law.catalogue import catalogue
from safeguarding.law.instruments import Citation, Verification
from safeguarding.law.outcomes import ORDER, Outcome
from safeguarding.law.readings import READINGS
from safeguarding.law.requirement import Checked, Level, Requirement, Version
from safeguarding.law.verified import Reading, readings_of
from safeguarding.views.json import written
from safeguarding.views.layout import page, underlined, wrapped
from safeguarding.views.wording import WORDS, amount, either_of, sentence

SCHEMA = "safeguarding.law.v1"

_GUTTER = 14
_BODY = " " * _GUTTER
_HOW = {
    Checked.DOCUMENTS: "documents",
    Checked.PRESENCE: "presence",
    Checked.PERSON: "person",
    Checked.EVENTS: "events",
    Checked.NOT_TESTED: "-",
}
_LEGEND = (
    ("documents", "a program can tell from the documents"),
    ("presence", "a program looks whether it is there; whether it is enough is for a person to judge"),
    ("person", "a person judges; what bears on it is laid out"),
    ("events", "a program can tell from the dated events in a log of cases"),
    ("-", "not tested: it says what the law is, and asks nothing of the documents"),
)
CHECKED = {
    Checked.DOCUMENTS: "a program can tell from the documents",
    Checked.PRESENCE: "a program looks whether it is there; whether it is enough is for a person to judge",
    Checked.PERSON: "a person judges; a program lays out what bears on it",
    Checked.EVENTS: "a program can tell from the dated events in a log of cases",
    Checked.NOT_TESTED: "it is not tested: it says what the law is, and asks nothing of the documents",
}
SILENCE = {
    Outcome.NOT_MET: "it is not met: the document is to say it",
    Outcome.NOT_APPLICABLE: "it does not apply: nothing shows that it was called for",
    Outcome.INDETERMINATE: "it stays open: what is done need not be written in the documents",
}
KNOWN = {
    Verification.READ: "read at source",
    Verification.CORROBORATED: "corroborated by what others say of it; not read at source",
    Verification.REPORTED: "reported by others; not read at source",
    Verification.CARRIED: "carried over from the edition before; not re-checked",
    Verification.MEMORY: "from memory; not read at source: read it before you rely on it",
}
_LEVELS = {
    Level.MUST: "a must",
    Level.SHOULD: "a should",
    Level.MAY: "a may: a power, which need not be used",
    Level.DEFINITION: "a definition, which asks for nothing",
}


def law_as_text(requirements: Iterable[Requirement]) -> str:
    """Write requirements as a table by the headings of the guidance, for a screen of eighty columns."""
    items = tuple(requirements)
    width = max((len(item.key) for item in items), default=0)
    lines = [f"{'KEY':<{width}}  {'LEVEL':<6}  {'CHECKED':<9}  TITLE"]
    for heading, found in groupby(items, key=lambda item: item.heading):
        lines += ["", *underlined(heading)]
        for item in found:
            level = "-" if item.level is Level.DEFINITION else item.level.value
            lines += wrapped(item.title, f"{item.key:<{width}}  {level:<6}  {_HOW[item.checked]:<9}  ")
    lines += ["", *wrapped(f"{amount(len(items), 'requirement')}, rules version {ruleset.VERSION}."), ""]
    lines += ["How each is checked:"]
    for how, says in _LEGEND:
        lines += wrapped(says, f"  {how:<{_GUTTER - 2}}")
    lines += ["", *wrapped("All about one of them: safeguarding law KEY")]
    return page([*lines, *wrapped("The kinds of relevant agency: safeguarding law --schedule")])


def requirement_as_text(item: Requirement) -> str:
    """Write all about a requirement, for a screen of eighty columns."""
    lines = [*underlined(item.title, "="), *wrapped(item.key), "", *wrapped(item.asks), ""]
    for label, text in _about(item):
        lines += wrapped(text, f"{label:<{_GUTTER}}", _BODY)
    if len(item.versions) > 1:
        for index, version in enumerate(item.versions):
            lines += [""] if not index else []
            lines += wrapped(_version(version), f"{'Versions' if not index else '':<{_GUTTER}}", f"{_BODY}  ")
    for index, citation in enumerate(item.citations):
        lines += [""] if not index else []
        lines += wrapped(_cited(item, citation), f"{'Citations' if not index else '':<{_GUTTER}}", f"{_BODY}  ")
        lines.append(f"{_BODY}{citation.url(item.starts)}")
    for index, name in enumerate(item.read_at):
        lines += wrapped(name, f"{'Read at' if not index else '':<{_GUTTER}}", f"{_BODY}  ")
        at = READINGS[name]
        lines += [f"{_BODY}{at}"] if "://" in at else wrapped(at, _BODY, _BODY)
    for index, reading in enumerate(readings_of(item.key)):
        lines += [""] if not index else []
        lines += wrapped(_reading(reading), f"{'It showed' if not index else '':<{_GUTTER}}", f"{_BODY}  ")
    return page(lines)


def _about(item: Requirement) -> Sequence[tuple[str, str]]:
    reaches = sorted(item.reaches, key=ORDER.__getitem__)
    found = [
        ("Level", _LEVELS[item.level]),
        ("Whose duty", item.who if item.who != "-" else ""),
        ("Heading", item.heading),
        ("In force", _in_force(item)),
        ("In place of", _others(item.succeeds, "{}, of the edition before")),
        ("Puts again", _others(item.repeats, "{}, without a change")),
        ("Replaced by", _others(item.succeeded_by, "{}")),
        ("Ceased", item.ceased),
        ("Due", f"what is lacking is not due until {in_words(item.owed_from)}" if item.owed_from else ""),
        ("How known", KNOWN[item.verification]),
        ("Checked", CHECKED[item.checked]),
        ("Silence", "" if item.check is None else f"where the documents say nothing of it, {SILENCE[item.silence]}"),
        ("Can come out", either_of([WORDS[outcome] for outcome in reaches])),
        ("Rests on", _others(item.premises, "it can only be judged where {} is met")),
        ("Depended on", _others(_dependents(item), "by {}")),
        ("Asks same as", _others((item.restates,) if item.restates else (), "{}; shown once, under that one")),
        ("To do", item.do),
    ]
    return [(label, sentence(text)) for label, text in found if text]


def _in_force(item: Requirement) -> str:
    if not item.commenced:
        return "enacted, and not shown to be in force"
    until = f" until {in_words(item.ends)}" if item.ends else ", with no end that is known here"
    return f"from {in_words(item.starts)}{until}"


def _version(version: Version) -> str:
    """Say how a requirement stood for a time."""
    first = version.citations[0]
    changed = f"; {version.changed}" if version.changed else ""
    return f"{period_of(version)}: {first.instrument.name}, {first.provision} ({version.verification.value}{changed})"


def _reading(reading: Reading) -> str:
    """Say what was read at a source."""
    shown = f", {reading.shown}" if reading.shown else ""
    checked = f"; read on {reading.checked}" if reading.checked else ""
    says = f": {reading.says}" if reading.says else ""
    return f"{reading.source}{shown} ({reading.form}, {reading.verdict}{checked}){says}"


def _dependents(item: Requirement) -> list[str]:
    """Return what rests on a requirement, or asks the same as it."""
    return [other.key for other in catalogue().values() if item.key in (*other.premises, other.restates)]


def _others(keys: Sequence[str], pattern: str) -> str:
    named = [f"“{catalogue()[key].title}” ({key})" for key in keys]
    return pattern.format(" and ".join(named)) if named else ""


def _cited(item: Requirement, citation: Citation) -> str:
    status = item.verified(citation)
    known = "" if status is Verification.READ else f" ({status.value}, not read at source)"
    return f"{citation.instrument.name}, {citation.provision}{known}"


def law_as_json(requirements: Iterable[Requirement]) -> str:
    """Write requirements with all their fields as JSON of the schema ``safeguarding.law.v1``."""
    return written(
        {
            "schema": SCHEMA,
            "ruleset": {"version": ruleset.VERSION, "sha256": ruleset.SHA256},
            "requirements": [_fields(item) for item in requirements],
        }
    )


def _fields(item: Requirement) -> dict[str, Any]:
    return {
        "key": item.key,
        "title": item.title,
        "level": item.level.value,
        "who": item.who,
        "asks": item.asks,
        "heading": item.heading,
        "citations": [
            {
                "instrument": citation.instrument.name,
                "provision": citation.provision,
                "url": citation.url(item.starts),
                "status": item.verified(citation).value,
            }
            for citation in item.citations
        ],
        "verification": item.verification.value,
        "read_at": [{"name": name, "at": READINGS[name]} for name in item.read_at],
        "readings": [
            {
                "source": reading.source,
                "form": reading.form,
                "shown": reading.shown or None,
                "verdict": reading.verdict,
                "says": reading.says or None,
                "checked": reading.checked or None,
            }
            for reading in readings_of(item.key)
        ],
        "checked": item.checked.value,
        "silence": item.silence.value,
        "reaches": [outcome.value for outcome in sorted(item.reaches, key=ORDER.__getitem__)],
        "do": item.do,
        "premises": list(item.premises),
        "restates": item.restates,
        "owed_from": item.owed_from.isoformat() if item.owed_from else None,
        "in_force": {
            "from": item.starts.isoformat() if item.commenced else None,
            "until": item.ends.isoformat() if item.ends else None,
        },
        "versions": [
            {
                "edition": version.edition or None,
                "from": version.starts.isoformat() if item.commenced else None,
                "until": version.ends.isoformat() if version.ends else None,
                "provision": version.citations[0].provision,
                "status": version.verification.value,
                "changed": version.changed or None,
            }
            for version in item.versions
        ],
        "succeeds": list(item.succeeds),
        "succeeded_by": list(item.succeeded_by),
        "ceased": item.ceased or None,
        "depended_on_by": _dependents(item),
    }
