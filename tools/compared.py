"""Write the page that lays the three example plans side by side.

Run ``python tools/compared.py`` after any change to what is shown; a test fails until it is done.
"""

from __future__ import annotations

from pathlib import Path

import safeguarding as sg

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ("cumbria-2019", "lincolnshire-2019", "south-tees-2019")
PAGE = ROOT / "docs" / "compared-2019.md"
TITLE = "Three partnerships of 2019 side by side"
_FILES = " ".join(f"examples/{name}.toml" for name in EXAMPLES)
_WHAT = """\
In 2018 and 2019 the areas of England replaced their Local Safeguarding Children Boards with partnerships of the \
council, the health body and the police, which published how they would work together: multi-agency safeguarding \
arrangements. This page lays three of these plans side by side, as they were transcribed in [`examples/`](../examples) \
and as the command writes them:"""
_CAUTION = """\
Everything here is what the published text says, and not what was done. All three plans had charts that were lost from \
the copies that were read, so that a body, a line or a chair may stand there and not here: a cell that says so is no \
finding against anybody. What a requirement asks is told by `safeguarding law KEY`; how each plan was judged, with its \
evidence, by `safeguarding check`."""
INTRODUCTION = (_WHAT, f"```console\n$ safeguarding compare {_FILES} --format markdown\n```", _CAUTION)


def page() -> str:
    """Return the page: the table, then each plan as it is drawn."""
    partnerships = [sg.load(ROOT / "examples" / f"{name}.toml") for name in EXAMPLES]
    found = sg.side_by_side(partnerships)
    table = sg.side_by_side_as_markdown(found, title=TITLE, introduction=INTRODUCTION)
    return table + "\n" + "\n\n".join(["## As they are drawn", *map(_drawn, EXAMPLES, partnerships)]) + "\n"


def _drawn(name: str, partnership: sg.Partnership) -> str:
    """Show who answers to whom in a plan, with where the rest of it is."""
    elsewhere = (
        f"[Four views](diagrams/{name}.md), [each finding gone through by hand]({name}-checked.md), "
        f"[what its governance reveals](governance-checked.md#{name})."
    )
    picture = f"![{partnership.name}: who answers to whom](diagrams/{name}-governance.svg)"
    return f"### {partnership.name}\n\n{elsewhere}\n\n{picture}"


def main() -> None:
    """Put the page in its place."""
    PAGE.write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    main()
