"""Which set of rules this is; written by ``tools/ruleset.py``, and checked by a test."""

VERSION = "2026.11.0"
SHA256 = "bce36efbe7beed59860178cf4c8a9adce0e20d84bdff019702b5fcbf320b14e3"
