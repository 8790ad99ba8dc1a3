"""Which set of rules this is; written by ``tools/ruleset.py``, and checked by a test."""

VERSION = "2026.11.0"
SHA256 = "62166259d2319b79655a18e622a8a408a73574aa64ecfe72cf4796c75d3533e6"
