"""Which set of rules this is; written by ``tools/ruleset.py``, and checked by a test."""

VERSION = "2026.11.0"
SHA256 = "37172caef325e968d83c2ccef1d14de60a895ea580868a503e9002b2429fcba9"
