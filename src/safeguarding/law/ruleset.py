"""Which set of rules this is; written by ``tools/ruleset.py``, and checked by a test."""

VERSION = "2026.11.0"
SHA256 = "f9407261af0d5e9de0696d4204e40bcb5bb199391dfba384367abc7aa61af6d9"
