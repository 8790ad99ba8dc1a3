"""Which set of rules this is; written by ``tools/ruleset.py``, and checked by a test."""

VERSION = "2026.11.0"
SHA256 = "73f5a7b91f9bad7db2403d9d553cd9ef67a9239d56f3dd84f8ca6beff301fd6f"
