"""Hypothesis strategies for documents and partnerships, with which to test rules of your own.

They need Hypothesis, which ``pip install "safeguarding[test]"`` brings.
"""

from safeguarding.strategies.cases import cases, references
from safeguarding.strategies.opening import opened
from safeguarding.strategies.partnerships import documents, partnerships
from safeguarding.strategies.turning import turning_days
from safeguarding.strategies.values import (
    days,
    frequencies,
    money,
    partial_dates,
    periods,
    places,
    shares,
    slugs,
    texts,
)
from safeguarding.strategies.varying import varied

__all__ = [
    "cases",
    "days",
    "documents",
    "frequencies",
    "money",
    "opened",
    "partial_dates",
    "partnerships",
    "periods",
    "places",
    "references",
    "shares",
    "slugs",
    "texts",
    "turning_days",
    "varied",
]
