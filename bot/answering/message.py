"""A sentence as the screen reads it: its words, the concepts in them, and how they are meant."""

from __future__ import annotations

from dataclasses import dataclass

from bot.answering.concepts import Spot, Spotter
from bot.answering.context import Mood, read_mood
from bot.answering.text import Sentence, sentences


@dataclass(frozen=True, slots=True)
class Read:
    """A sentence with its concepts and its mood."""

    sentence: Sentence
    spots: tuple[Spot, ...]
    mood: Mood
    names: frozenset[str]


def read(message: str, spotter: Spotter) -> tuple[Read, ...]:
    """Read every sentence of a message."""
    said = sentences(message)
    worth = spotter.speller.worth_reading(word for sentence in said for word in sentence.words)
    made = []
    for sentence in said:
        spots = tuple(spotter.spot(sentence.words, worth))
        names = frozenset(spot.concept for spot in spots)
        made.append(Read(sentence, spots, read_mood(sentence, spots), names))
    return tuple(made)
