"""Which set of rules this is; written by ``tools/ruleset.py``, and checked by a test."""

VERSION = "2026.11.0"
SHA256 = "7db2054133c138bbd12c3ab67e76d80c2ae214e5cd6ce6edbada00b5d09db259"
