"""Which set of rules this is; written by ``tools/ruleset.py``, and checked by a test."""

VERSION = "2026.11.0"
SHA256 = "6581f856ba753e447e209bd8c6317b6c53ce8af300f7544619cecdd5011741aa"
