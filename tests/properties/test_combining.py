"""Laws of how the answers of parts make that of the whole, against the sentences that say so."""

from __future__ import annotations

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from safeguarding.law.outcomes import UNMET, Outcome, Possible, combine, decided, for_a_person, from_truth

MET, PARTLY, NOT_MET = Outcome.MET, Outcome.PARTLY_MET, Outcome.NOT_MET
NOT_DUE, NOT_APPLICABLE, JUDGED = Outcome.NOT_DUE, Outcome.NOT_APPLICABLE, Outcome.NEEDS_JUDGEMENT
OF_PARTS = [MET, PARTLY, NOT_MET, NOT_DUE, NOT_APPLICABLE, JUDGED]

POSSIBLE = st.sets(st.sampled_from(OF_PARTS), min_size=1).map(frozenset)
SEVERAL = st.lists(POSSIBLE, max_size=5)


def of_decided_parts(parts: tuple[Outcome, ...]) -> Possible:
    """Combine parts of which each is decided, sentence by sentence.

    "All met: met; none met: not-met; some met, the rest decided: partly-met; not-applicable parts are left
    out." "A part that is not due neither meets nor fails. With only met parts beside it the whole is
    not-due; a failure decides." "A part for a person leaves the whole to that person, unless a failure
    already stands beside it. With a failure and nothing met, the whole is not-met or partly-met."
    """
    counted = [part for part in parts if part is not NOT_APPLICABLE]
    if not counted:
        return frozenset({NOT_APPLICABLE})
    failure = any(part in {PARTLY, NOT_MET} for part in counted)
    something_met = any(part in {MET, PARTLY} for part in counted)
    if failure:
        by_person = JUDGED in counted and not something_met
        return UNMET if by_person else frozenset({PARTLY if something_met else NOT_MET})
    for waiting in (JUDGED, NOT_DUE):
        if waiting in counted:
            return frozenset({waiting})
    return frozenset({MET})


def reference(parts: list[Possible]) -> Possible:
    """Combine parts by every way in which what is open may turn out."""
    return frozenset(outcome for world in product(*parts) for outcome in of_decided_parts(world))


def in_effect(possible: Possible) -> Possible:
    """Tell a failure from what is none, but not a partial from a whole one."""
    return frozenset(NOT_MET if outcome is PARTLY else outcome for outcome in possible)


@given(SEVERAL)
def test_parts_combine_as_the_sentences_say(parts: list[Possible]) -> None:
    """The fold over states gives what going through every way of turning out gives."""
    assert combine(parts) == reference(parts)


@given(SEVERAL.flatmap(lambda parts: st.tuples(st.just(parts), st.permutations(parts))))
def test_the_order_of_parts_does_not_count(two: tuple[list[Possible], list[Possible]]) -> None:
    """A document may name its bodies in any order."""
    assert combine(two[0]) == combine(two[1])


@given(SEVERAL, SEVERAL)
def test_grouping_parts_does_not_hide_a_failure(some: list[Possible], others: list[Possible]) -> None:
    """Combining is associative in effect: only how much of the whole fails may be lost by grouping."""
    assert in_effect(combine([combine(some), combine(others)])) == in_effect(combine([*some, *others]))


@given(SEVERAL)
def test_a_part_that_does_not_apply_changes_nothing(parts: list[Possible]) -> None:
    """What is not applicable is left out."""
    assert combine([*parts, frozenset({NOT_APPLICABLE})]) == combine(parts)


@given(SEVERAL, POSSIBLE, POSSIBLE)
def test_knowing_a_part_better_never_opens_the_whole(parts: list[Possible], one: Possible, more: Possible) -> None:
    """The fewer outcomes a part may have, the fewer the whole may have."""
    assert combine([*parts, one]) <= combine([*parts, one | more])


@given(POSSIBLE)
def test_a_single_part_is_the_whole(part: Possible) -> None:
    """A requirement of one part comes out as that part."""
    assert combine([part]) == part


@given(POSSIBLE, POSSIBLE)
def test_leaving_to_a_person_keeps_what_is_known(one: Possible, more: Possible) -> None:
    """Only what is met is left to a person, and knowing more before it is knowing more after it."""
    assert MET not in for_a_person(one)
    assert for_a_person(one) <= for_a_person(one | more)
    assert for_a_person(one) - {JUDGED} == one - {MET, JUDGED}


def test_open_truth_may_be_either() -> None:
    """Yes is met, no is not met, and open is one of the two."""
    assert [from_truth(True), from_truth(False), from_truth(None)] == [{MET}, {NOT_MET}, {MET, NOT_MET}]
    assert decided(from_truth(None)) is Outcome.INDETERMINATE
