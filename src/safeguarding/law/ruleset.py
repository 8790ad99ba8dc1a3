"""Which set of rules this is; written by ``tools/ruleset.py``, and checked by a test."""

VERSION = "2026.11.0"
SHA256 = "33eda871760f685771d437be0c1dc932434eef26cbc7400edf1cb4219f0bb752"
