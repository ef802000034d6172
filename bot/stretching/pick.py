"""Offer, soften or withhold stretches by place, position and care."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from bot.library import Care, Library, Place, Position, Rule, Stretch, Variant

BALANCE_PLACES = frozenset((Place.DESK, Place.BED))
"""With poor balance only a firm chair or the bed: docs/sources.md, care rule 5."""

INSTEAD = "Try the seated chair stretch, or take a short walk."

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


@dataclass(frozen=True, slots=True)
class Picks:
    """What is offered; with nothing offered, `withheld` says why and what to do instead."""

    offered: tuple[Pick, ...]
    withheld: str = ""


def strictest(variant: Variant, cares: Collection[Care]) -> Rule:
    """Return the strictest rule of several cares; offer when there is none."""
    return max((variant.rule(care) for care in cares), key=lambda rule: rule.strictness, default=Rule.OFFER)


def pick(library: Library, wish: Wish) -> Picks:
    """Return the variants that fit the wish, easiest first, or the reason why none does."""
    for care in _TAKES_ALL:
        if care in wish.cares:
            text = library.cares[care]
            return Picks((), f"{text.line} {text.instead}")
    fitting = [(s, v) for s in library.stretches.values() for v in s.variant if _fits(s, v, wish)]
    ruled = [(s, v, strictest(v, wish.cares)) for s, v in fitting]
    offered = [Pick(s, v, gentle=rule is Rule.GENTLE) for s, v, rule in ruled if rule is not Rule.WITHHOLD]
    if offered:
        order = ("easy", "medium", "hard")
        return Picks(tuple(sorted(offered, key=lambda p: (order.index(p.variant.difficulty), p.key))))
    return Picks((), _why_nothing(wish, fitting))


def _fits(stretch: Stretch, variant: Variant, wish: Wish) -> bool:
    """Return whether a variant is what was asked for, care apart."""
    if wish.name and wish.name not in (stretch.id, stretch.key(variant)):
        return False
    if wish.place and wish.place not in variant.places:
        return False
    if Care.BALANCE in wish.cares and not BALANCE_PLACES.intersection([wish.place] if wish.place else variant.places):
        return False
    return wish.position in (None, variant.position)


def _why_nothing(wish: Wish, fitting: list[tuple[Stretch, Variant]]) -> str:
    """Say why nothing is offered, with the reason of the care that withholds it."""
    if not fitting:
        if Care.BALANCE in wish.cares:
            return f"Nothing for this place suits you safely. {INSTEAD}"
        return "No stretch fits all of that together. Leave one choice out, or ask the clinic."
    if wish.name:
        stretch, variant = fitting[0]
        care = max(wish.cares, key=lambda c: variant.rule(c).strictness)
        cell = variant.care.get(care)
        reason = cell.why.split(" [")[0].rstrip(".") + "." if cell else "Nobody has checked it for this yet."
        return f"{stretch.title(variant)} is not offered to you here. {reason} {INSTEAD}"
    return f"Nothing for this suits you safely. {INSTEAD}"
