"""What does not fit: cattrs' own errors, which carry the path, and beside it what could still be read."""

from __future__ import annotations

from typing import Any

from cattrs.errors import ClassValidationError, ForbiddenExtraKeysError, IterableValidationError


class TableError(ClassValidationError):
    """Something in a table does not fit; ``instead`` is the table with stand-ins for it."""

    instead: Any


class ListError(IterableValidationError):
    """Something in a list does not fit; ``instead`` is the list with stand-ins for it."""

    instead: tuple[Any, ...]


class MissingKeyError(KeyError):
    """A table lacks a key that it must have."""


class StrangeKeysError(ForbiddenExtraKeysError):
    """A table has keys that it cannot have.

    ``strange`` are those, in the order of writing; ``free`` are the ones that it can have and does not.
    """

    strange: tuple[str, ...] = ()
    free: tuple[str, ...] = ()
