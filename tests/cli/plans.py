"""Small files to run the command on."""

from __future__ import annotations

from pathlib import Path

EXAMPLE = Path(__file__).parent.parent.parent / "examples" / "cumbria-2019.toml"

HALF_WRITTEN = """\
schema = "safeguarding.v1"
partnership = "eastshire"
name = "Eastshire Safeguarding Children Partnership"
kind = "arrangements"
transcribed = ["dates", "areas", "funding"]
publication = { published = "2019-06-28", where = "Cover" }
source = [{ id = "plan", title = "Eastshire arrangements" }]
area = [{ id = "area", name = "Eastshire", kind = "local-authority", where = "Area" }]
"""
"""No must or should is unmet in it, and many are open."""

UNMET_SHOULD = (
    HALF_WRITTEN
    + """
[[funding]]
id = "budget"
lines = [{ label = "Council", amount = "£90,000" }, { label = "Police", amount = "£30,000" }]
stated_total = "£150,000"
where = "Funding"
"""
)
"""Its figures do not add up, which is a should."""

UNMET_MUST = HALF_WRITTEN.replace('"funding"', '"reviews"')
"""It says nothing of practice reviews, which is a must."""

UNDATED = HALF_WRITTEN.replace('published = "2019-06-28", ', "").replace('"dates", ', "")
"""No date can be inferred from it."""

INVALID = HALF_WRITTEN.replace('kind = "arrangements"', 'kind = "arangements"') + "colour = 1\n"
"""It has two mistakes."""
