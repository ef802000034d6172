"""What `/stretch` offers for a wish: a routine, a list, one stretch, and what comes after it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.desk.card import Card, ShowStretch
from bot.desk.stretches import no_routine_card, picks_card, routine_card, stretch_card
from bot.library import Library
from bot.stretching.pick import ANY, Pick, Wish, pick
from bot.stretching.routine import LONGEST, SHORTEST, compose


def offered_card(library: Library, wish: Wish) -> Card:
    """Return the card for a wish; a name alone shows that stretch."""
    if wish.minutes is not None:
        return _routine_card(library, wish, wish.minutes)
    if wish.name and not wish.cares and (found := library.variant(wish.name)):
        return stretch_card(library, Pick(*found))
    return picks_card(library, pick(library, wish), wish)


def shown_card(library: Library, action: ShowStretch) -> Card:
    """Return the card of a button: the stretch, if the cares of who wished for it allow, and what comes after it."""
    alone = pick(library, Wish(action.stretch, cares=action.wish.cares))
    if not alone.offered:
        return picks_card(library, alone, action.wish)
    return stretch_card(library, alone.offered[0], action.wish, _after(library, action))


def _routine_card(library: Library, wish: Wish, minutes: int) -> Card:
    if not SHORTEST <= minutes <= LONGEST:
        return no_routine_card(minutes)
    picks = pick(library, wish)
    parts = compose(picks.offered, minutes)
    return routine_card(library, parts, wish) if parts else picks_card(library, picks, replace(wish, minutes=None))


def _after(library: Library, action: ShowStretch) -> Pick | None:
    """Return what comes after a stretch: in a routine until it ends, of a list round and round; of no wish nothing."""
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
