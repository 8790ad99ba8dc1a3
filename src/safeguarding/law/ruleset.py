"""Which set of rules this is; written by ``tools/ruleset.py``, and checked by a test."""

VERSION = "2026.11.0"
SHA256 = "4898196d94e84441a97a407f9e63839638c38c286ad54c4e892537f6d71a51ae"
