"""How it is written down: a document as a TOML or JSON file, in and out."""

from safeguarding.files.dumping import dumps
from safeguarding.files.loading import load, loads

__all__ = ["dumps", "load", "loads"]
