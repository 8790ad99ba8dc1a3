"""Which set of rules this is; written by ``tools/ruleset.py``, and checked by a test."""

VERSION = "2026.11.0"
SHA256 = "4cbd53d5526dd3e31bd8e831c7c02f1d7959c8b883f7eb7a023dd721652b479c"
