"""Which set of rules this is; written by ``tools/ruleset.py``, and checked by a test."""

VERSION = "2026.11.0"
SHA256 = "ed93a04fcdf66736d2dca0d50f355e29bb55238678896069ce937147e1c287ee"
