"""Which set of rules this is; written by ``tools/ruleset.py``, and checked by a test."""

VERSION = "2026.11.0"
SHA256 = "6035bc756296dbaf8bbfa38290d457960c8909feedc04359cf9185a8c310d1ac"
