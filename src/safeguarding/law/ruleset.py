"""Which set of rules this is; written by ``tools/ruleset.py``, and checked by a test."""

VERSION = "2026.11.0"
SHA256 = "3a774fc034d20fd1106501d6646fc6575d13932267e1337329db79004f16b4d1"
