"""What may be given: one file or several, by name or on standard input, in two formats."""

import json
import subprocess
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from safeguarding.errors import InvalidDocumentError
from safeguarding.files import dumps, load, loads
from safeguarding.files.syntax import LARGEST
from safeguarding.model import Partnership, Topic

GOOD = Path(__file__).parent / "good"
RICH = GOOD / "rich.toml"
HEAD = """schema = "safeguarding.v1"
partnership = "northshire"
name = "Northshire Safeguarding Children Partnership"
kind = "arrangements"
transcribed = "all"
"""


def refused(*paths: str | Path, stdin: bytes | None = None) -> str:
    """Load what is wrong and return the messages."""
    with pytest.raises(InvalidDocumentError) as caught:
        load(*paths, stdin=stdin)
    return str(caught.value)


def test_a_file_is_loaded_by_text_and_by_path() -> None:
    """Both ways of naming a file give the same partnership."""
    assert load(str(RICH)) == load(RICH)


def test_inputs_name_the_files_as_given_and_their_bytes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An assessment can say exactly from what it was made."""
    monkeypatch.chdir(tmp_path)
    content = HEAD.encode()
    Path("a.toml").write_bytes(content)
    (given,) = load("./a.toml").inputs
    assert (given.path, given.sha256) == ("./a.toml", sha256(content).hexdigest())


def test_standard_input_is_one_of_the_files(tmp_path: Path) -> None:
    """A dash stands for the bytes given, and messages call them <stdin>."""
    (tmp_path / "a.toml").write_text(HEAD, encoding="utf-8")
    partnership = load(tmp_path / "a.toml", "-", stdin=b"# another file\n" + HEAD.encode())
    assert [given.path for given in partnership.inputs] == [str(tmp_path / "a.toml"), "<stdin>"]
    assert refused("-", stdin=b"x").startswith("<stdin>:1: ")


def test_a_file_given_twice_is_refused(tmp_path: Path) -> None:
    """The same content twice is a slip of the hand, not two versions of the arrangements."""
    (tmp_path / "a.toml").write_text(HEAD, encoding="utf-8")
    said = refused(tmp_path / "a.toml", tmp_path / "a.toml")
    assert "this is the same file as" in said
    assert "Give each file once" in said


def test_standard_input_is_json_if_it_begins_with_a_brace() -> None:
    """Nobody has to say in which format a pipe is, byte order mark or not."""
    text = dumps(loads(HEAD).documents[0], format="json")
    assert load("-", stdin=text.encode()) == load("-", stdin=HEAD.encode())
    assert load("-", stdin=b"\xef\xbb\xbf\n " + text.encode()) == loads(HEAD)


def test_standard_input_has_to_be_given() -> None:
    """The library does not read the process's own input."""
    assert refused("-") == "<stdin>: nothing was given on standard input. Name a file."


def test_no_file_at_all_is_an_error() -> None:
    """An empty list of files is a mistake of the caller's, not an empty partnership."""
    assert refused() == "no file is given. Name one or more files."


def test_the_suffix_tells_json_from_toml(tmp_path: Path) -> None:
    """A .json file is JSON, in whatever case the suffix is written; everything else is TOML."""
    text = dumps(loads(HEAD).documents[0], format="json")
    (tmp_path / "a.JSON").write_text(text, encoding="utf-8")
    (tmp_path / "b.txt").write_text(HEAD, encoding="utf-8")
    assert load(tmp_path / "a.JSON") == load(tmp_path / "b.txt")


def test_a_file_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    """A wrong name is reported like any other mistake, beside those in the other files."""
    (tmp_path / "a.toml").write_text("x", encoding="utf-8")
    missing, wrong = refused(tmp_path / "no.toml", tmp_path / "a.toml").splitlines()
    assert missing == f"{tmp_path / 'no.toml'}: there is no such file. Check its name and folder."
    assert wrong.startswith(f"{tmp_path / 'a.toml'}:1: ")


def test_a_folder_is_a_problem(tmp_path: Path) -> None:
    """A folder is not searched for files."""
    assert refused(tmp_path) == f"{tmp_path}: this is a folder, not a file. Name the files in it."


def test_a_file_that_may_not_be_read_is_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the operating system refuses never comes out as its own error."""

    def forbidden(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", forbidden)
    assert refused("a.toml") == "a.toml: the file may not be read. Ask for permission to read it."


@pytest.mark.parametrize("name", ["a\0b.toml", "x" * 5000, "a.toml/b.toml"])
def test_a_name_that_no_file_can_have_is_a_problem(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither a NUL nor a name that is too long gets past as an error of Python's."""
    monkeypatch.chdir(tmp_path)
    Path("a.toml").write_text(HEAD, encoding="utf-8")
    assert "Check its name and folder." in refused(name)


def test_too_large_a_file_is_refused_unread(tmp_path: Path) -> None:
    """Only as much is read as shows that a file is too large."""
    with (tmp_path / "a.toml").open("wb") as file:
        file.truncate(LARGEST * 100)
    assert "the file has more than 5 MB" in refused(tmp_path / "a.toml")
    assert "the file has more than 5 MB" in refused("-", stdin=b" " * (LARGEST + 1))


def test_byte_order_mark_and_windows_line_ends_are_accepted() -> None:
    """A file saved on Windows is the same file, on the same lines."""
    plain = RICH.read_bytes()
    assert loads(b"\xef\xbb\xbf" + plain.replace(b"\n", b"\r\n")) == loads(plain)
    with pytest.raises(InvalidDocumentError) as caught:
        loads((HEAD + "\n\n[[area]]\n").replace("\n", "\r\n"))
    assert {problem.line for problem in caught.value.problems} == {8}


def test_a_text_and_its_bytes_are_the_same() -> None:
    """`loads` takes either."""
    text = RICH.read_text(encoding="utf-8")
    assert loads(text) == loads(text.encode()) == loads("\ufeff" + text)
    assert loads(text).inputs == loads(text.encode()).inputs


def test_a_text_is_named_in_messages() -> None:
    """Who gives a text can say what to call it."""
    with pytest.raises(InvalidDocumentError) as caught:
        loads("x", name="the form")
    assert caught.value.problems[0].file == "the form"


def test_another_format_is_refused() -> None:
    """A format that does not exist is a mistake in a program, so it is not reported as one in a file."""
    with pytest.raises(ValueError, match='"toml", "json" and "csv" are accepted'):
        loads(HEAD, format="yaml")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match='"toml", "json" and "csv" are accepted'):
        dumps(loads(HEAD).documents[0], format="yaml")  # type: ignore[arg-type]


def test_half_a_character_is_no_text() -> None:
    """A text that no file could hold is refused like one."""
    with pytest.raises(InvalidDocumentError, match="not text in UTF-8"):
        loads(HEAD + 'note = "\ud800"')


Together = Callable[..., Partnership]


@pytest.fixture
def together(tmp_path: Path) -> Together:
    """Load several texts as files."""

    def load_texts(*texts: str) -> Partnership:
        files = [tmp_path / f"{number}.toml" for number in range(len(texts))]
        for file, text in zip(files, texts, strict=True):
            file.write_text(text, encoding="utf-8")
        return load(*files)

    return load_texts


def test_several_documents_make_one_partnership(together: Together) -> None:
    """Documents stand in the order in which they were given, and ids refer across them."""
    first = HEAD + '[[body]]\nid = "board"\nname = "Board"\nkind = "board"\nreports_to = ["leads"]\n'
    second = HEAD.replace("arrangements", "yearly-report")
    second += '[[body]]\nid = "leads"\nname = "Leads"\nkind = "lead-group"\n'
    both = together(first, second)
    assert [document.kind.value for document in both.documents] == ["arrangements", "yearly-report"]
    assert both.id == "northshire"


def test_a_shared_document_belongs_to_each_partnership_that_shares_it(together: Together) -> None:
    """The partnership is the one to which all the files belong."""
    shared = HEAD.replace("northshire", "westshire") + 'shared_with = ["northshire"]\n'
    assert together(shared).id == "westshire"
    assert together(shared, HEAD).id == together(HEAD, shared).id == "northshire"
    other = HEAD.replace("northshire", "eastshire") + 'shared_with = ["northshire"]\n'
    assert together(shared, other).id == "northshire"


def test_problems_come_by_file_and_then_by_line(tmp_path: Path) -> None:
    """The order is that in which an author would correct them."""
    (tmp_path / "b.toml").write_text(HEAD + '[[aim]]\nkind = "x"\n[[area]]\n', encoding="utf-8")
    (tmp_path / "a.toml").write_text(HEAD + "[publication]\nurl = 5\n", encoding="utf-8")
    with pytest.raises(InvalidDocumentError) as caught:
        load(tmp_path / "b.toml", tmp_path / "a.toml")
    places = [(Path(problem.file).name, problem.line) for problem in caught.value.problems]
    assert places == [("b.toml", 6), ("b.toml", 7), ("b.toml", 8), ("b.toml", 8), ("b.toml", 8), ("a.toml", 7)]


def test_the_second_forms_mean_the_full_ones() -> None:
    """A short form is a way of writing the same thing, not a guess."""
    source = '[[source]]\nid = "plan"\ntitle = "The Plan"\n'
    body = '[[body]]\nid = "b"\nname = "B"\nkind = "board"\n'
    short = f'{HEAD}{source}{body}reports_to = ["b"]\nmeets = "monthly"\nwhere = "Board"\n'
    full = f"""{HEAD}{source}{body}reports_to = [{{ to = "b" }}]
meets = [{{ how_often = "every month" }}]
where = {{ heading = "Board", source = "plan" }}
"""
    assert loads(short) == loads(full)
    assert loads(HEAD) == loads(HEAD.replace('"all"', '["all"]'))
    assert loads(HEAD).documents[0].transcribed == (Topic.ALL,)


def test_json_has_exactly_the_shape_of_toml() -> None:
    """What TOML says in a file, JSON says with the same keys and values."""
    rich = loads(RICH.read_bytes())
    tree = json.loads(dumps(rich.documents[0], format="json"))
    assert tree["body"][0]["where"] == "Lead Safeguarding Partners Group"
    assert loads(json.dumps(tree), format="json") == rich


def test_importing_the_room_does_not_import_cattrs() -> None:
    """Who only shows or dumps does not pay for reading."""
    code = "import sys, safeguarding.files; sys.exit('cattrs' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
