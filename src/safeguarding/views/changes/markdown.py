"""What changed, as a document in Markdown."""

from __future__ import annotations

from safeguarding.assessment.changes import Consequences, Shift
from safeguarding.structure.differences import Difference
from safeguarding.views.changes.cautions import cautions, headline, in_short, no_news
from safeguarding.views.changes.outcomes import DIRECTIONS, judged_by, once, outcome_words
from safeguarding.views.changes.telling import Telling, Told
from safeguarding.views.markdown import plain
from safeguarding.views.wording import sentence


def difference_as_markdown(difference: Difference, comes: Consequences | str | None = None) -> str:
    """Write what changed as Markdown, with the tables of GitHub's dialect.

    Args:
        difference: what is different.
        comes: which requirements come out otherwise, or why that cannot be said; nothing is said of it without.
    """
    telling = Telling.of(difference)
    blocks = [f"# {plain(headline(difference))}"]
    for label, partnership, index in (("Old", difference.old, 0), ("New", difference.new, 1)):
        named = "; ".join(pair[index] for pair in telling.paired() if pair[index]) or telling.all_of(partnership)
        blocks.append(f"**{label}:** {plain(named)}")
    blocks += [f"> {plain(caution)}" for caution in cautions(difference)]
    blocks += [plain(text) for text in (in_short(difference), no_news(difference)) if text]
    for name, told in telling.groups():
        blocks += [f"## {plain(name)} ({len(told)})", _table(told)]
    if difference.likely:
        blocks += ["## May belong together", "Nothing below is merged: whether it is so only you can say."]
        blocks.append("\n".join(f"- {plain(telling.likely(one))}" for one in difference.likely))
    return "\n\n".join([*blocks, *_outcomes(comes, telling)]) + "\n"


def _table(told: tuple[Told, ...]) -> str:
    rows = ["| | of what | was | now |", "| --- | --- | --- | --- |"]
    for one in told:
        was = _cell(one.was, one.read_was)
        now = _cell(one.now, one.read_now) + (f" ({plain(one.by)})" if one.by else "")
        rows.append(f"| {one.change.kind.value} | {plain(one.title)} | {was} | {now} |")
    return "\n".join(rows)


def _cell(says: str, read: str) -> str:
    return plain(says) + (f" <br>*{plain(read)}*" if says and read else "")


def _outcomes(comes: Consequences | str | None, telling: Telling) -> list[str]:
    if comes is None:
        return []
    blocks = ["## Requirements that come out otherwise"]
    if isinstance(comes, str):
        return [*blocks, plain(sentence(comes))]
    blocks.append(plain(judged_by(comes)))
    shown = once(comes)
    for direction, words in DIRECTIONS.items():
        some = [shift for shift in shown if shift.direction is direction]
        if some:
            blocks.append(f"### {words} ({len(some)})")
            blocks += [_shift(shift, telling) for shift in some]
    return blocks


def _shift(shift: Shift, telling: Telling) -> str:
    item = shift.after.requirement
    before, after = outcome_words(shift)
    told = [telling.told(change) for change in shift.rests_on]
    causes = [f"{one.kind.lower()}: {one.title}" for one in told] or ["not traced to a single change"]
    return "\n".join((
        f"- **{before}, now {after}:** {plain(item.title)} ({item.level.value}, `{shift.key}`)",
        f"  - was: {plain(sentence(shift.before.message))}",
        f"  - now: {plain(sentence(shift.after.message))}",
        *(f"  - from: {plain(cause)}" for cause in causes),
    ))  # fmt: skip
