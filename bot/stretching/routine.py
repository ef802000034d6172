"""A routine that fills a number of minutes: warm-up, stretches in a sensible order, rests; the times add up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from bot.library import Position
from bot.stretching.pick import Pick

SHORTEST, LONGEST = 1, 30
"""Minutes a routine may take: under one nothing fits, over thirty is no routine for a sore back (common knowledge)."""

WARM_UP = 60
"""Seconds of easy movement before the first stretch; where there is time, five to ten minutes are better [MAY]."""

BETWEEN = 5
"""Seconds to let go and get ready between two repetitions."""

REST = 15
"""Seconds to change from one stretch to the next."""

MOST_REPETITIONS = 30
"""The most that a stretch's file may ask for: no turn goes round more often."""

_ORDER = (Position.STANDING, Position.SEATED, Position.ALL_FOURS, Position.KNEELING, Position.LYING)
"""From the feet to the floor once, so that nobody gets up and down in between."""


class Phase(StrEnum):
    """What is done in a part of a routine."""

    WARM_UP = "warm-up"
    STRETCH = "stretch"
    REST = "rest"


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of time. In a stretch `pick` is what is held, `times` repetitions a side; else None and 0."""

    seconds: int
    phase: Phase
    pick: Pick | None = None
    times: int = 0


def hold_of(pick: Pick) -> int:
    """Return the seconds of one hold: half of it where a care asks for gentle."""
    return max(1, pick.variant.hold_seconds // 2) if pick.gentle else pick.variant.hold_seconds


def seconds_of(pick: Pick, repetitions: int) -> int:
    """Return how long so many repetitions take, both sides and the pauses between included."""
    return repetitions * pick.variant.sides * (hold_of(pick) + BETWEEN)


def compose(picks: Sequence[Pick], minutes: int) -> tuple[Part, ...]:
    """Return a routine of exactly `minutes`, or nothing when not even one stretch fits.

    What is left at the end and too short for a rest of its own belongs to the last stretch.
    """
    room = minutes * 60
    warm_up = WARM_UP if room >= 3 * WARM_UP else 0
    turns = _turns(picks, room - warm_up)
    if not turns:
        return ()
    parts = [Part(warm_up, Phase.WARM_UP)] if warm_up else []
    for pick, times in sorted(turns.items(), key=lambda turn: _rank(turn[0])):
        parts.append(Part(seconds_of(pick, times) + REST, Phase.STRETCH, pick, times))
    left = room - sum(part.seconds for part in parts)
    if left < REST:
        parts[-1] = replace(parts[-1], seconds=parts[-1].seconds + left)
        return tuple(parts)
    return (*parts, Part(left, Phase.REST))


def _turns(picks: Sequence[Pick], room: int) -> dict[Pick, int]:
    """Return stretches with their repetitions: first many stretches once, the easiest first, then each more often."""
    turns: dict[Pick, int] = {}
    for pick in picks:
        needed = seconds_of(pick, 1) + REST
        if needed <= room and pick.stretch.id not in {other.stretch.id for other in turns}:
            turns[pick] = 1
            room -= needed
    for _ in range(MOST_REPETITIONS):
        for pick, times in turns.items():
            if times < pick.variant.repetitions and seconds_of(pick, 1) <= room:
                turns[pick] += 1
                room -= seconds_of(pick, 1)
    return turns


def _rank(pick: Pick) -> tuple[int, str]:
    """Return what a routine is sorted by: the position, then the key."""
    return _ORDER.index(pick.variant.position), pick.key
