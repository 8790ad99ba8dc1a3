"""What the files are together: one partnership, or everything that is wrong with any of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from attrs import evolve

from safeguarding.files.blanks import with_blanks_open
from safeguarding.files.checking import flaws_of
from safeguarding.files.entries import known_ids
from safeguarding.files.faults import Fault
from safeguarding.files.forms import SCHEMA
from safeguarding.files.lending import borrows, lend
from safeguarding.files.report import File, invalid
from safeguarding.files.wording import quoted
from safeguarding.model import Document, Input, Partnership, Slug

if TYPE_CHECKING:
    from safeguarding.files.logs import Log


def gathered(files: Sequence[File]) -> Partnership:
    """Make one partnership of files.

    Args:
        files: the files, one or more, read as far as their keys and values.

    Raises:
        InvalidDocumentError: anything is wrong with any of them.
    """
    _twice(files)
    _structure(files)
    documents = tuple(file.document for file in files if file.document is not None)
    chosen = _partnership([file.document for file in files if file.document is not None and _says_whose(file)])
    # A file with so many faults that not all are known is not read to its end either.
    if not any(file.cut for file in files):
        _hang_together(files, chosen)
    _mixed(files, chosen)
    if any(file.faults for file in files):
        raise invalid(files)
    inputs = tuple(Input(path=file.name, sha256=file.sha256) for file in files)
    return Partnership(id=chosen, documents=documents, inputs=inputs)


def _twice(files: Sequence[File]) -> None:
    """Report each file whose content was given before."""
    seen: dict[str, str] = {}
    for file in files:
        if file.sha256 in seen and not file.faults:
            what = f"this is the same file as {quoted(seen[file.sha256])}"
            file.faults.append(Fault(what=what, do="give each file once"))
        elif file.sha256:
            seen[file.sha256] = file.name


def _structure(files: Sequence[File]) -> None:
    """Read the documents in the files; those last that leave to the others whose they are."""
    borrowing = [(file, log) for file in files for log in [borrows(file)] if log is not None]
    others = [file for file in files if borrows(file) is None]
    _read(others)
    documents = [file.document for file in others if file.document is not None and _says_whose(file)]
    for file, log in borrowing:
        lend(file, log, documents, _partnership(documents), known=bool(others))
    _read([file for file, _ in borrowing])


def _read(files: Sequence[File]) -> None:
    """Read the documents in some of the files."""
    from safeguarding.files.shapes import reader  # noqa: PLC0415  # cattrs is needed for nothing else
    from safeguarding.files.unravelling import faults_of  # noqa: PLC0415  # as above

    for file in files:
        if file.tree is None:
            continue
        schema = file.tree.get("schema")
        if isinstance(schema, str) and schema != SCHEMA:
            # Whatever else such a file says, it says in another form.
            what = f"{quoted(schema)} is not a form that can be read"
            file.faults.append(Fault(at=("schema",), what=what, accepted=quoted(SCHEMA)))
            continue
        file.document, error, cut = reader().document(with_blanks_open(file.tree))
        file.cut = file.cut or cut
        if error is not None:
            found = faults_of(error, file.form, file.tree)
            file.faults += found if file.log is None else list(_of_a_log(found, file.log, file.faults))


def _of_a_log(found: Sequence[Fault], log: Log, known: Sequence[Fault]) -> Iterator[Fault]:
    """Leave out what is known already, and mark what only follows from a column or a row that is not there."""
    unsaid = {fault.at for fault in known if fault.missing}
    for fault in found:
        if fault.at not in unsaid:
            yield evolve(fault, follows=True) if log.explains(fault) else fault


def _partnership(documents: Sequence[Document]) -> Slug:
    """Choose the partnership to which all documents belong, else that of the first."""
    every = [document.partnership for document in documents]
    every += [slug for document in documents for slug in document.shared_with]
    common = (slug for slug in every if all(slug in _slugs(document) for document in documents))
    return next(common, every[0] if every else Slug(""))


def _slugs(document: Document) -> tuple[Slug, ...]:
    return (document.partnership, *document.shared_with)


def _says_whose(file: File) -> bool:
    return not any(fault.at[:1] in {("partnership",), ("shared_with",)} for fault in file.faults)


def _mixed(files: Sequence[File], chosen: Slug) -> None:
    """Report the files that do not belong to the partnership of the first."""
    for file in files:
        if file.document is None or not _says_whose(file) or chosen in _slugs(file.document):
            continue
        what = f"this is a document of {quoted(file.document.partnership)}, among those of {quoted(chosen)}"
        do = "give the files of one partnership at a time"
        file.faults.append(Fault(at=("partnership",), what=what, do=do))


def _hang_together(files: Sequence[File], chosen: Slug) -> None:
    """Add what the model finds wrong with the documents of each partnership."""
    all_read = all(file.document is not None for file in files)
    for group in _groups(files, chosen):
        documents = [file.document for file in group if file.document is not None]
        trees = [file.tree for file in group if file.tree is not None]
        known = known_ids(trees, documents, all_read=all_read)
        for index, fault in flaws_of(documents, trees, [file.faults for file in group], known):
            if not set(fault.at[:1]).intersection(group[index].lent):
                group[index].faults.append(fault)


def _groups(files: Sequence[File], chosen: Slug) -> Iterator[list[File]]:
    groups: dict[Slug, list[File]] = {}
    for file in files:
        if file.document is not None:
            whose = chosen if chosen in _slugs(file.document) or not _says_whose(file) else file.document.partnership
            groups.setdefault(whose, []).append(file)
    yield from groups.values()
