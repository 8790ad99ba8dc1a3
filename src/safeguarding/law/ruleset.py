"""Which set of rules this is; written by ``tools/ruleset.py``, and checked by a test."""

VERSION = "2026.11.0"
SHA256 = "957115b55fb45b2a6653f94b75651acdfc529039584432b6ed698cd8d16d2449"
