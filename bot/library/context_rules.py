"""Words that change how a sentence is meant, as rows of data (knowledge/context.toml).

The form is ConText's (Harkema et al. 2009, doi:10.1016/j.jbi.2009.05.002): each row has words, a category and a
direction; rows that end a reach (`terminate`) and rows that only look like others (`pseudo`) stand beside them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated, ClassVar

from annotated_types import Ge, Le, MinLen

from bot.library.care import STRICT, Text

FILE = "context.toml"

LONGEST_GAP = 12
"""Words that `...` may stand for: the window within which the parts of a sign belong together."""

_WORD = re.compile(r"[a-z]+|\d+|,")
_RANGE = re.compile(r"(\d+)\.\.(\d+)")


class Category(StrEnum):
    """How words are meant, if not as a report of what is so, here and now."""

    DENIED = "denied"
    SUPPOSED = "supposed"
    ASKED = "asked"
    PAST = "past"
    OVER = "over"
    OTHERS = "others"


class Direction(StrEnum):
    """Which words of its sentence a row reaches, or how it holds other rows of its category back."""

    FORWARD = "forward"
    BACKWARD = "backward"
    BOTH = "both"
    SENTENCE = "sentence"
    OPENING = "opening"
    TERMINATE = "terminate"
    PSEUDO = "pseudo"
    CANCEL = "cancel"

    @property
    def modifies(self) -> bool:
        """Whether a row of this direction gives words its category; the others hold such rows back."""
        return self not in (Direction.TERMINATE, Direction.PSEUDO, Direction.CANCEL)


@dataclass(frozen=True, slots=True)
class Step:
    """One word of a phrase: any of `words` or a number `low` to `high`, after `least` to `most` words of any kind."""

    words: frozenset[str]
    low: int = 1
    high: int = 0
    least: int = 0
    most: int = 0


@dataclass(frozen=True, slots=True)
class ContextRule:
    """One row. `reach` bounds it to so many words and to the next comma; 0 leaves it unbounded.

    In an example, square brackets stand around the words that are read as the row's category.
    """

    __pydantic_config__: ClassVar[dict[str, object]] = STRICT

    id: Text
    category: Category
    direction: Direction
    says: Annotated[tuple[Text, ...], MinLen(1)]
    examples: Annotated[tuple[Text, ...], MinLen(1)]
    reach: Annotated[int, Ge(0), Le(LONGEST_GAP)] = 0

    def __post_init__(self) -> None:
        for phrase in self.says:
            try:
                parse_phrase(phrase)
            except ValueError as error:
                raise ValueError(f"`says`: `{phrase}` {error}") from error
        if self.reach and self.direction not in (Direction.FORWARD, Direction.BACKWARD, Direction.BOTH):
            raise ValueError(
                f"`reach` is `{self.reach}`, but the direction {self.direction} counts no words; leave it out"
            )


def parse_phrase(text: str) -> tuple[Step, ...]:
    """Read the written form of a phrase. Raises `ValueError` with a sentence for a clinician."""
    steps: list[Step] = []
    least = most = gaps = 0
    for part in text.split():
        if part in ("*", "?"):
            least, most = least + (part == "*"), most + 1
        elif part == "...":
            most, gaps = most + LONGEST_GAP, gaps + 1
        else:
            steps.append(_step(part, least, most))
            least = most = 0
    if gaps > 1:
        raise ValueError("has `...` more than once")
    if not steps or most or steps[0].most or not steps[0].words:
        raise ValueError("must begin with a word, and may not end with `*`, `?` or `...`")
    return tuple(steps)


def _step(part: str, least: int, most: int) -> Step:
    """Read `word`, `one/or/other` or `1..99`."""
    if bounds := _RANGE.fullmatch(part):
        return Step(frozenset(), int(bounds[1]), int(bounds[2]), least, most)
    words = part.split("/")
    wrong = next((word for word in words if not _WORD.fullmatch(word)), None)
    if wrong is not None:
        raise ValueError(f"has `{wrong or part}`; write small letters without apostrophe, for example dont or im")
    return Step(frozenset(words), least=least, most=most)
