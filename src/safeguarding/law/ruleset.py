"""Which set of rules this is; written by ``tools/ruleset.py``, and checked by a test."""

VERSION = "2026.11.0"
SHA256 = "206d84c7d62c4c6c7c63867efc210737a9b38bb2ef542aff6813ceda7210545a"
