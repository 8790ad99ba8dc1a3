"""Which set of rules this is; written by ``tools/ruleset.py``, and checked by a test."""

VERSION = "2026.11.0"
SHA256 = "e7dfec5695d74a36fb2555c5d04a2adfffc1e5e83f5b8d00392bbe046bc42d37"
