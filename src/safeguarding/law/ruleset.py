"""Which set of rules this is; written by ``tools/ruleset.py``, and checked by a test."""

VERSION = "2026.11.0"
SHA256 = "ae7cdfddc3bdf3637c89a12b1b77f8404cb15d7e36eb1da7a6d2833a1ae4a0ca"
