"""What one edition of the guidance asks that another does not: new, changed, gone, kept."""

from __future__ import annotations

from attrs import frozen

from safeguarding.law.catalogue import catalogue
from safeguarding.law.editions import EDITIONS
from safeguarding.law.requirement import Requirement


@frozen(kw_only=True)
class Change:
    """A requirement of the later edition in the place of others of the earlier.

    Args:
        now: the requirement of the later edition.
        before: those of the earlier in whose place it stands.
    """

    now: Requirement
    before: tuple[Requirement, ...]


@frozen(kw_only=True)
class Comparison:
    """Two editions of the guidance beside each other; what an Act or regulations ask is the same under both.

    Args:
        old: the earlier edition.
        new: the later.
        added: what only the later asks, and nothing before it did.
        changed: what stands in the place of something.
        gone: what only the earlier asks, and nothing stands in its place.
        repeated: what the later puts again under a key of its own, without a change.
        kept: what both ask.
    """

    old: str
    new: str
    added: tuple[Requirement, ...]
    changed: tuple[Change, ...]
    gone: tuple[Requirement, ...]
    repeated: tuple[Change, ...]
    kept: tuple[Requirement, ...]


def compared(old: str, new: str) -> Comparison:
    """Compare two editions of the guidance, the earlier first; the other way round they are turned.

    Args:
        old: the earlier edition, as ``WT2018``.
        new: the later, as ``WT2023``.

    Raises:
        ValueError: an edition is not held, or both are the same.
    """
    for name in (old, new):
        if name not in EDITIONS:
            raise ValueError(f'edition "{name}" is not held; it can be: {", ".join(EDITIONS)}')
    if old == new:
        raise ValueError(f'both editions are "{old}": give two')
    old, new = sorted((old, new), key=EDITIONS.index)
    items = tuple(catalogue().values())
    before = [item for item in items if old in item.editions]
    after = [item for item in items if new in item.editions]
    ended = {item.key: item for item in before if new not in item.editions}
    begun = [item for item in after if old not in item.editions]
    changed = tuple(
        Change(now=item, before=tuple(ended[key] for key in _before(item) if key in ended))
        for item in begun
        if not item.repeats and any(key in ended for key in _before(item))
    )
    replaced = {other.key for change in changed for other in change.before}
    replaced |= {key for item in begun for key in item.repeats}
    repeated = (item for item in begun if item.repeats)
    return Comparison(
        old=old,
        new=new,
        added=tuple(item for item in begun if not item.repeats and not any(key in ended for key in _before(item))),
        changed=changed,
        gone=tuple(item for key, item in ended.items() if key not in replaced),
        repeated=tuple(Change(now=item, before=tuple(catalogue()[key] for key in item.repeats)) for item in repeated),
        kept=tuple(item for item in after if old in item.editions),
    )


def _before(item: Requirement) -> tuple[str, ...]:
    """Return what a requirement succeeds, at however many removes."""
    found = list(item.succeeds)
    for key in found:
        found += [other for other in catalogue()[key].succeeds if other not in found]
    return tuple(found)
