"""What is kept, in one table, from which `docs/privacy.md` and `/privacy` are written.

A test holds it against the schema: no table and no column is missing here, and none is made up.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

VOTE_DAYS = 365
"""A year: every answer is reviewed once a year, and the reviewer wants the votes since the last time."""

COUNTER_DAYS = 730
"""Two years: enough to hold a month against the same month of the year before."""

NEAR_MISS_DAYS = 180
"""Half a year: by then the topic that was nearly found has been reworded, or will not be."""


class Keyed(StrEnum):
    """Whose a row is: a person's, who can have it deleted, or nobody's."""

    PERSON = "person"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Field:
    """One column, and what stands in it."""

    column: str
    what: str


@dataclass(frozen=True, slots=True)
class Kept:
    """One table: what it holds, why, keyed by whom, and for how many days (`None`: as long as the database)."""

    table: str
    what: str
    why: str
    keyed_by: Keyed
    days: int | None
    fields: tuple[Field, ...]


KEPT = (
    Kept(
        "vote",
        "whether you found an answer helpful",
        "to see which answers should be written better",
        Keyed.PERSON,
        VOTE_DAYS,
        (
            Field(
                "ballot",
                "a code that stands for one person under one message, so that a second vote replaces the first",
            ),
            Field("voter", "a code that stands for one person and one topic, so that /forget-me finds the vote"),
            Field("topic", "the topic of the answer"),
            Field("helpful", "helpful or not"),
            Field("day", "the day of the vote"),
        ),
    ),
    Kept(
        "outcome",
        "how many questions were answered each day, and how many were not",
        "to see whether Limber is of use",
        Keyed.NOBODY,
        COUNTER_DAYS,
        (
            Field("day", "the day"),
            Field("outcome", "what became of the question: answered, choices offered, not known, or a warning"),
            Field("count", "how many questions"),
        ),
    ),
    Kept(
        "flag",
        "how often each kind of warning was shown each day",
        "to see that warnings come up, and not without need",
        Keyed.NOBODY,
        COUNTER_DAYS,
        (
            Field("day", "the day"),
            Field("flag", "the kind of warning"),
            Field("level", "how grave it was"),
            Field("count", "how often"),
        ),
    ),
    Kept(
        "near_miss",
        "which topic was nearest, each day, when no answer was sure enough",
        "to see which topics are missing or need other words",
        Keyed.NOBODY,
        NEAR_MISS_DAYS,
        (
            Field("day", "the day"),
            Field("topic", "the nearest topic"),
            Field("band", "how sure Limber was, to a tenth, such as 0.4-0.5"),
            Field("count", "how often"),
        ),
    ),
    Kept(
        "secret",
        "one random key",
        "to turn who voted into a code that cannot be read back without it",
        Keyed.NOBODY,
        None,
        (
            Field("id", "always 1: there is one key"),
            Field("key", "the key, made when the database was set up"),
        ),
    ),
)
