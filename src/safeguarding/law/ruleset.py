"""Which set of rules this is; written by ``tools/ruleset.py``, and checked by a test."""

VERSION = "2026.11.0"
SHA256 = "cfd83b3d74fe4d62709b460f33a55c822cb06e38645ba58331ebcaa7bd23f378"
