"""Which set of rules this is; written by ``tools/ruleset.py``, and checked by a test."""

VERSION = "2026.11.0"
SHA256 = "0a34574d01b78225929c391943fa6fbf636db52bd75fe318402384a903baf426"
