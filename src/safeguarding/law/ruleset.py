"""Which set of rules this is; written by ``tools/ruleset.py``, and checked by a test."""

VERSION = "2026.11.0"
SHA256 = "c968f3a229f8b80aba8747b779373a1d8045fa3f845f1fe893565343436af5fd"
