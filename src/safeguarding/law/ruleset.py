"""Which set of rules this is; written by ``tools/ruleset.py``, and checked by a test."""

VERSION = "2026.11.0"
SHA256 = "163a3553ede37b8a1283f741a5a1024a6fd3a247ff0c7191d2999248579edbc3"
