"""A routine fills its minutes, whoever it is for."""

from __future__ import annotations

from itertools import combinations

import pytest

from bot.library import Care, Library, Place
from bot.stretching.pick import Wish, pick
from bot.stretching.routine import LONGEST, SHORTEST, compose

CARES = [(), *((care,) for care in Care), *combinations(Care, 2)]


@pytest.mark.parametrize("minutes", [SHORTEST, 3, 5, 10, LONGEST])
@pytest.mark.parametrize("cares", CARES)
def test_the_times_add_up_and_nothing_withheld_is_in_it(
    library: Library, cares: tuple[Care, ...], minutes: int
) -> None:
    offered = pick(library, Wish(cares=cares)).offered
    routine = compose(offered, minutes)
    assert sum(part.seconds for part in routine) in (0, minutes * 60)
    assert {part.pick for part in routine if part.pick} <= set(offered)


def test_three_minutes_at_a_desk_hold_at_least_one_stretch(library: Library) -> None:
    routine = compose(pick(library, Wish(place=Place.DESK)).offered, 3)
    assert [part for part in routine if part.pick]


def test_nothing_offered_makes_no_routine() -> None:
    assert compose((), 10) == ()
