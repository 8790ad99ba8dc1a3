"""Which set of rules this is; written by ``tools/ruleset.py``, and checked by a test."""

VERSION = "2026.11.0"
SHA256 = "b7ec70354c3ebbdc4cb71551f5d609576ab15e757239b5c57cda4dbbd1da8101"
