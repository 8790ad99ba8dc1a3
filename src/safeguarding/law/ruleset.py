"""Which set of rules this is; written by ``tools/ruleset.py``, and checked by a test."""

VERSION = "2026.11.0"
SHA256 = "c1e7ef7b68a6858e309b80d55a04e4dd7afe9e86e35d4a404eb612fc3dba2d28"
