"""Which set of rules this is; written by ``tools/ruleset.py``, and checked by a test."""

VERSION = "2026.11.0"
SHA256 = "256ce81e8ffb028a39e540e392dc8c8eee1ef4f5c2ae456d77bf1ed728cb2281"
