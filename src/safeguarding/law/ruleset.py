"""Which set of rules this is; written by ``tools/ruleset.py``, and checked by a test."""

VERSION = "2026.11.0"
SHA256 = "062b2135ad2f13194d5844fd03eaa23199b118bf5453458e8d68d28dfcec995f"
