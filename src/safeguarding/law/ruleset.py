"""Which set of rules this is; written by ``tools/ruleset.py``, and checked by a test."""

VERSION = "2026.11.0"
SHA256 = "3e9513d7453c9df16bbb21b9bb533aba8b58bf9dce5af94eff955f0407bf115f"
