"""Which set of rules this is; written by ``tools/ruleset.py``, and checked by a test."""

VERSION = "2026.11.0"
SHA256 = "a9fb813550d62dd92a97db3d9fd21bd70b412d495aac0f3af5403c65464ef913"
