"""Small plans and logs of which to ask what falls due."""

from __future__ import annotations

from safeguarding import Agenda, due
from safeguarding.assessment import Item
from tests.law.case import head, partnership

NOTIFY = "ch4.notify.5wd"
"""The notification of a serious incident within five working days: the clock that these tests look at."""


def log(*sections: str, kept: str = "2021-12-31") -> str:
    """Write a case log that is kept to a day."""
    return (
        'schema = "safeguarding.v1"\npartnership = "eastshire"\n'
        'name = "Eastshire Safeguarding Children Partnership"\nkind = "case-log"\ntranscribed = "all"\n'
        f'[publication]\nupdated = "{kept}"\n' + "".join(sections)
    )


def incident(reference: str, aware: str | None, notified: str | None = None) -> str:
    """Write a serious incident, of which the authority became aware and notified the Panel."""
    events = [f'{{ what = "aware", on = "{aware}" }}' if aware else '{ what = "aware" }']
    if notified:
        events.append(f'{{ what = "notified", on = "{notified}", to = ["panel"] }}')
    return f'[[case]]\nid = "{reference}"\nkind = "serious-incident"\nevents = [{", ".join(events)}]\n'


def plan(*sections: str, publication: str = 'published = "2020-04-01"', transcribed: str = "all") -> str:
    """Write a plan with these sections."""
    return head(publication, transcribed) + "".join(sections)


def agenda(*documents: str, as_of: str, until: str | None = None) -> Agenda:
    """Read documents, and list what falls due."""
    return due(partnership(*documents), as_of=as_of, until=until)


def of_notification(found: Agenda) -> list[Item]:
    """Return the items of the clock that these tests look at."""
    return [item for item in found if item.requirement is not None and item.requirement.key == NOTIFY]


def days(item: Item) -> str:
    """Write when something is due: a day, two with a stroke between them, or nothing."""
    if item.due is None:
        return ""
    return str(item.due.latest) if item.due.exact else f"{item.due.earliest}/{item.due.latest}"
