"""The days on which the first arrangements were due."""

from __future__ import annotations

from datetime import date

FIRST_PUBLICATION = date(2019, 6, 30)
"""The last day for first publication: SI 2018/497 regulation 5(1)."""

GUIDANCE_PUBLICATION = date(2019, 6, 29)
"""The same in the guidance, which is a day earlier."""

GUIDANCE_IMPLEMENTATION = date(2019, 9, 29)
"""The last day for implementation in the guidance; the regulations count from publication."""

MONTHS_TO_IMPLEMENT = 3
"""The months from publication to implementation: SI 2018/497 regulation 6(1)."""
