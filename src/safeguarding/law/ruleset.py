"""Which set of rules this is; written by ``tools/ruleset.py``, and checked by a test."""

VERSION = "2026.11.0"
SHA256 = "a6264e721c22c4d9fd63d4350d248920cc5b10e4037f6504ce55eed17be47e7e"
