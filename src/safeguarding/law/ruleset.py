"""Which set of rules this is; written by ``tools/ruleset.py``, and checked by a test."""

VERSION = "2026.11.0"
SHA256 = "493b2b517451d788bea3373fcde99b8b065fb57870c191462ac982ba622dfa73"
