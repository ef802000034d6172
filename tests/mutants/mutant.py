"""What a mutant is, and how a tuned number is given another value."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import reduce

from bot.answering.answer import Answerer
from bot.answering.tuning import TUNING


@dataclass(frozen=True, slots=True)
class Mutant:
    """One thing broken. `breaks` is called in a process of the mutant's own, before any test is read.

    `learned` tells that the index was made by what is broken, so that one has to be made anew.
    """

    name: str
    breaks: Callable[[Answerer], None]
    learned: bool = False


def number(path: Sequence[str]) -> float:
    """Return the tuned number at a path of fields, such as `deciding`, `answer_at`."""
    return float(reduce(getattr, path, TUNING))  # type: ignore[arg-type]  # a field of a field, in the end a number


def tuned(name: str, value: float) -> Callable[[Answerer], None]:
    """Return what forces another value into the frozen numbers, written `deciding.answer_at`."""
    *rooms, last = name.split(".")

    def force(_: Answerer) -> None:
        room = reduce(getattr, rooms, TUNING)
        object.__setattr__(room, last, type(getattr(room, last))(value))

    return force
