"""Which set of rules this is; written by ``tools/ruleset.py``, and checked by a test."""

VERSION = "2026.11.0"
SHA256 = "aa1970f3a6d6b7fb76fdc26e02ff67122069d3dcbc0ea8d551e0e167721cd36a"
