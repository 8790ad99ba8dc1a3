"""When: partial dates, periods, meeting frequency, and months counted as the law counts them."""

from safeguarding.dates.frequency import Frequency
from safeguarding.dates.limits import months_after
from safeguarding.dates.partial import PartialDate, in_words
from safeguarding.dates.period import Period

__all__ = ["Frequency", "PartialDate", "Period", "in_words", "months_after"]
