"""Which set of rules this is; written by ``tools/ruleset.py``, and checked by a test."""

VERSION = "2026.11.0"
SHA256 = "c393458833a00cf481e669d389e6e8a7719c75c420cb3c61e2be2fa8a1bab19f"
