"""Write the reference of the law: a page for each chapter, from the catalogue, under ``docs/law/``.

Run ``python tools/reference.py`` after any change to a requirement; a test fails until it is done.
"""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

from safeguarding.assessment.explanation import period_of
from safeguarding.law.catalogue import catalogue
from safeguarding.law.coverage import CHAPTERS, Table, chapter_of, coverage
from safeguarding.law.readings import READINGS
from safeguarding.law.requirement import Checked, Requirement
from safeguarding.views.law import CHECKED, KNOWN, SILENCE
from safeguarding.views.wording import WORDS, either_of, sentence

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "law"
_GENERATED = "<!-- Written by tools/reference.py from the catalogue: change the requirement, not this page. -->"


def pages() -> dict[Path, str]:
    """Return the text of each page, by its path."""
    found = {FOLDER / "README.md": _contents()}
    for prefix in CHAPTERS:
        items = [item for item in catalogue().values() if chapter_of(item) == prefix]
        found[FOLDER / f"{prefix}.md"] = _chapter(prefix, items)
    return found


def _contents() -> str:
    lines = [
        _GENERATED,
        "# What the law asks, as it is held here",
        "",
        "Every requirement is a paraphrase, with the provision that it rests on, how well that is known, and how it is",
        "checked. On the command line the same stands in `safeguarding law KEY`.",
        "",
    ]
    lines += [f"- [{title}]({prefix}.md)" for prefix, title in CHAPTERS.items()]
    for table in coverage():
        lines += ["", f"## {table.title}", "", *_counted(table)]
    return "\n".join(lines) + "\n"


def _counted(table: Table) -> list[str]:
    head = f"| | {' | '.join(table.columns)} | all |"
    rows = [
        f"| [{key}]({key}.md) | {' | '.join(str(number or '') for number in numbers)} | {sum(numbers)} |"
        for key, numbers in table.rows.items()
    ]
    totals = table.totals
    last = f"| all | {' | '.join(str(number) for number in totals)} | {sum(totals)} |"
    return [head, "|---" * (len(table.columns) + 2) + "|", *rows, last]


def _chapter(prefix: str, items: list[Requirement]) -> str:
    lines = [_GENERATED, f"# {CHAPTERS[prefix]}", "", f"{len(items)} requirements. [All chapters](README.md).", ""]
    for heading, found in groupby(items, key=lambda item: item.heading):
        lines += [f"## {heading}", ""]
        for item in found:
            lines += [*_entry(item), ""]
    return "\n".join(lines).rstrip("\n") + "\n"


def _entry(item: Requirement) -> list[str]:
    lines = [f"### `{item.key}` {item.title}", "", item.asks, ""]
    lines += [f"- **{label}:** {text}" for label, text in _facts(item) if text]
    for version in item.versions:
        cited = "; ".join(
            f"[{one.instrument.name}, {one.provision}]({one.url(version.starts)})" for one in version.citations
        )
        changed = f" *{sentence(version.changed)}*" if version.changed else ""
        known = KNOWN[version.verification] + _read_at(version.read_at)
        lines.append(f"- **{sentence(period_of(version))[:-1]}:** {cited}. {sentence(known)}{changed}")
    return lines


def _read_at(names: tuple[str, ...]) -> str:
    shown = [f"[{name}]({READINGS[name]})" if "://" in READINGS[name] else READINGS[name] for name in names]
    return f" ({', '.join(shown)})" if shown else ""


def _facts(item: Requirement) -> list[tuple[str, str]]:
    silence = "" if item.check is None else sentence(f"where the documents say nothing of it, {SILENCE[item.silence]}")
    reaches = either_of([words for outcome, words in WORDS.items() if outcome in item.reaches])
    tested = item.checked is not Checked.NOT_TESTED
    return [
        ("Level", f"{item.level.value}; {item.who}" if item.who != "-" else item.level.value),
        ("Checked", sentence(CHECKED[item.checked])),
        ("Silence", silence),
        ("Can come out", sentence(reaches) if tested else ""),
        ("Rests on", _keys(item.premises)),
        ("Asks the same as", _keys((item.restates,) if item.restates else ())),
        ("In the place of", _keys(item.succeeds)),
        ("Replaced by", _keys(item.succeeded_by)),
        ("Ceased", sentence(item.ceased) if item.ceased else ""),
        ("To do", item.do),
    ]


def _keys(keys: tuple[str, ...]) -> str:
    return ", ".join(f"[`{key}`]({key.partition('.')[0]}.md)" for key in keys)


def main() -> None:
    """Put every page in its place."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for path, text in pages().items():
        path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
