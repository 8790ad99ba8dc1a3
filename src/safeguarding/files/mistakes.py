"""What a parser meant: its complaints about TOML and JSON in plain sentences, with what to do."""

from __future__ import annotations

import re
from json import JSONDecodeError

from attrs import frozen

from safeguarding.files.depth import STRINGS, unclosed_before
from safeguarding.files.faults import Fault
from safeguarding.files.wording import quoted

_WHERE = re.compile(r"(.*) \(at (?:line (\d+), column (\d+)|end of document)\)", re.DOTALL)
_PARTIAL = re.compile(r"\d{4}-\d{1,2}(?:-\d{1,2})?(?![\w-])", re.ASCII)
_DATE = re.compile(r"\d{4}-\d{2}(?:-\d{2})?", re.ASCII)
_SLASHED = re.compile(r"\d{1,2}/\d{1,2}/\d{2,4}", re.ASCII)
_NUMBER_BEFORE = re.compile(r"\d[\d.]*\Z", re.ASCII)
_AMOUNT = re.compile(r"£\s*\d[\d,.]*", re.ASCII)
_GROUPED = re.compile(r"\d+(?:,\d{3})+", re.ASCII)
_GROUPED_BEFORE = re.compile(r"(\d{1,3}(?:,\d{3})+)\s*\Z", re.ASCII)
_HEADER = re.compile(r"\[+\s*([^\]]+?)\s*\]")
_KEY = re.compile(r"([\w-]+|\"[^\"]+\")\s*=", re.ASCII)
_BARE_VALUE = re.compile(r"[^,\]}\n#]*")
_QUOTES = re.compile(STRINGS + r"|#[^\n]*+|\"\"\"|'''|[\"']", re.DOTALL)
_CURLY = frozenset("“”„‟‘’«»")
_SWITCHES = frozenset({"true", "false", "yes", "no"})
_BACK = 20


@frozen
class _Mistake:
    """Where a parser stopped, and what it said."""

    text: str
    offset: int
    said: str

    @property
    def mark(self) -> str:
        """The character at which it stopped; empty at the end."""
        return self.text[self.offset : self.offset + 1]

    @property
    def value(self) -> str:
        """What stands there without quotation marks, to the end of the value."""
        match = _BARE_VALUE.match(self.text, self.offset)
        return match[0].strip() if match else ""

    @property
    def written(self) -> str:
        """The whole line."""
        begin = self.text.rfind("\n", 0, self.offset) + 1
        return self.text[begin : begin + 200].partition("\n")[0].strip()

    def fault(self, what: str, do: str, offset: int | None = None) -> Fault:
        """Report it on the line where the parser stopped, or on another."""
        at = self.offset if offset is None else offset
        return Fault(what=what, do=do, line=self.text.count("\n", 0, at) + 1)


def toml_mistake(text: str, message: str) -> Fault:
    """Say in a plain sentence why a text is not TOML.

    Args:
        text: what the file holds.
        message: what the parser said.
    """
    match = _WHERE.fullmatch(message)
    said, line, column = match.groups() if match else (message, None, None)
    offset = len(text.rstrip())
    if line is not None and column is not None:
        offset = 0
        for _ in range(int(line) - 1):
            offset = text.index("\n", offset) + 1
        offset += int(column) - 1
    mistake = _Mistake(text, offset, said)
    for look in (_in_a_text, _in_a_value, _in_brackets, _in_a_line, _twice):
        fault = look(mistake)
        if fault is not None:
            return fault
    return mistake.fault(f"this does not follow the rules of TOML: {quoted(said)}", "compare it with the lines above")


def _in_a_text(mistake: _Mistake) -> Fault | None:
    """Look for a text that does not end, or for something in it that cannot stand there."""
    said = mistake.said
    illegal = said.startswith(("Illegal character", "Found invalid character"))
    if said == "Unterminated string" or re.fullmatch(r"""Expected ["']+""", said) or (illegal and mistake.mark == "\n"):
        alone = (match.start() for match in _QUOTES.finditer(mistake.text) if match[0] in {'"""', "'''", '"', "'"})
        do = "close it on the same line; a text of several lines begins and ends with three quotation marks"
        return mistake.fault("the text that begins here has no closing quotation mark", do, next(alone, None))
    if illegal and mistake.mark:
        return mistake.fault(f"the character U+{ord(mistake.mark):04X} cannot stand here", "remove it")
    if said.startswith(("Unescaped", "Invalid hex value", "Escaped character")):
        do = "write two backslashes, or put the text in single quotation marks"
        return mistake.fault("a backslash cannot stand alone in a text", do)
    return None


def _in_a_value(mistake: _Mistake) -> Fault | None:
    """Look for a value that should stand in quotation marks, or in straight ones."""
    if mistake.mark and mistake.mark in _CURLY:
        do = "write straight ones, as the keyboard has them"
        return mistake.fault(f"the quotation mark {mistake.mark} is curly", do)
    for begin in (mistake.offset, mistake.offset - 4):
        if begin >= 0 and (match := _PARTIAL.match(mistake.text, begin)):
            if mistake.said == "Invalid date or datetime":
                return mistake.fault(f"{match[0]} is not a day that exists", "correct the date")
            what = f"the date {match[0]} stands without quotation marks"
            example = f': "{match[0]}"' if _DATE.fullmatch(match[0]) else ', as in "2019-06-29"'
            return mistake.fault(what, f"write it in quotes{example}")
    return _after_a_number(mistake) or (_bare(mistake) if mistake.said == "Invalid value" else None)


def _after_a_number(mistake: _Mistake) -> Fault | None:
    """Look for a date, a share or an amount of which the parser took the beginning for a number."""
    amount = _GROUPED_BEFORE.search(mistake.text, max(0, mistake.offset - _BACK), mistake.offset)
    if amount is not None and mistake.said.startswith("Expected '='"):
        return mistake.fault(f"the number {amount[1]} has a comma", f'write an amount as "£{amount[1]}"')
    before = _NUMBER_BEFORE.search(mistake.text, max(0, mistake.offset - _BACK), mistake.offset)
    if before is None:
        return None
    if match := _SLASHED.match(mistake.text, before.start()):
        do = 'write it in quotes and with the year first, as in "2019-06-29"'
        return mistake.fault(f"the date {match[0]} cannot be read", do)
    if match := _GROUPED.match(mistake.text, before.start()):
        return mistake.fault(f"the number {match[0]} has a comma", f'write an amount as "£{match[0]}"')
    if mistake.mark == "%" or mistake.value[:1].isalpha():
        return _unquoted(mistake, before[0] + mistake.value)
    return None


def _bare(mistake: _Mistake) -> Fault:
    if not mistake.value:
        return mistake.fault("a value is missing here", "write one, or remove the key")
    if mistake.value.lower() in _SWITCHES:
        do = "write true or false, in small letters and without quotation marks"
        return mistake.fault(f"{mistake.value} is not true or false", do)
    return _unquoted(mistake, mistake.value)


def _unquoted(mistake: _Mistake, value: str) -> Fault:
    if amount := _AMOUNT.match(mistake.text, mistake.offset):
        value = amount[0]
    what = f"the text {quoted(value)[1:-1]} stands without quotation marks"
    return mistake.fault(what, f"write it in quotes: {quoted(value)}")


def _in_brackets(mistake: _Mistake) -> Fault | None:
    """Look for a comma or a bracket that is missing, or one too many."""
    begun = unclosed_before(mistake.text, mistake.offset)
    since = mistake.text.count("\n", 0, begun or 0) + 1
    if mistake.said == "Unclosed array":
        what = f"a comma or the closing ] is missing here, in the list that begins on line {since}"
        return mistake.fault(what, "put commas between the items, and ] at the end")
    in_braces = begun is not None and mistake.text[begun] == "{"
    if in_braces and mistake.mark == "\n":
        do = "write it on one line, or give it a header of its own"
        return mistake.fault("a table in curly brackets must stay on one line", do)
    if mistake.said == "Unclosed inline table":
        what = f"a comma or the closing }} is missing here, in the table that begins on line {since}"
        return mistake.fault(what, "put commas between the keys, and } at the end")
    if in_braces and mistake.mark == "}":
        return mistake.fault("a comma stands before the closing }", "remove the comma")
    if mistake.said.startswith(("Expected ']' at", "Expected ']]' at")):
        what = f"the closing {mistake.said.split(chr(39))[1]} of this header is missing"
        return mistake.fault(what, "write a header as [publication] or [[body]]")
    return None


def _in_a_line(mistake: _Mistake) -> Fault | None:
    """Look for a line that is neither a key with a value, nor a header, nor a remark."""
    if mistake.said.startswith("Expected newline"):
        before = mistake.text[: mistake.offset].rstrip()[-1:]
        if before not in {'"', "'", "]", "}"} and "=" in mistake.written:
            return _unquoted(mistake, mistake.written.partition("=")[2].strip())
        do = 'write one key on each line; inside a text, write a quotation mark as \\"'
        if before == "'":
            do = "put a text that has an apostrophe in double quotation marks"
        return mistake.fault(f"something stands after the end of the value: {quoted(mistake.value)[1:-1]}", do)
    if mistake.said.startswith(("Expected '='", "Invalid statement", "Invalid initial character")):
        do = 'write a line as name = "text"; a header stands in square brackets, and a remark begins with #'
        return mistake.fault(f"the line {quoted(mistake.written)} is not a key with a value", do)
    return None


def _twice(mistake: _Mistake) -> Fault | None:
    """Look for a key or a table that stands twice."""
    said = mistake.said
    if said.startswith("Cannot declare"):
        header = _HEADER.match(mistake.written)
        name = header[1] if header else mistake.written
        do = "put all its keys under one header; the entries of a list have headers in double brackets"
        return mistake.fault(f"the table [{name}] stands twice", do)
    if said.startswith("Duplicate inline") or (said == "Cannot overwrite a value" and mistake.written[:1] != "["):
        named = re.search(r"'(.*)'\Z", said) or _KEY.match(mistake.written)
        key = f"the key {quoted(named[1])}" if named else "a key"
        return mistake.fault(f"{key} stands twice in this table", "remove one of the two")
    if said.startswith(("Cannot overwrite", "Cannot mutate", "Cannot redefine")):
        what = f"{quoted(mistake.written)[1:-1]} adds to something that has a value already"
        return mistake.fault(what, "write it in one place only: under a header, or as a key with a value")
    return None


def json_mistake(error: JSONDecodeError) -> Fault:
    """Say in a plain sentence why a text is not JSON."""
    mark = error.doc[error.pos : error.pos + 1]
    said = error.msg
    before = error.doc[: error.pos].rstrip()[-1:]
    if said.startswith("Illegal trailing comma") or (before == "," and mark and mark in "]}"):
        what, do = _TRAILING, "remove the comma"
    elif said.startswith("Unterminated string"):
        what, do = "the text that begins here has no closing quotation mark", "close it"
    elif said.startswith("Invalid control character"):
        what, do = "a text must stay on one line", "write a line break in a text as \\n"
    elif said.startswith("Invalid \\"):
        what, do = "a backslash cannot stand alone in a text", "write two backslashes"
    elif said.startswith("Extra data"):
        what, do = "something stands after the end", "keep one table in curly brackets in the file"
    elif mark in {"/", "#"}:
        what, do = "a remark stands here, which JSON does not have", "remove it, or write the file as TOML"
    elif not mark:
        what, do = "the file ends before everything is closed", "look for a closing bracket that is missing"
    else:
        what, do = _JSON.get(said, ("this does not follow the rules of JSON", "compare it with the lines above"))
    # Which of the two it points to, the comma or the bracket, depends on the release of Python.
    last = error.doc[: error.pos].rstrip() if what == _TRAILING else error.doc.rstrip()
    line = last.count("\n") + 1 if what == _TRAILING or not mark else error.lineno
    return Fault(what=what, do=do, line=line)


_TRAILING = "a comma stands before a closing bracket"
_JSON = {
    "Expecting property name enclosed in double quotes": (
        "a key is missing here, or does not stand in double quotation marks",
        'write it as "name": "text"',
    ),
    "Expecting ',' delimiter": ("a comma or a closing bracket is missing before this", "add it"),
    "Expecting ':' delimiter": ("a colon is missing after the key", 'write it as "name": "text"'),
    "Expecting value": ("a value is missing here", "write a text in double quotation marks"),
}
