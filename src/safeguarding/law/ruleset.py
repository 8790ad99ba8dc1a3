"""Which set of rules this is; written by ``tools/ruleset.py``, and checked by a test."""

VERSION = "2026.11.0"
SHA256 = "3e60b99f2e7ccbaddc67638366eb08569cdf0cffbc286f3179d0ab51cdf71845"
