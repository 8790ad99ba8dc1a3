"""Which requirements come out otherwise, in words."""

from __future__ import annotations

from safeguarding.assessment.changes import Consequences, Direction, Shift
from safeguarding.dates import in_words
from safeguarding.law.outcomes import Outcome
from safeguarding.views.wording import WORDS, amount

DIRECTIONS = {
    Direction.WORSE: "Worse than before",
    Direction.OTHERWISE: "Otherwise than before",
    Direction.BETTER: "Better than before",
}


def outcome_words(shift: Shift) -> tuple[str, str]:
    """Write the two outcomes of a requirement; where only how far it falls short is open, it is not met."""
    before, after = (
        WORDS[Outcome.NOT_MET if finding.unmet and finding.open_outcomes else finding.outcome].upper()
        for finding in (shift.before, shift.after)
    )
    return before, after


def once(consequences: Consequences) -> tuple[Shift, ...]:
    """Return the requirements that come out otherwise, without those that ask the same as another one of them."""
    there = {(shift.key, shift.before.possible, shift.after.possible) for shift in consequences}
    return tuple(
        shift
        for shift in consequences
        if (shift.after.requirement.restates, shift.before.possible, shift.after.possible) not in there
    )


def judged_by(consequences: Consequences) -> str:
    """Say by which law, and of which date, both versions were judged."""
    day = in_words(consequences.new.as_of)
    inferred = "" if consequences.given else ", the date of the new documents"
    return (
        f"Both versions are judged by the law of one date, {day}{inferred}, so that nothing below comes of a change "
        f"of the law. {amount(len(consequences), 'requirement comes', 'requirements come')} out otherwise."
    )
