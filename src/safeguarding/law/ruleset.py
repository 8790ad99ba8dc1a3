"""Which set of rules this is; written by ``tools/ruleset.py``, and checked by a test."""

VERSION = "2026.11.0"
SHA256 = "58e72550cdb04d1237f210c09eb7a593af93d5c9b026217ac0d7d2f92639f296"
