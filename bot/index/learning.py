"""Learn from the texts of a knowledge folder what is not stored already, and store it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from bot.answering.answer import Answerer, Learned
from bot.answering.message import Reader
from bot.answering.training import ReadText, ReadTexts, learn_signs, learn_topics, texts_of, vocabulary_of
from bot.index.files import LOST, SIGNS, TEXTS, TOPICS, VOCABULARY, Part, read, write
from bot.index.keys import Keys, keys_of
from bot.index.word_for_word import Lost, lost_lines
from bot.library import Examples, Library
from bot.library.examples import read_examples

T = TypeVar("T")


def stored(library: Library, folder: Path, places: Sequence[Path]) -> Learned | None:
    """Return what has been learned from a folder, or None when a part of it is stored in none of some places."""
    keys = keys_of(library, folder)
    signs = read(SIGNS, keys.signs, places)
    topics = read(TOPICS, keys.topics, places) if signs else None
    vocabulary = read(VOCABULARY, keys.vocabulary, places) if topics else None
    return Learned(vocabulary, topics, signs) if vocabulary and topics and signs else None


def learn(library: Library, folder: Path, places: Sequence[Path]) -> Learned:
    """Return what can be learned from a folder that has passed the check.

    Texts that were read before are not read again, and parts that are stored are taken from there.
    """
    keys, examples = _read(library, folder)

    def part(of: Part[T], key: str, make: Callable[[], T]) -> T:
        found = read(of, key, places)
        if found is None:
            found = make()
            write(of, key, found, places)
        return found

    known = read(TEXTS, keys.texts, places) or {}
    vocabulary = part(VOCABULARY, keys.vocabulary, lambda: vocabulary_of(library, examples, known))
    texts = ReadTexts(Reader(library.concepts.values(), library.context.values(), vocabulary), known)
    topics = part(TOPICS, keys.topics, lambda: learn_topics(library, examples, texts))
    signs = part(SIGNS, keys.signs, lambda: learn_signs(library, examples, texts))
    if not texts.used.keys() <= known.keys():
        write(TEXTS, keys.texts, _worth_keeping({**known, **texts.used}, set(texts_of(library, examples))), places)
    learned = Learned(vocabulary, topics, signs)
    part(LOST, keys.lost, lambda: tuple(lost_lines(Answerer(library, learned))))
    return learned


def lost(library: Library, folder: Path, places: Sequence[Path]) -> tuple[Lost, ...]:
    """Return the lines that were not found word for word when this was learned; none where nothing is stored yet."""
    return read(LOST, keys_of(library, folder).lost, places) or ()


def _read(library: Library, folder: Path) -> tuple[Keys, Examples]:
    """Return the examples of a folder, and the names of what is made of just these."""
    while True:
        keys, examples = keys_of(library, folder), read_examples(folder).examples
        if keys_of(library, folder) == keys:  # else they were changed while they were read
            return keys, examples


def _worth_keeping(texts: dict[str, ReadText], needed: set[str]) -> dict[str, ReadText]:
    """Return texts that another knowledge folder may need too, until there are as many of those as needed here."""
    if len(texts) <= 2 * len(needed):
        return texts
    return {text: read for text, read in texts.items() if text in needed}
