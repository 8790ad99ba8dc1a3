"""Which set of rules this is; written by ``tools/ruleset.py``, and checked by a test."""

VERSION = "2026.11.0"
SHA256 = "3bfad30d2427741b487a4168b2be35e5085cfe1ca431610d6eeac528ffa55076"
