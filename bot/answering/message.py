"""A message, read once: cleaned, split, spelled, and each sentence with its concepts and its context.

The screen and the matcher both work on what stands here; nobody reads the text again.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.answering.concepts import ConceptMatcher, Span
from bot.answering.context import Context, ContextReader
from bot.answering.quantities import told
from bot.answering.spelling import Readings, Speller, Vocabulary
from bot.answering.text import Words, sentences
from bot.library import Concept, ContextRule


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its words (a comma is one), where concepts are met and which, and how all this is meant."""

    words: Words
    spans: tuple[Span, ...]
    concepts: frozenset[str]
    context: Context


@dataclass(frozen=True, slots=True)
class Message:
    """What somebody wrote. `readings`: the known words that each word may stand for."""

    text: str
    sentences: tuple[Sentence, ...]
    concepts: frozenset[str]
    readings: Readings

    @property
    def words(self) -> Words:
        """All words as typed, without commas; an age or a pain score as the word it stands for."""
        return spoken(self.sentences)

    @property
    def spelled(self) -> Words:
        """All words, unknown ones replaced by the nearest known ones."""
        return tuple(part for word in self.words for part in _nearest(self.readings.get(word, ()), word))


class Reader:
    """Reads texts with the concepts, the rules of context and the vocabulary of one library."""

    def __init__(self, concepts: Iterable[Concept], context: Iterable[ContextRule], vocabulary: Vocabulary) -> None:
        self._concepts = ConceptMatcher(concepts)
        self._contexts = ContextReader(context)
        self._speller = Speller(vocabulary)

    def read(self, text: str) -> Message:
        """Read a text; the spelling of a word is looked up once, however often it stands there."""
        split = sentences(text)
        readings = self._speller.read(word for words in split for word in words)
        read = tuple(self._sentence(words, readings) for words in split)
        return Message(text, read, frozenset().union(*(sentence.concepts for sentence in read)), readings)

    def _sentence(self, words: Words, readings: Readings) -> Sentence:
        spans = self._concepts.find(words, readings)
        names = frozenset(span.concept for span in spans)
        return Sentence(words, spans, names, self._contexts.read(words, spans))


def spoken(sentences: Sequence[Sentence]) -> Words:
    """Return the words of several sentences, without commas; an age or a pain score as the word it stands for."""
    return tuple(word for sentence in sentences for word in told(sentence.words) if word != ",")


def _nearest(readings: Words, word: str) -> Sequence[str]:
    """Return the likeliest reading of a word, in words; the word itself where it is like no other."""
    return readings[0].split() if readings else (word,)
