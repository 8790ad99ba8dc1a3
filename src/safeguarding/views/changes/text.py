"""What changed, as text for a terminal of eighty columns."""

from __future__ import annotations

from collections.abc import Sequence

from safeguarding.assessment.changes import Consequences, Shift
from safeguarding.structure.differences import Difference
from safeguarding.views.changes.cautions import cautions, headline, in_short, no_news
from safeguarding.views.changes.outcomes import DIRECTIONS, judged_by, once, outcome_words
from safeguarding.views.changes.telling import Telling, Told
from safeguarding.views.layout import page, underlined, wrapped
from safeguarding.views.wording import amount, sentence

_INDENT = " " * 9
_MOST = 5


def difference_as_text(difference: Difference, comes: Consequences | str | None = None) -> str:
    """Write what changed as text for a terminal.

    Args:
        difference: what is different.
        comes: which requirements come out otherwise, or why that cannot be said; nothing is said of it without.
    """
    telling = Telling.of(difference)
    lines = underlined(headline(difference), "=")
    for label, partnership, index in (("Old", difference.old, 0), ("New", difference.new, 1)):
        files = "; ".join(item.path for item in partnership.inputs)
        named = "; ".join(pair[index] for pair in telling.paired() if pair[index]) or telling.all_of(partnership)
        lines += wrapped(f"{named} [{files}]" if files else named, f"{label}      ")
    lines.append("")
    for caution in cautions(difference):
        lines += [*wrapped(caution, "Note: ", "      "), ""]
    lines += wrapped(in_short(difference))
    lines += wrapped(no_news(difference)) if no_news(difference) else []
    for name, told in telling.groups():
        lines += ["", *underlined(f"{name} ({len(told)})"), ""]
        for one in told:
            lines += _change(one)
    if difference.likely:
        lines += ["", *underlined("May belong together"), ""]
        lines += wrapped("Nothing below is merged: whether it is so only you can say.")
        lines.append("")
        for likely in difference.likely:
            lines += wrapped(telling.likely(likely), "- ")
    lines += _outcomes(comes, telling)
    return page(lines)


def _change(told: Told) -> list[str]:
    lines = wrapped(told.title, f"{told.kind:<8} ")
    # A place that is the same in both is written once.
    both = bool(told.was and told.now) and told.read_was == told.read_now
    for label, says, read in (("was", told.was, "" if both else told.read_was), ("now", told.now, told.read_now)):
        text = f"{says} [{read}{', in both' if both else ''}]" if read else says
        lines += wrapped(text, f"{_INDENT}{label}  ") if says else []
    return [*lines, *(wrapped(told.by, f"{_INDENT}by   ") if told.by else [])]


def _outcomes(comes: Consequences | str | None, telling: Telling) -> list[str]:
    if comes is None:
        return []
    lines = ["", *underlined("Requirements that come out otherwise"), ""]
    if isinstance(comes, str):
        return [*lines, *wrapped(sentence(comes))]
    lines += wrapped(judged_by(comes))
    shown = once(comes)
    if len(shown) < len(comes):
        lines += wrapped(f"{amount(len(comes) - len(shown), 'of them asks', 'of them ask')} the same as another one.")
    for direction, words in DIRECTIONS.items():
        some = [shift for shift in shown if shift.direction is direction]
        if some:
            lines += ["", f"{words} ({len(some)})", ""]
            for shift in some:
                lines += _shift(shift, telling)
    return lines


def _shift(shift: Shift, telling: Telling) -> list[str]:
    item = shift.after.requirement
    before, after = outcome_words(shift)
    lines = wrapped(f"{before} -> {after}  {item.title} ({item.level.value}) [{shift.key}]", "", _INDENT)
    lines += wrapped(sentence(shift.before.message), f"{_INDENT}was  ")
    lines += wrapped(sentence(shift.after.message), f"{_INDENT}now  ")
    return [*lines, *_rests_on([telling.told(change) for change in shift.rests_on])]


def _rests_on(told: Sequence[Told]) -> list[str]:
    if not told:
        return wrapped("not traced to a single change", f"{_INDENT}from ")
    lines: list[str] = []
    for number, one in enumerate(told[:_MOST]):
        label = "    " if number else "from"
        lines += wrapped(f"{one.kind.lower()}: {one.title}", f"{_INDENT}{label} ")
    return lines + (wrapped(f"and {len(told) - _MOST} more", f"{_INDENT}     ") if len(told) > _MOST else [])
