"""Which set of rules this is; written by ``tools/ruleset.py``, and checked by a test."""

VERSION = "2026.11.0"
SHA256 = "491f7bdab20309bd134e8481b98c35dedf94130945ad94db5edc23c77b61991c"
