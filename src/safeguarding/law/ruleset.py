"""Which set of rules this is; written by ``tools/ruleset.py``, and checked by a test."""

VERSION = "2026.11.0"
SHA256 = "ba60dee19c703ff3fac96fc49027fec3f1551ca8af36df93494ebacffad3d869"
