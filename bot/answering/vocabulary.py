"""The words Limber knows, and which of them a slip may have meant."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from bot.answering.concepts import words_of
from bot.answering.spelling import Vocabulary
from bot.answering.text import words
from bot.answering.tuning import TUNING
from bot.library import Library


def vocabulary_of(library: Library) -> Vocabulary:
    """Return the words of all examples, concepts and lay words; common are those of several texts, or of phrases."""
    counts = Counter(word for text in _texts(library) for word in set(words(text)))
    written = {
        *words_of(library.concepts.values()),
        *(word for pair in library.words.items() for word in words(" ".join(pair))),
    }
    common = {word for word, count in counts.items() if count >= TUNING.reading.common_from}
    return Vocabulary(known=frozenset(counts) | written, common=frozenset(common | written))


def _texts(library: Library) -> Iterator[str]:
    """Yield every text that says how people write."""
    for topic in library.topics.values():
        yield from (topic.question, *topic.asked_as)
    for kind in library.elsewhere.values():
        yield from kind.sounds_like
    for flag in library.flags.values():
        for grade in flag.grade:
            yield from grade.heard_as
    for texts in library.harmless.values():
        yield from texts
