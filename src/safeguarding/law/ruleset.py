"""Which set of rules this is; written by ``tools/ruleset.py``, and checked by a test."""

VERSION = "2026.11.0"
SHA256 = "040b9ca8a462da0a5d4f9f4592e0be80b7c83432c999981f41f7eff12188d9d3"
