"""How bars and marks look in SVG: by outline, filling and pattern, so that none needs a colour to be told apart."""

from __future__ import annotations

from safeguarding.views.timelines.layout import Look, Sign
from safeguarding.views.timelines.lettering import is_measured, width, xml

BAR = 14.0
"""How high a bar is."""
SIGN = 13.0
"""How wide and high a mark is."""

_NARROWEST = 3.0
_STROKE = 'stroke="#000" stroke-width="1.3"'
_TOOTH = 3.0
_DASHED = 'stroke-dasharray="3 2"'
_SIGNS = {
    Sign.EVENT: '<circle r="3.2"/>',
    Sign.MET: (
        '<circle r="6.5" fill="#fff" stroke="#000" stroke-width="1.2"/>'
        '<path d="M-3.2 0.2 L-0.9 2.7 L3.4 -2.9" fill="none" stroke="#000" stroke-width="1.9"/>'
    ),
    Sign.FAILED: (
        '<rect x="-6.5" y="-6.5" width="13" height="13"/>'
        '<path d="M-3.6 -3.6 L3.6 3.6 M3.6 -3.6 L-3.6 3.6" stroke="#fff" stroke-width="2.2"/>'
    ),
    Sign.DUE: '<path d="M0 -6.5 L6.5 0 L0 6.5 L-6.5 0 Z" fill="#fff" stroke="#000" stroke-width="1.5"/>',
    Sign.OPEN: (
        f'<circle r="6.5" fill="#fff" stroke="#000" stroke-width="1.2" {_DASHED}/>'
        '<path d="M-2.2 -1.9 C-2.2 -4.6 2.2 -4.6 2.2 -1.9 C2.2 -0.2 0 -0.3 0 1.6" fill="none" stroke="#000" '
        'stroke-width="1.4"/><circle cy="3.7" r="0.9"/>'
    ),
}


def number(value: float) -> str:
    """Write a coordinate to a tenth, the same for the same place.

    >>> number(3.04), number(-0.04), number(12.25)
    ('3', '0', '12.2')
    """
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def hatching(identity: str) -> str:
    """Define the pattern of what is late."""
    return (
        f'<defs><pattern id="{identity}" width="5" height="5" patternUnits="userSpaceOnUse" '
        'patternTransform="rotate(45)"><rect width="5" height="5" fill="#fff"/>'
        '<rect width="2.4" height="5"/></pattern></defs>'
    )


def bar(look: Look, left: float, right: float, middle: float, pattern: str) -> str:
    """Draw a bar.

    Args:
        look: how.
        left: where it begins.
        right: where it ends.
        middle: how far down its middle is.
        pattern: the id of the pattern of what is late.
    """
    right = max(right, left + _NARROWEST)
    if look is Look.COURSE:
        return (
            f'<path d="M{number(left)} {number(middle)} H{number(right)}" stroke="#777" stroke-width="3" fill="none"/>'
        )
    if look is Look.PERHAPS:
        return _ragged(left, right, middle)
    filling = {Look.KEPT: "#d4d4d4", Look.OVER: f"url(#{pattern})"}.get(look, "#fff")
    return (
        f'<rect x="{number(left)}" y="{number(middle - BAR / 2)}" width="{number(right - left)}" '
        f'height="{number(BAR)}" fill="{filling}" {_STROKE}/>'
    )


def _ragged(left: float, right: float, middle: float) -> str:
    """Draw a bar of which neither end is certain: dashed, with teeth at both ends."""
    tooth = min(_TOOTH, (right - left) / 2)
    top, step = middle - BAR / 2, BAR / 4
    downs = [top + step * place for place in range(5)]
    path = f"M{number(left)} {number(top)} H{number(right)}"
    for place, down in enumerate(downs[1:], start=1):
        path += f" L{number(right - tooth if place % 2 else right)} {number(down)}"
    path += f" H{number(left)}"
    for place, down in enumerate(reversed(downs[:-1]), start=1):
        path += f" L{number(left + tooth if place % 2 else left)} {number(down)}"
    return f'<path d="{path}" fill="#fff" stroke="#000" stroke-width="1.1" {_DASHED}/>'


def sign(which: Sign, across: float, down: float) -> str:
    """Draw a mark around a point."""
    return f'<g transform="translate({number(across)} {number(down)})">{_SIGNS[which]}</g>'


def between(left: float, right: float, down: float) -> str:
    """Draw the days on which something may be: a dashed line with an upright at each end."""
    ends = f"M{number(left)} {number(down - 5)} v10 M{number(right)} {number(down - 5)} v10"
    return (
        f'<path d="{ends}" stroke="#000" stroke-width="1.2"/>'
        f'<path d="M{number(left)} {number(down)} H{number(right)}" stroke="#000" stroke-width="1.2" {_DASHED}/>'
    )


def last_day(across: float, middle: float) -> str:
    """Draw where the last day in time ends."""
    return (
        f'<path d="M{number(across)} {number(middle - BAR / 2 - 4)} V{number(middle + BAR / 2 + 4)}" '
        'stroke="#000" stroke-width="3.4"/>'
    )


def goes_on(edge: float, middle: float, *, later: bool) -> str:
    """Draw the arrowhead of a bar that goes on outside the picture."""
    tip = 8 if later else -8
    return f'<path d="M{number(edge + tip / 4)} {number(middle - 5)} l{tip} 5 l{-tip} 5 Z"/>'


def box(left: float, top: float, wide: float, high: float, colour: str) -> str:
    """Fill a space."""
    return (
        f'<rect x="{number(left)}" y="{number(top)}" width="{number(wide)}" height="{number(high)}" fill="{colour}"/>'
    )


def rule(down: float, left: float, right: float, colour: str = "#000") -> str:
    """Draw a line from the left to the right."""
    return f'<path d="M{number(left)} {number(down)} H{number(right)}" stroke="{colour}" stroke-width="1"/>'


def upright(across: float, top: float, bottom: float, colour: str = "#000", wide: float = 1.0, dashes: str = "") -> str:
    """Draw a line from the top to the bottom."""
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    return (
        f'<path d="M{number(across)} {number(top)} V{number(bottom)}" stroke="{colour}" '
        f'stroke-width="{number(wide)}"{dashed}/>'
    )


def lettering(text: str, across: float, down: float, size: float, *, bold: bool = False) -> str:
    """Set a line of text."""
    more = ' font-weight="bold"' if bold else ""
    if not is_measured(text):
        # A character whose width is not known, some of which are as wide as ten, is fitted into the room it has.
        more += f' textLength="{number(width(text, size, bold=bold))}" lengthAdjust="spacingAndGlyphs"'
    return f'<text x="{number(across)}" y="{number(down)}" font-size="{number(size)}"{more}>{xml(text)}</text>'
