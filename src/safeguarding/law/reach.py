"""Whether a requirement was in force when a case began."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from attrs import frozen

from safeguarding.dates import Span, in_words
from safeguarding.law.asking import Ask
from safeguarding.law.outcomes import Missing, Outcome, Possible
from safeguarding.model import Event
from safeguarding.structure import ANY_DAY


def began(ask: Ask, events: Iterable[Event]) -> Span:
    """Return when a case came under a requirement: when the first of the events that bring it there was."""
    spans = [ask.situation.caseload.days(event, ask.as_of) for event in events]
    if not spans:
        return ANY_DAY
    return Span(min(span.earliest for span in spans), min(span.latest for span in spans))


@frozen(kw_only=True)
class Beyond:
    """A requirement does not reach a case, or may not.

    Args:
        possible: what the case may come to outside its reach.
        surely: whether it surely lies outside.
        message: one sentence.
        missing: what would settle whether it does.
    """

    possible: Possible
    surely: bool
    message: str
    missing: tuple[Missing, ...]


def beyond(ask: Ask, start: Span, path: str) -> Beyond | None:
    """Say whether a case that began on some day lies outside the reach of the requirement; None where it does not.

    A case that had not begun by the date of the question is not asked about. Any other is judged by the law of the
    day on which it came under the requirement, whatever the date of the question; by the guidance that the caller
    named, where one was named.
    """
    found = list(_reasons(ask, start, path))
    sure = [reason for reason in found if reason.surely]
    if not found:
        return None
    return Beyond(
        possible=frozenset(outcome for reason in found for outcome in reason.possible),
        surely=bool(sure),
        message=(sure or found)[0].message,
        missing=tuple(dict.fromkeys(item for reason in found for item in reason.missing)),
    )


def _reasons(ask: Ask, start: Span, path: str) -> Iterator[Beyond]:
    """Give each reason for which a case that began on some day surely or perhaps lies outside."""
    item = ask.requirement
    if start is ANY_DAY:
        return  # nothing of a case says when: what is asked is not put to single cases
    need = Missing(path=path, need="the day on which the case began")
    left_out = frozenset({Outcome.NOT_APPLICABLE})
    if start.latest > ask.as_of:
        surely = start.earliest > ask.as_of
        yield Beyond(possible=left_out, surely=surely, message="it had not begun on this date", missing=(need,))
        if surely:
            return
    if ask.guidance is not None and item.of_guidance:
        return
    if start.earliest < item.starts:
        message = f"it began before the rule was in force, on {in_words(item.starts)}"
        yield Beyond(possible=left_out, surely=start.latest < item.starts, message=message, missing=(need,))
    if item.ends is not None and start.latest > item.ends:
        instead = f": in its place stands {' and '.join(item.succeeded_by)}" if item.succeeded_by else ""
        yield Beyond(
            possible=left_out,
            surely=start.earliest > item.ends,
            message=f"it began after {in_words(item.ends)}, the last day on which this was asked{instead}",
            missing=(need,),
        )
