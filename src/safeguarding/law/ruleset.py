"""Which set of rules this is; written by ``tools/ruleset.py``, and checked by a test."""

VERSION = "2026.11.0"
SHA256 = "e1695274b1536dfec7c2b30312b0fbbf8c1c041acfa2e3fc4c670b9dc27fd27c"
