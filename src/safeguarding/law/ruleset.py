"""Which set of rules this is; written by ``tools/ruleset.py``, and checked by a test."""

VERSION = "2026.11.0"
SHA256 = "426f6beea8c0ec76e26cfc100c021dad12a40c6fbeb0f7a2aa9a9b33af9a1b04"
