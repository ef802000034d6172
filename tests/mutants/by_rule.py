"""The mutants made by rule: every tuned number halved and doubled, every row of the context data left out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace

from bot.answering.answer import Answerer
from bot.answering.context import ContextReader
from bot.answering.tuning import TUNING
from bot.library import Library
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
    """Leave a row of the context data out of the library."""

    def leave_out(answerer: Answerer) -> None:
        rows = {name: rule for name, rule in answerer.library.context.items() if name != row}
        answerer.library = replace(answerer.library, context=rows)
        answerer.reader._contexts = ContextReader(rows.values())

    return leave_out
