"""Which set of rules this is; written by ``tools/ruleset.py``, and checked by a test."""

VERSION = "2026.11.0"
SHA256 = "f09eb3fba59ddcaa294def874999385533d4ee955e6bab490d9a9791c6878773"
