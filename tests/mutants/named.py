"""The mutants with a name: each switches off one thing that is meant to matter, or moves one boundary of a decision."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from bot.answering import learned_signs, screening, written_signs
from bot.answering.answer import Answerer
from bot.answering.context import Context, ContextReader
from bot.answering.learned_signs import SignClassifier
from bot.answering.screening import Screener
from bot.answering.spelling import Speller
from bot.answering.tuning import TUNING
from tests.mutants.mutant import Mutant, tuned


def named() -> Iterator[Mutant]:
    """Yield all of them."""
    yield from _context()
    yield from _parts()
    yield from _boundaries()


def _context() -> Iterator[Mutant]:
    """Yield one for each reading of context: it is never found."""
    yield Mutant("negation off", _reading(lambda read: replace(read, denied=(False,) * len(read.denied))))
    yield Mutant("supposed off", _reading(lambda read: replace(read, supposed=(False,) * len(read.supposed))))
    yield Mutant("past off", _reading(lambda read: replace(read, past=(False,) * len(read.past))))
    yield Mutant("over off", _reading(lambda read: replace(read, over=False)))
    yield Mutant("asked off", _reading(lambda read: replace(read, asked=False)))
    yield Mutant("stories of others count", _reading(lambda read: replace(read, others=False)))
    yield Mutant("films and games count", lambda _: setattr(written_signs, "UNREAL", "nothing"))


def _reading(changed: Callable[[Context], Context]) -> Callable[[Answerer], None]:
    """Change how every sentence is read."""
    read = ContextReader.read
    return lambda _: setattr(ContextReader, "read", lambda reader, *given: changed(read(reader, *given)))


def _parts() -> Iterator[Mutant]:
    """Yield one for each part of the screen and the matcher: it is out."""
    for name, owner, part, value in (
        ("written signs off", Screener, "_written", ((), ())),
        ("learned signs off", SignClassifier, "classify", None),
        ("exact match off", SignClassifier, "_verbatim_label", None),
        ("windows off", learned_signs, "windows", ()),
        ("low mood off", screening, "_is_low", False),
        ("spelling off", Speller, "_look_up", ()),
    ):
        yield Mutant(name, _always(owner, part, value))
    yield Mutant("n-grams off", lambda answerer: setattr(answerer.matcher._by_ngrams, "scores", lambda _: None))


def _always(owner: object, name: str, value: object) -> Callable[[Answerer], None]:
    """Let a function return the same whatever it is given."""
    getattr(owner, name)  # it must be there
    return lambda _: setattr(owner, name, lambda *_: value)


def _boundaries() -> Iterator[Mutant]:
    """Yield those that move a boundary."""
    for name, value in (
        ("deciding.answer_at", 0.5),
        ("deciding.answer_at", 0.999),
        ("deciding.suggest_at", 0.4),
        ("deciding.outside_at", 0.3),
        ("urgency.check_at", 0.45),
        ("urgency.raise_at", 0.21),
        ("urgency.raise_at", 0.9),
        ("screening.sign_window", 1),
        ("screening.short", 0),
        ("screening.emergency_from", TUNING.screening.emergency_from + 8),
    ):
        yield Mutant(f"{name} = {value}", tuned(name, value))
