"""How an assessment and the law are shown: pure functions from values to text."""

from safeguarding.views.json import as_json
from safeguarding.views.law import law_as_json, law_as_text, requirement_as_text
from safeguarding.views.markdown import as_markdown
from safeguarding.views.text import as_text

__all__ = ["as_json", "as_markdown", "as_text", "law_as_json", "law_as_text", "requirement_as_text"]
