"""Measure what the issue of speed asks, as ratios to named peers in one run.

Run ``python tools/bench.py``. Each figure is the best of several runs, since what disturbs a run only ever
makes it slower. A command is timed from outside, cold, with the interpreter's own start beside it.
"""

from __future__ import annotations

import json
import platform
import subprocess
import sys
import time
import tomllib
from collections.abc import Callable
from pathlib import Path

import safeguarding as sg

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "examples" / "cumbria-2019.toml"
RUNS = 15


def best(work: Callable[[], object], runs: int = RUNS) -> float:
    """Return the shortest time of several runs, in seconds."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def command(*arguments: str) -> Callable[[], object]:
    """Make a run of the interpreter."""
    return lambda: subprocess.run([sys.executable, *arguments], capture_output=True, check=False, cwd=ROOT)


def main() -> None:
    """Print the table."""
    text = EXAMPLE.read_text(encoding="utf-8")
    partnership = sg.load(EXAMPLE)
    as_json = sg.dumps(partnership.documents[0], format="json")
    bare = best(command("-c", "pass"))
    toml = best(lambda: tomllib.loads(text))
    plain = best(lambda: json.loads(as_json))
    rows = [
        ("a bare interpreter start", bare, bare, "itself"),
        ("import safeguarding", best(command("-c", "import safeguarding")), bare, "a bare interpreter start"),
        (
            "safeguarding check, cold",
            best(command("-m", "safeguarding.cli", "check", str(EXAMPLE), "--fail-on", "never")),
            bare,
            "a bare interpreter start",
        ),
        ("tomllib.loads of the example", toml, toml, "itself"),
        ("loads of the same text", best(lambda: sg.loads(text)), toml, "tomllib.loads"),
        ("json.loads of it as JSON", plain, plain, "itself"),
        ("loads of it as JSON", best(lambda: sg.loads(as_json, format="json")), plain, "json.loads"),
        ("a warm assessment", best(lambda: sg.assess(partnership), 60), toml, "tomllib.loads"),
    ]
    print(f"Python {platform.python_version()}, {platform.machine()}, {len(text.splitlines())} lines of TOML")
    for name, taken, peer, peer_name in rows:
        print(f"{name:32} {taken * 1000:9.2f} ms {taken / peer:8.2f} x {peer_name}")


if __name__ == "__main__":
    main()
