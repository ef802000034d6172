"""What the usual ways find of the same safety messages: keywords, and whole messages compared by rapidfuzz."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from rapidfuzz import fuzz, process, utils

from bot.answering.text import words
from bot.library import Examples, Level, Library
from tests.bench.count import Count
from tests.bench.safety import NONE, Message

ALARMS = 0.04
"""False alarms on the traps that each way is allowed: the threshold on its own score is set there."""

FEWEST = 20
"""Heard messages that hold a word before it is a keyword."""


def compare(library: Library, examples: Examples, messages: Sequence[Message]) -> list[str]:
    """Return a line a way: the share of urgent reports it finds at the allowed false alarms. None of a set without."""
    if not (any(m.level == NONE for m in messages) and any(_is_urgent(m) for m in messages)):
        return []
    heard = [text for (_, level), texts in examples.flags.items() if level.urgent for text in texts]
    ways = {"keywords": _keywords(library, examples, heard)} | {
        f"whole messages, {scorer.__name__}": _fuzzy(heard, scorer) for scorer in (fuzz.WRatio, fuzz.token_set_ratio)
    }
    return [f"{name}: of urgent reports found {_found(score, messages)}" for name, score in ways.items()]


def _keywords(library: Library, examples: Examples, heard: Sequence[str]) -> Callable[[str], float]:
    """Score by how many words stand in the message that heard messages hold far more often than harmless ones."""
    harmless = [text for topic in library.topics.values() for text in examples.phrasings(topic)]
    said, normal = ([set(words(text)) for text in texts] for texts in (heard, harmless))
    counts = {word: sum(word in text for text in said) for word in set().union(*said)}
    telling = {
        word
        for word, count in counts.items()
        if count >= FEWEST and count / len(said) > 4 * sum(word in text for text in normal) / len(normal)
    }
    return lambda message: float(len(telling & set(words(message))))


def _fuzzy(heard: Sequence[str], scorer: Callable[..., float]) -> Callable[[str], float]:
    """Score by the nearest heard message."""
    known = [utils.default_process(text) for text in heard]

    def score(message: str) -> float:
        best = process.extractOne(utils.default_process(message), known, scorer=scorer)
        return best[1] if best else 0.0

    return score


def _found(score: Callable[[str], float], messages: Sequence[Message]) -> Count:
    """Return the share of urgent reports above the score that so many traps exceed."""
    traps = sorted((score(m.text) for m in messages if m.level == NONE), reverse=True)
    bar = traps[int(ALARMS * len(traps))]
    return Count.over(score(m.text) > bar for m in messages if _is_urgent(m))


def _is_urgent(message: Message) -> bool:
    return message.level != NONE and Level(message.level).urgent
