"""When: partial dates, periods, frequencies, working days, and time limits as the law counts them."""

from safeguarding.dates.frequency import Frequency
from safeguarding.dates.limits import FAILED, IN_HAND, Sense, State, Status, TimeLimit, Unit, When
from safeguarding.dates.months import months_after
from safeguarding.dates.partial import PartialDate, in_words
from safeguarding.dates.period import Period
from safeguarding.dates.span import Span
from safeguarding.dates.working_days import WorkingDays, england

__all__ = [
    "FAILED",
    "IN_HAND",
    "Frequency",
    "PartialDate",
    "Period",
    "Sense",
    "Span",
    "State",
    "Status",
    "TimeLimit",
    "Unit",
    "When",
    "WorkingDays",
    "england",
    "in_words",
    "months_after",
]
