"""Which set of rules this is; written by ``tools/ruleset.py``, and checked by a test."""

VERSION = "2026.11.0"
SHA256 = "b4827d0ded69fa0ad2cddaa49d8da8db3baa9e0ec6c8be1944809991f6b926b0"
