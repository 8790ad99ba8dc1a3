"""What a requirement is: what is asked, by which law, of whom, since when, and how it is checked."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta
from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING

from attrs import evolve, field, frozen

from safeguarding.law.instruments import NOT_COMMENCED, Citation, Verification
from safeguarding.law.outcomes import Answer, Outcome
from safeguarding.model import DocumentKind

if TYPE_CHECKING:
    from safeguarding.law.asking import Ask
    from safeguarding.law.clocks import Run
    from safeguarding.law.drafting import Draft


class Level(Enum):
    """How strongly the text asks, by its own verb."""

    MUST = "must"
    SHOULD = "should"
    MAY = "may"
    DEFINITION = "definition"


class Checked(Enum):
    """How far a program can check it."""

    DOCUMENTS = "from the documents"
    PRESENCE = "presence from the documents, adequacy by a person"
    PERSON = "by a person"
    EVENTS = "from dated events"
    NOT_TESTED = "not tested"


Check = Callable[["Ask"], Answer]
Runs = Callable[["Ask"], Iterable["Run"]]
"""How the time limits of a requirement run in a situation."""
Settle = Callable[["Draft", Answer], Outcome | None]
"""Drafts what would settle a requirement, and says what it then comes to; nothing where no addition can."""


@frozen(kw_only=True)
class Amended:
    """A change of the text that a requirement rests on, which leaves it the same requirement.

    Args:
        starts: the first day of the changed text.
        changed: what changed, in a sentence.
        citations: the provisions as changed; none where they are cited as before.
        verification: how well the change is known.
        read_at: where it was read, by the names of the digest's sources.
    """

    starts: date
    changed: str
    citations: tuple[Citation, ...] = ()
    verification: Verification = Verification.READ
    read_at: tuple[str, ...] = ()


@frozen(kw_only=True)
class Kept:
    """A later edition of the guidance that goes on asking the same.

    Args:
        edition: the edition.
        citation: where it stands there.
        verification: how well it is known that it does.
        read_at: where that was read.
        level: how strongly it asks there, if not as before.
    """

    edition: str
    citation: Citation
    verification: Verification
    read_at: tuple[str, ...] = ()
    level: Level | None = None


@frozen(kw_only=True)
class Version:
    """A requirement for as long as the text it rests on stays the same.

    Args:
        edition: the edition of the guidance, for what rests on guidance; empty for an Act or regulations.
        starts: its first day; ``date.max`` where it is enacted and not shown to be in force.
        ends: its last day; none while it lasts.
        citations: the provisions, first the one it rests on.
        verification: how well it is known that they say so.
        read_at: where that was read.
        changed: what is different from the version before; empty for the first.
        level: how strongly it asks, if not as the requirement says.
    """

    edition: str
    starts: date
    ends: date | None
    citations: tuple[Citation, ...]
    verification: Verification
    read_at: tuple[str, ...]
    changed: str = ""
    level: Level | None = None


@frozen(kw_only=True)
class Requirement:
    """Something that law or guidance asks.

    Args:
        key: its key in the digest of the law; never reused.
        title: a few words.
        level: must, should, may; or a definition.
        who: whose duty it is.
        asks: what is asked, paraphrased.
        heading: the heading of the guidance that it stands under.
        citations: the provisions, first the one it rests on.
        verification: how well it is known that the provisions say so.
        read_at: the names, in the digest's list of sources, of where that was read.
        checked: how far a program can check it.
        silence: the outcome where a fully read document says nothing of it.
        reaches: the outcomes that its check can reach.
        do: what to do where it is unmet or open.
        check: the check; none for a definition or a statement of the law's position.
        runs: of a requirement with time limits, how they run in a situation.
        settle: drafts what would settle it as it is asked.
        deny: drafts what would settle it the other way, where it is open.
        of: the kind of document whose content it is about.
        premises: the keys of requirements without which this one cannot be put.
        restates: the key of a requirement that asks the same, at the same or a higher level.
        owed_from: the day before which what is lacking is not due.
        amended: the changes of the text since, in the order of time.
        succeeds: the keys of an earlier edition in whose place it stands.
        repeats: the keys, of an Act or of an earlier edition, that it puts again without a change.
        ceased: why nothing stands in its place after it ended, where nothing does.
        kept: the later editions that go on asking it; the catalogue fills this in.
        succeeded_by: the keys that stand in its place after it ended; the catalogue fills this in.
    """

    key: str
    title: str
    level: Level
    who: str
    asks: str
    heading: str
    citations: tuple[Citation, ...]
    verification: Verification
    read_at: tuple[str, ...] = ()
    checked: Checked
    silence: Outcome
    reaches: frozenset[Outcome] = frozenset()
    do: str
    check: Check | None = field(default=None, eq=False, repr=False)
    runs: Runs | None = field(default=None, eq=False, repr=False)
    settle: Settle | None = field(default=None, eq=False, repr=False)
    deny: Settle | None = field(default=None, eq=False, repr=False)
    of: DocumentKind = DocumentKind.ARRANGEMENTS
    premises: tuple[str, ...] = ()
    restates: str | None = None
    owed_from: date | None = None
    amended: tuple[Amended, ...] = ()
    succeeds: tuple[str, ...] = ()
    repeats: tuple[str, ...] = ()
    ceased: str = ""
    kept: tuple[Kept, ...] = ()
    succeeded_by: tuple[str, ...] = ()

    @cached_property
    def versions(self) -> tuple[Version, ...]:
        """How it stands over time, each version from the day after the one before."""
        return _versions(self)

    @cached_property
    def starts(self) -> date:
        """The first day on which it is asked; ``date.max`` where it is enacted and not shown to be in force."""
        return self.versions[0].starts

    @cached_property
    def ends(self) -> date | None:
        """The last day on which it is; none while it lasts."""
        return self.versions[-1].ends

    @property
    def commenced(self) -> bool:
        """Whether it is known to have come into force."""
        return self.starts != NOT_COMMENCED

    @cached_property
    def of_guidance(self) -> bool:
        """Whether it rests on the guidance, cited first, and so lives by edition."""
        return self.citations[0].of_guidance

    @cached_property
    def edition(self) -> str:
        """The edition of the guidance to which its key belongs; empty for an Act or regulations."""
        return self.citations[0].instrument.id if self.of_guidance else ""

    @cached_property
    def editions(self) -> frozenset[str]:
        """The editions of the guidance that ask it; none for what rests on an Act or regulations."""
        return frozenset(version.edition for version in self.versions if version.edition)

    @property
    def of_content(self) -> bool:
        """Whether it says what a published document contains, so that its silence fails it."""
        return self.silence is Outcome.NOT_MET

    def asked_by(self, guidance: str | None) -> bool:
        """Say whether it is asked where documents are judged by one edition; the Acts are, whatever the edition."""
        return guidance is None or not self.of_guidance or guidance in self.editions

    def version(self, as_of: date) -> Version:
        """Return the version of a date: the first before it began, the last after it ended."""
        found = self.versions[0]
        for version in self.versions[1:]:
            if version.starts <= as_of:
                found = version
        return found

    def at(self, as_of: date) -> Requirement:
        """Return it as it is asked on a date: at the level of the version of that date."""
        level = self.version(as_of).level
        return self if level is None else evolve(self, level=level)

    def verified(self, citation: Citation) -> Verification:
        """Say how well it is known that a provision says so."""
        return citation.verification or self.verification


def _versions(item: Requirement) -> tuple[Version, ...]:
    """Lay out the versions of a requirement: by the changes of an Act, or by the editions that keep it."""
    first = item.citations[0].instrument
    found = [
        Version(
            edition=item.edition,
            starts=first.starts,
            ends=first.ends,
            citations=item.citations,
            verification=item.verification,
            read_at=item.read_at,
        )
    ]
    found += [
        Version(
            edition=item.edition,
            starts=change.starts,
            ends=first.ends,
            citations=change.citations or item.citations,
            verification=change.verification,
            read_at=change.read_at or item.read_at,
            changed=change.changed,
        )
        for change in item.amended
    ]
    found += [
        Version(
            edition=kept.edition,
            starts=kept.citation.instrument.starts,
            ends=kept.citation.instrument.ends,
            citations=(kept.citation, *item.citations[1:]),
            verification=kept.verification,
            read_at=kept.read_at,
            changed=f"kept by this edition{f', as a {kept.level.value}' if kept.level else ''}",
            level=kept.level,
        )
        for kept in item.kept
    ]
    found.sort(key=lambda version: version.starts)
    eve = timedelta(days=1)
    return tuple(
        version if following is None else _until(version, following.starts - eve)
        for version, following in zip(found, [*found[1:], None], strict=True)
    )


def _until(version: Version, last: date) -> Version:
    """End a version on the eve of the next, if it did not end before."""
    return version if version.ends is not None and version.ends <= last else evolve(version, ends=last)
