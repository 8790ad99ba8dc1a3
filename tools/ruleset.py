"""Write the name of the set of rules: its version, and the SHA-256 of the source that decides outcomes.

Run ``python tools/ruleset.py`` after any change to the rooms named below; a test fails until it is done.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent / "src" / "safeguarding"
DECIDES = ("unknown.py", "dates", "model", "structure", "law", "assessment")
TARGET = ROOT / "law" / "ruleset.py"


def digest() -> str:
    """Return the SHA-256 of every file that decides outcomes, by path, whatever the line endings."""
    found = hashlib.sha256()
    # The tables of the gazetteer decide outcomes as the rules do.
    kinds = {".py", ".csv"}
    files = [
        path
        for part in DECIDES
        for path in (sorted(p for p in (ROOT / part).rglob("*") if p.suffix in kinds) or [ROOT / part])
    ]
    for path in files:
        if path != TARGET:
            found.update(f"{path.relative_to(ROOT).as_posix()}\0".encode())
            found.update(path.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return found.hexdigest()


def main() -> None:
    """Put the digest into the package."""
    text = TARGET.read_text(encoding="utf-8")
    TARGET.write_text(re.sub(r'SHA256 = ".*"', f'SHA256 = "{digest()}"', text), encoding="utf-8")


if __name__ == "__main__":
    main()
