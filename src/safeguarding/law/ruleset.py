"""Which set of rules this is; written by ``tools/ruleset.py``, and checked by a test."""

VERSION = "2026.11.0"
SHA256 = "189ba1d2ed819d190bf5ac9c026c2d00e89ba5fc1ea7b3908c65b448ebda3835"
