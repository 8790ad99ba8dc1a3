"""Which set of rules this is; written by ``tools/ruleset.py``, and checked by a test."""

VERSION = "2026.11.0"
SHA256 = "b8863c6dd951d6c4501a7c88c738e8c5ff8444518826204ffe085bb71c78c641"
