"""Offer, soften or withhold stretches by place, position and care."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from bot.library import Care, Library, Place, Position, Rule, Stretch, Variant
from bot.library.stretch import Difficulty

BALANCE_PLACES = frozenset((Place.DESK, Place.BED))
"""With poor balance only a firm chair or the bed: docs/sources.md, care rule 5."""

_EASIEST_FIRST = tuple(Difficulty)

_TAKES_ALL = (Care.SURGERY, Care.FLARE)
"""Cares that withhold every stretch, gravest first: docs/sources.md, care rule 4."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody asks of `/stretch`; what is None does not matter to them. With `minutes` it is a routine."""

    name: str | None = None
    place: Place | None = None
    position: Position | None = None
    cares: tuple[Care, ...] = ()
    minutes: int | None = None


ANY = Wish()
"""Nothing in particular."""


@dataclass(frozen=True, slots=True, eq=False)
class Pick:
    """One variant that may be shown; `gentle` when a care asks for small and slow. Compared by identity."""

    stretch: Stretch
    variant: Variant
    gentle: bool = False

    @property
    def key(self) -> str:
        """`id` or `id:variant`."""
        return self.stretch.key(self.variant)


class Reason(StrEnum):
    """Why nothing is offered, for the desk to word."""

    CARE = "care"
    """A care withholds every stretch."""
    PLACE = "place"
    """Nothing at this place is safe with poor balance."""
    STRETCH = "stretch"
    """A care withholds the one stretch that was asked for."""
    ALL = "all"
    """The cares withhold all that fits."""
    NO_FIT = "no-fit"
    """No stretch is all that was asked for."""


@dataclass(frozen=True, slots=True)
class Withheld:
    """The reason why nothing is offered, with the care and the stretch it is about where there is one."""

    reason: Reason
    care: Care | None = None
    stretch: tuple[Stretch, Variant] | None = None


@dataclass(frozen=True, slots=True)
class Picks:
    """What is offered, easiest first; `withheld` says why where that is nothing, and is None otherwise."""

    offered: tuple[Pick, ...]
    withheld: Withheld | None = None


def strictest(variant: Variant, cares: Collection[Care]) -> Rule:
    """Return the strictest rule of several cares; offer when there is none."""
    return max((variant.rule(care) for care in cares), key=lambda rule: rule.strictness, default=Rule.OFFER)


def allowed(stretch: Stretch, variant: Variant, cares: Collection[Care]) -> Pick | None:
    """Return a variant as it may be shown to somebody with these cares, None where one of them withholds it."""
    if any(care in cares for care in _TAKES_ALL) or not _steady(variant, cares, None):
        return None
    rule = strictest(variant, cares)
    return None if rule is Rule.WITHHOLD else Pick(stretch, variant, gentle=rule is Rule.GENTLE)


def pick(library: Library, wish: Wish) -> Picks:
    """Return the variants that fit the wish, easiest first, or the reason why none does."""
    for care in _TAKES_ALL:
        if care in wish.cares:
            return Picks((), Withheld(Reason.CARE, care))
    fitting = [(s, v) for s in library.stretches.values() for v in s.variant if _fits(s, v, wish)]
    steady = [(s, v) for s, v in fitting if _steady(v, wish.cares, wish.place)]
    offered = [found for s, v in steady if (found := allowed(s, v, wish.cares))]
    if offered:
        return Picks(tuple(sorted(offered, key=lambda p: (_EASIEST_FIRST.index(p.variant.difficulty), p.key))))
    return Picks((), _why_nothing(wish, steady))


def _fits(stretch: Stretch, variant: Variant, wish: Wish) -> bool:
    """Return whether a variant is what was asked for, care apart."""
    if wish.name and wish.name not in (stretch.id, stretch.key(variant)):
        return False
    if wish.place and wish.place not in variant.places:
        return False
    return wish.position in (None, variant.position)


def _steady(variant: Variant, cares: Collection[Care], place: Place | None) -> bool:
    """Return whether balance is no matter, or the place (any of the variant's when None) gives a hold."""
    return Care.BALANCE not in cares or bool(BALANCE_PLACES.intersection([place] if place else variant.places))


def _why_nothing(wish: Wish, steady: list[tuple[Stretch, Variant]]) -> Withheld:
    """Return the reason why none of what fits is offered."""
    if not steady:
        return Withheld(Reason.PLACE if Care.BALANCE in wish.cares else Reason.NO_FIT)
    if wish.name:
        variant = steady[0][1]
        return Withheld(Reason.STRETCH, max(wish.cares, key=lambda c: variant.rule(c).strictness), steady[0])
    return Withheld(Reason.ALL)
