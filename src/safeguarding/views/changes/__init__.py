"""How what changed between two versions is shown."""

from safeguarding.views.changes.markdown import difference_as_markdown
from safeguarding.views.changes.records import difference_as_json, difference_as_records
from safeguarding.views.changes.text import difference_as_text

__all__ = ["difference_as_json", "difference_as_markdown", "difference_as_records", "difference_as_text"]
