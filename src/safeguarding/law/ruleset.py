"""Which set of rules this is; written by ``tools/ruleset.py``, and checked by a test."""

VERSION = "2026.11.0"
SHA256 = "8713ac52eecffa8b41d07e4ba3f8d06bffd954fd88ae84c780d490e993375f0b"
