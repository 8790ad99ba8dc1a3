"""How a finding explains itself: as a tree on a screen, and as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from safeguarding.assessment import Assessment
from safeguarding.assessment.explanation import Reason, explain
from safeguarding.law.outcomes import ORDER, Evidence, Outcome
from safeguarding.views.json import remedy_of, written
from safeguarding.views.layout import page, underlined, wrapped
from safeguarding.views.wording import WORDS, either_of, sentence

SCHEMA = "safeguarding.explanation.v1"
_DONE = {Outcome.MET, Outcome.NOT_APPLICABLE}
"""What leaves nothing to do."""


def explanation_as_text(assessment: Assessment, key: str) -> str:
    """Write why a finding came out as it did, for a screen of eighty columns."""
    reason = explain(assessment, key)
    lines = [*underlined(reason.about, "="), *wrapped(f"{_came_out(reason)}. {sentence(reason.says)}"), ""]
    lines += _facts(reason, "")
    for index, below in enumerate(reason.below):
        lines += _tree(below, "", last=index == len(reason.below) - 1)
    remedy = assessment[key].remedy
    if assessment[key].outcome not in _DONE:
        lines += ["", *wrapped(remedy.do, "To do  ")]
    for patch, says in (
        (remedy.patch, "If it is so, this settles it"),
        (remedy.otherwise, "If it is not so, this does"),
    ):
        if patch is not None:
            lines += ["", *wrapped(f"{says} (then: {WORDS[patch.promise]}), once its blanks are filled in:"), ""]
            lines += [f"    {line}".rstrip() for line in str(patch).rstrip("\n").split("\n")]
    return page(lines)


def _came_out(reason: Reason) -> str:
    if not reason.possible:
        return ""
    words = [WORDS[outcome] for outcome in sorted(reason.possible, key=ORDER.__getitem__)]
    return words[0].capitalize() if len(words) == 1 else f"Open: {either_of(words)}"


def _tree(reason: Reason, indent: str, *, last: bool) -> Iterator[str]:
    branch, stem = ("└─ ", "   ") if last else ("├─ ", "│  ")
    outcome = f": {_came_out(reason).lower()}" if reason.possible else ""
    says = f"{' - ' if outcome else ': '}{reason.says}" if reason.says else ""
    yield from wrapped(f"{reason.about}{outcome}{says}", f"{indent}{branch}", f"{indent}{stem}")
    yield from _facts(reason, f"{indent}{stem}")
    for index, below in enumerate(reason.below):
        yield from _tree(below, f"{indent}{stem}", last=index == len(reason.below) - 1)


def _facts(reason: Reason, indent: str) -> list[str]:
    lines = []
    for fact in reason.facts:
        lines += wrapped(f"{fact.says} [{_where(fact)}]", f"{indent}  read: ", f"{indent}        ")
    for need in reason.missing:
        lines += wrapped(f"{need.need} [{need.path}]", f"{indent}  open: ", f"{indent}        ")
    return lines


def _where(fact: Evidence) -> str:
    return "; ".join(text for text in (fact.path, fact.place) if text)


def explanation_as_json(assessment: Assessment, key: str) -> str:
    """Write the same as JSON of the schema ``safeguarding.explanation.v1``."""
    return written(
        {
            "schema": SCHEMA,
            "partnership": {"id": assessment.partnership, "name": assessment.name},
            "guidance": assessment.guidance,
            "as_of": assessment.as_of.isoformat(),
            "requirement": key,
            "reason": _node(explain(assessment, key)),
            "remedy": remedy_of(assessment[key]),
        }
    )


def _node(reason: Reason) -> dict[str, Any]:
    return {
        "about": reason.about,
        "outcome": reason.outcome.value if reason.outcome else None,
        "possible": [outcome.value for outcome in sorted(reason.possible, key=ORDER.__getitem__)],
        "says": reason.says,
        "facts": [{"path": f.path, "source": f.source, "place": f.place, "says": f.says} for f in reason.facts],
        "missing": [{"path": need.path, "need": need.need} for need in reason.missing],
        "below": [_node(below) for below in reason.below],
    }
