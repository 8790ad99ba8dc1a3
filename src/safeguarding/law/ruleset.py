"""Which set of rules this is; written by ``tools/ruleset.py``, and checked by a test."""

VERSION = "2026.11.0"
SHA256 = "a6f2588841b01cb6041ebdcfbf400d557c0d2ff1950d563595303dfa94d9a455"
