"""Which set of rules this is; written by ``tools/ruleset.py``, and checked by a test."""

VERSION = "2026.11.0"
SHA256 = "baf7f7922586d2795cf25ad1f9e49cddbcf372ad7c8e91846768ba984872cc90"
