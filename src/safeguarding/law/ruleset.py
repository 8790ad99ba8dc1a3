"""Which set of rules this is; written by ``tools/ruleset.py``, and checked by a test."""

VERSION = "2026.11.0"
SHA256 = "017b213b619714602ad85a79829eb236f5b278f6c72051f95f3f11eab11749e7"
