"""Which set of rules this is; written by ``tools/ruleset.py``, and checked by a test."""

VERSION = "2026.11.0"
SHA256 = "e0ce0ec3a58cd383633c74312f0ce25577a5bb88efc7fec7000ab5a14783f8da"
