"""How a table is read: key by key, going on after what does not fit."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

from attrs import frozen
from cattrs.errors import AttributeValidationNote, BaseValidationError

from safeguarding.files.leaves import AS_TABLE, Hook, UnfitError, unfit
from safeguarding.files.misfits import ListError, MissingKeyError, StrangeKeysError, TableError
from safeguarding.files.progress import note, progress
from safeguarding.files.stand_ins import stand_in


@frozen
class Member:
    """A key that a table may have.

    Args:
        key: as a file writes it.
        name: of the field; empty where there is none.
        kind: the type of the field.
        hook: what reads it.
        absent: what gives the value where the key is left out; None where the field has a default.
    """

    key: str
    name: str
    kind: Any
    hook: Hook
    absent: Callable[[], Any] | None


def table_of(kind: type, members: Sequence[Member]) -> Hook:
    """Make the hook that reads a table with these keys as an object of this class."""
    keys = [member.key for member in members]
    allowed = set(keys)

    def read(value: Any, _: Any) -> Any:
        if not isinstance(value, dict):
            raise _not_a_table(value, keys)
        failed: list[Exception] = []
        given: dict[str, Any] = {}
        for member in members:
            try:
                if member.key in value:
                    given[member.name] = member.hook(value[member.key], member.kind)
                elif member.absent is not None:
                    given[member.name] = member.absent()
            except (UnfitError, MissingKeyError, BaseValidationError) as error:
                note(error, AttributeValidationNote(member.key, member.key, member.kind))
                failed.append(error)
                _replace(given, member, error)
        if not value.keys() <= allowed:
            failed.append(_strange(kind, value, allowed))
        return _made(kind, given, failed)

    return read


def missing(key: str) -> Callable[[], Any]:
    """Make what is asked for the value of a key that must not be left out."""

    def absent() -> Any:
        raise MissingKeyError(key)

    return absent


def _strange(kind: type, value: dict[str, Any], keys: set[str]) -> StrangeKeysError:
    strange = tuple(key for key in value if key not in keys)
    progress.get().left -= len(strange)
    error = StrangeKeysError(None, kind, set(strange))
    error.strange = strange
    error.free = tuple(sorted(keys - value.keys()))
    return error


def _replace(given: dict[str, Any], member: Member, error: Exception) -> None:
    """Put a stand-in where something did not fit, unless the field has a default."""
    if isinstance(error, (TableError, ListError)):
        given[member.name] = error.instead
    elif member.absent is not None:
        given[member.name] = stand_in(member.kind)


def _made(kind: type, given: dict[str, Any], failed: list[Exception]) -> Any:
    """Make the object, or raise with what could be read of it."""
    given.pop("", None)
    try:
        made = kind(**given)
    except ValueError as error:
        # Only a period refuses what its own parts have accepted.
        if not failed:
            raise UnfitError(str(error), do="correct one of the two dates") from error
        made = stand_in(kind)
    if failed:
        problem = TableError("a table does not fit", failed, kind)
        problem.instead = made
        raise problem
    return made


def _not_a_table(value: Any, keys: Iterable[str]) -> UnfitError:
    if isinstance(value, list):
        return unfit(value, "a table", do=AS_TABLE)
    return unfit(value, "a table", f"a table; its keys are {', '.join(keys)}")
