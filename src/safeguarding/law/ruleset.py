"""Which set of rules this is; written by ``tools/ruleset.py``, and checked by a test."""

VERSION = "2026.11.0"
SHA256 = "adfc25f35325dcd4f4eb546654daf3bc8069c03c298e2f1344a90d68fb092270"
