"""Which set of rules this is; written by ``tools/ruleset.py``, and checked by a test."""

VERSION = "2026.11.0"
SHA256 = "7ffa394daf564d9f4b9e67d8615143766978776eb20196351a80b122d7f8d8b5"
