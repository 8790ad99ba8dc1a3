"""Which set of rules this is; written by ``tools/ruleset.py``, and checked by a test."""

VERSION = "2026.11.0"
SHA256 = "4457672870fba55aadc5513b9b25b8108eadfd648dd8d7c7c8df24bc4b79e780"
