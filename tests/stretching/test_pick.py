"""Who is offered which stretch."""

from __future__ import annotations

from itertools import combinations_with_replacement

import pytest

from bot.library import Care, Library, Place, Rule
from bot.stretching.lookup import find
from bot.stretching.pick import BALANCE_PLACES, Picks, Reason, Wish, Withheld, allowed, pick, strictest

LEFT = [
    ("disc", 10),
    ("osteoporosis", 7),
    ("pregnancy", 4),
    ("balance", 8),
    ("beginner", 15),
    ("flare", 0),
    ("surgery", 0),
]
"""Variants that each care leaves, as counted in docs/sources.md, "Care rules"."""


@pytest.mark.parametrize(("care", "left"), LEFT)
def test_each_care_leaves_what_the_table_leaves(library: Library, care: str, left: int) -> None:
    assert len(pick(library, Wish(cares=(Care(care),))).offered) == left


@pytest.mark.parametrize(("one", "two"), list(combinations_with_replacement(Care, 2)))
def test_of_two_cares_the_strictest_holds(library: Library, one: Care, two: Care) -> None:
    offered = {p.key: p for p in pick(library, Wish(cares=(one, two))).offered}
    for stretch in library.stretches.values():
        for variant in stretch.variant:
            rule = strictest(variant, (one, two))
            reachable = Care.BALANCE not in (one, two) or bool(BALANCE_PLACES.intersection(variant.places))
            assert (stretch.key(variant) in offered) == (rule is not Rule.WITHHOLD and reachable)
            if picked := offered.get(stretch.key(variant)):
                assert picked.gentle == (rule is Rule.GENTLE)


@pytest.mark.parametrize("care", [Care.FLARE, Care.SURGERY])
def test_a_flare_or_surgery_withholds_everything(library: Library, care: Care) -> None:
    picks = pick(library, Wish(place=Place.DESK, cares=(care,)))
    assert picks == Picks((), Withheld(Reason.CARE, care))


@pytest.mark.parametrize("place", [Place.FLOOR, Place.GYM, Place.CAR])
def test_poor_balance_keeps_to_chair_and_bed(library: Library, place: Place) -> None:
    assert pick(library, Wish(place=place, cares=(Care.BALANCE,))).offered == ()


@pytest.mark.parametrize("cares", [(), *((care,) for care in Care), (Care.DISC, Care.BALANCE)])
def test_one_variant_is_allowed_where_it_would_be_picked(library: Library, cares: tuple[Care, ...]) -> None:
    picked = {p.key: p.gentle for p in pick(library, Wish(cares=cares)).offered}
    shown = [allowed(s, v, cares) for s in library.stretches.values() for v in s.variant]
    assert {p.key: p.gentle for p in shown if p} == picked


NAMES = [
    ("knee-to-chest", "knee-to-chest"),
    ("piriformis-figure-4:seated", "piriformis-figure-4:seated"),
    ("cat cow", "cat-cow"),
    ("seated chair hamstring", "seated-chair-hamstring"),
    ("knee too chest", "knee-to-chest"),
    ("underwater basket weaving", None),
]


@pytest.mark.parametrize(("typed", "meant"), NAMES)
def test_a_stretch_is_found_by_a_name_that_is_nearly_right(library: Library, typed: str, meant: str | None) -> None:
    assert find(library, typed) == meant
