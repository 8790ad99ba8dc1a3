"""Which set of rules this is; written by ``tools/ruleset.py``, and checked by a test."""

VERSION = "2026.11.0"
SHA256 = "73c75fba238007a4ae43e8583da477c9b6d2b90f8e067df2166df594f00737fb"
