"""Which set of rules this is; written by ``tools/ruleset.py``, and checked by a test."""

VERSION = "2026.11.0"
SHA256 = "fda89cf8922cfb363eaadeb9ad6f2f6c7aa2273f574c0f5692682f83da2e1a09"
