"""Which set of rules this is; written by ``tools/ruleset.py``, and checked by a test."""

VERSION = "2026.11.0"
SHA256 = "fb979a9c090b32606bf5f4eb133626b73951ee92e6a8e2b0b650ce9e1b0e8fdc"
