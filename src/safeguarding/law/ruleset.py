"""Which set of rules this is; written by ``tools/ruleset.py``, and checked by a test."""

VERSION = "2026.11.0"
SHA256 = "35001a76f1330854d6efbfbcef3452da6fca38e2058fc02e232a80a024f195b8"
