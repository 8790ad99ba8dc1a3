"""Which set of rules this is; written by ``tools/ruleset.py``, and checked by a test."""

VERSION = "2026.11.0"
SHA256 = "4ed7805e00df658a937c1d63c7f581704372a06583b77747040707e4afda2267"
