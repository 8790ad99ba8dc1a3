"""Which set of rules this is; written by ``tools/ruleset.py``, and checked by a test."""

VERSION = "2026.11.0"
SHA256 = "282fb0394eda319d3e1dd23dd60ca1281c3546a281e15946bc259e196a676929"
