"""Which set of rules this is; written by ``tools/ruleset.py``, and checked by a test."""

VERSION = "2026.11.0"
SHA256 = "bf0e2c478cfc02f7bb2cfe0b140add5dace526e26acc75fc6a81f6acaa3ccbbf"
