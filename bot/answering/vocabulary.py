"""The words Limber knows, and which of them a slip may have meant."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from bot.answering.concepts import words_of
from bot.answering.spelling import Vocabulary
from bot.answering.text import words
from bot.answering.tuning import TUNING
from bot.library import Examples, Library


def vocabulary_of(library: Library, examples: Examples) -> Vocabulary:
    """Return the words of all examples, concepts and lay words; common are those of several texts, or of phrases."""
    counts = Counter(word for text in _texts(library, examples) for word in set(words(text)))
    written = {
        *words_of(library.concepts.values()),
        *(word for pair in library.words.items() for word in words(" ".join(pair))),
    }
    common = {word for word, count in counts.items() if count >= TUNING.reading.common_from}
    return Vocabulary(known=frozenset(counts) | written, common=frozenset(common | written))


def _texts(library: Library, examples: Examples) -> Iterator[str]:
    """Yield every text that says how people write."""
    for topic in library.topics.values():
        yield from (topic.question, *examples.phrasings(topic))
    for kind in (examples.outside, examples.flags, examples.harmless):
        for texts in kind.values():
            yield from texts
