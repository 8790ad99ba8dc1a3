"""Which set of rules this is; written by ``tools/ruleset.py``, and checked by a test."""

VERSION = "2026.11.0"
SHA256 = "4bf35f0b0b8834b4549079beb74a8ff8c5be3fe0e2c263ddd579d00996306b26"
