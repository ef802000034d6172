"""The mutants made by rule: every tuned number halved and doubled, every row of the context data left out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace

from bot.answering.answer import Answerer
from bot.answering.context import ContextReader
from bot.answering.tuning import TUNING
from bot.library import Library, loader
from tests.mutants.mutant import Mutant, number, tuned

LEARNED = frozenset(
    {
        "reading.common_from",
        "learning.fewest_words",
        "learning.fewest_ngrams",
        "learning.sign_importance",
    }
)
"""Numbers that are used when an index is made."""


def by_rule(library: Library) -> Iterator[Mutant]:
    """Yield all of them."""
    for name in _names(TUNING):
        value = number(name.split("."))
        for said, times in (("halved", 0.5), ("doubled", 2.0)):
            yield Mutant(f"{name} {said}", tuned(name, value * times), name in LEARNED)
    for row in library.context:
        yield Mutant(f"context without {row}", _without(row))


def _names(room: object, path: str = "") -> Iterator[str]:
    """Yield the name of every number in a dataclass, those in its fields' fields too."""
    if not is_dataclass(room):
        yield path
        return
    for field in fields(room):
        yield from _names(getattr(room, field.name), f"{path}.{field.name}".lstrip("."))


def _without(row: str) -> Callable[[Answerer], None]:
    """Leave a row of the context data out of the library, whoever loads it."""
    load = loader.load

    def left_out(library: Library) -> Library:
        return replace(library, context={name: rule for name, rule in library.context.items() if name != row})

    def breaks(answerer: Answerer) -> None:
        answerer.library = left_out(answerer.library)
        answerer.reader._contexts = ContextReader(answerer.library.context.values())
        setattr(loader, "load", lambda folder: left_out(load(folder)))  # noqa: B010 - another function of its type

    return breaks
