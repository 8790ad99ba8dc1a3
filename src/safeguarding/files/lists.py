"""How a list is read: item by item, going on after what does not fit."""

from __future__ import annotations

from typing import Any

from cattrs.errors import BaseValidationError, IterableValidationNote

from safeguarding.files.leaves import AS_LIST, Hook, UnfitError, unfit
from safeguarding.files.misfits import ListError, TableError
from safeguarding.files.progress import note, progress
from safeguarding.files.stand_ins import stand_in
from safeguarding.files.wording import shown


def list_of(kind: Any, hook: Hook) -> Hook:
    """Make the hook that reads a list of items of one type, however many."""

    def read(value: Any, _: Any) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise _not_a_list(value)
        failed: list[Exception] = []
        given: list[Any] = []
        for index, item in enumerate(value):
            try:
                given.append(hook(item, kind))
            except (UnfitError, BaseValidationError) as error:
                note(error, IterableValidationNote(str(index), index, kind))
                failed.append(error)
                given.append(error.instead if isinstance(error, (TableError, ListError)) else stand_in(kind))
                if progress.get().left <= 0:
                    break
        if failed:
            problem = ListError("a list does not fit", failed, tuple)
            problem.instead = tuple(given)
            raise problem
        return tuple(given)

    return read


def exactly(count: int, items: Hook) -> Hook:
    """Make the hook that reads a list with a fixed number of items."""

    def read(value: Any, kind: Any) -> Any:
        if isinstance(value, list) and len(value) != count:
            raise UnfitError(f"the list does not have {count} items", "two, as in [205, 212]")
        return items(value, kind)

    return read


def _not_a_list(value: Any) -> UnfitError:
    if isinstance(value, dict):
        return unfit(value, "a list", do=AS_LIST)
    return unfit(value, "a list", do=f"put it in square brackets: [{shown(value)}]")
