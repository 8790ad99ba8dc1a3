"""Which set of rules this is; written by ``tools/ruleset.py``, and checked by a test."""

VERSION = "2026.11.0"
SHA256 = "e8f94014c1142aaaabf618977f5547d02a5870f3631b5f0734ef5393390000a8"
