"""Which set of rules this is; written by ``tools/ruleset.py``, and checked by a test."""

VERSION = "2026.11.0"
SHA256 = "af0365e05f92d9a3d46ccbc7b0fbd72d3a6d31c99ce3e532890fdab9e93354cc"
