"""Which set of rules this is; written by ``tools/ruleset.py``, and checked by a test."""

VERSION = "2026.11.0"
SHA256 = "417b872882202dc8150c8cd6a2a62ebcad5a6d46421832d6184240d295816a62"
