"""What the counters add up to."""

from __future__ import annotations

from dataclasses import dataclass

from bot.library import Level


@dataclass(frozen=True, slots=True)
class OutcomeTotal:
    """How many questions had this outcome."""

    outcome: str
    count: int


@dataclass(frozen=True, slots=True)
class FlagTotal:
    """How often this warning was shown at this level."""

    flag: str
    level: Level
    count: int


@dataclass(frozen=True, slots=True)
class NearMissTotal:
    """How often this topic was nearest, with a confidence in this band (such as `0.4-0.5`)."""

    topic: str
    band: str
    count: int


@dataclass(frozen=True, slots=True)
class VoteTotal:
    """How many people found this topic's answer helpful, and how many did not."""

    topic: str
    helpful: int
    unhelpful: int


@dataclass(frozen=True, slots=True)
class Totals:
    """All of it, each part ordered by its names."""

    outcomes: tuple[OutcomeTotal, ...]
    flags: tuple[FlagTotal, ...]
    near_misses: tuple[NearMissTotal, ...]
    votes: tuple[VoteTotal, ...]
