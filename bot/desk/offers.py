"""From what was typed for `/stretch` to what is offered: a routine, a list, one stretch, or why there is none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.desk.card import Card, ShowStretch
from bot.desk.labels import CARES, PLACES, POSITIONS
from bot.desk.stretches import list_card, no_routine_card, routine_card, stretch_card, withheld_card, withheld_line
from bot.library import Care, Library, Place, Position
from bot.library.placeholders import put
from bot.stretching.lookup import find
from bot.stretching.pick import ANY, Pick, Reason, Wish, Withheld, allowed, pick
from bot.stretching.routine import LONGEST, SHORTEST, Part, compose

LONGEST_NAME = 40
"""Characters of a typed name that are repeated to who typed it: enough to see a slip."""


@dataclass(frozen=True, slots=True)
class StretchRequest:
    """What was typed or chosen, as it came: empty is nothing in particular, a place that is none counts as empty."""

    name: str = ""
    place: str = ""
    position: str = ""
    cares: tuple[str, ...] = ()
    minutes: int | None = None


@dataclass(frozen=True, slots=True)
class Offer:
    """What fits a request, easiest first, and the routine made of it where one was asked for.

    `withheld` says why nothing is offered. It also says why no routine is: `offered` is then what fits apart from the
    minutes, and `wish` has none when they are too few for any of it.
    """

    wish: Wish
    offered: tuple[Pick, ...] = ()
    routine: tuple[Part, ...] = ()
    withheld: str = ""


def offer(library: Library, request: StretchRequest) -> Offer:
    """Decide what is offered. What a care withholds is said before anything about minutes."""
    wish, words = _wish(library, request), library.cards.withheld
    if request.name and wish.name is None:
        return Offer(wish, withheld=put(words.unknown_name, name=_shown(request.name)))
    picks = pick(library, wish)
    if picks.withheld:
        return Offer(wish, withheld=withheld_line(library, picks.withheld))
    if wish.minutes is None:
        return Offer(wish, picks.offered)
    if not SHORTEST <= wish.minutes <= LONGEST:
        lead = library.cards.no_routine.lead
        why = put(lead, shortest=SHORTEST, longest=LONGEST, minutes=wish.minutes)
        return Offer(wish, picks.offered, withheld=why)
    if routine := compose(picks.offered, wish.minutes):
        return Offer(wish, picks.offered, routine)
    return Offer(replace(wish, minutes=None), picks.offered, withheld=put(words.no_time, minutes=wish.minutes))


def _wish(library: Library, request: StretchRequest) -> Wish:
    """Return what a request means; a name that nobody knows is None."""
    return Wish(
        find(library, request.name) if request.name else None,
        Place(request.place) if request.place in PLACES else None,
        Position(request.position) if request.position in POSITIONS else None,
        tuple(Care(care) for care in request.cares if care in CARES),
        request.minutes,
    )


def _shown(typed: str) -> str:
    """Return a typed name as it may be repeated: one line, not long, letters and digits only, so no markup."""
    kept = "".join(sign if sign.isalnum() or sign == "-" else " " for sign in typed)
    return " ".join(kept.split())[:LONGEST_NAME]


def offer_card(library: Library, request: StretchRequest) -> Card:
    """Return the card of what is offered; a name alone shows that stretch."""
    made = offer(library, request)
    wish = made.wish
    if not made.offered:
        return withheld_card(library.cards, made.withheld)
    if made.routine:
        return routine_card(library, made.routine, wish)
    if wish.minutes is not None:
        return no_routine_card(library.cards, made.withheld)
    if wish.name and wish == Wish(wish.name) and (found := library.variant(wish.name)):
        return stretch_card(library, Pick(*found))
    if len(made.offered) == 1:
        return stretch_card(library, made.offered[0], wish)
    return list_card(library, made.offered, wish)


def shown_card(library: Library, action: ShowStretch) -> Card:
    """Return the card of a button: the stretch, if the cares of who wished for it allow, and what comes after it."""
    cares = action.wish.cares
    found = library.variant(action.stretch)
    if found and (shown := allowed(*found, cares)):
        return stretch_card(library, shown, action.wish, _after(library, action))
    withheld = pick(library, Wish(action.stretch, cares=cares)).withheld or Withheld(Reason.NO_FIT)
    return withheld_card(library.cards, withheld_line(library, withheld))


def _after(library: Library, action: ShowStretch) -> Pick | None:
    """Return what comes after a stretch: the next of a routine, or of a list, whose last leads to its first again.

    None at the end of a routine, and where nothing was wished for.
    """
    wish = action.wish
    if wish == ANY:
        return None
    offered = pick(library, wish).offered
    if wish.minutes is not None:
        return _following([part.pick for part in compose(offered, wish.minutes) if part.pick], action.stretch)
    return _following([*offered, *offered[:1]], action.stretch) if len(offered) > 1 else None


def _following(picks: Sequence[Pick], key: str) -> Pick | None:
    """Return the pick behind the first one with a key."""
    keys = [pick.key for pick in picks]
    at = keys.index(key) + 1 if key in keys else len(keys)
    return picks[at] if at < len(picks) else None
