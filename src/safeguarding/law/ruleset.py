"""Which set of rules this is; written by ``tools/ruleset.py``, and checked by a test."""

VERSION = "2026.11.0"
SHA256 = "46ed5fafb4726ba9675c6d2fae52d5681e6b1b87ad2dcc26b4bf890bb4e0b0ee"
