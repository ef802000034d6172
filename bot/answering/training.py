"""What is learned from the texts of a knowledge folder. Runs only when an index is made.

A text is read once (`ReadTexts`), however many models learn from it; what was read is kept beside the index, so that
after an edit only the texts that are new are read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.answering.concepts import words_of
from bot.answering.english import english_words, everyday_words
from bot.answering.features import CONCEPTS, FAMILIAR_STEMS, NGRAMS, STEMS, LayWords, concepts_in, strangers
from bot.answering.fitting import Labels, fit
from bot.answering.learned_signs import Sign, SignModel, windows
from bot.answering.matching import TopicModel
from bot.answering.message import Reader, spoken
from bot.answering.spelling import Vocabulary
from bot.answering.text import Words, words
from bot.answering.tuning import TUNING
from bot.library import Examples, Library

FEWEST_CONCEPTS = 2
"""Texts a concept or a pair of concepts must stand in: one that stands alone says nothing of unseen messages."""


@dataclass(frozen=True, slots=True)
class ReadSentence:
    """A sentence to learn from: its words without commas, and its features of `concepts_in`."""

    words: Words
    concepts: Words


ReadText = tuple[ReadSentence, ...]


class ReadTexts:
    """Texts as they were read. `known` ones are not read again; `used` are those that were asked for."""

    def __init__(self, reader: Reader, known: Mapping[str, ReadText]) -> None:
        self._reader = reader
        self._known = known
        self.used: dict[str, ReadText] = {}

    def __getitem__(self, text: str) -> ReadText:
        """Return a text as it is read."""
        if text not in self.used:
            self.used[text] = self._known[text] if text in self._known else self._read(text)
        return self.used[text]

    def words(self, text: str) -> Words:
        """Return the words of a text."""
        return words_in(self[text])

    def _read(self, text: str) -> ReadText:
        read = self._reader.read(text).sentences
        return tuple(ReadSentence(spoken([sentence]), tuple(concepts_in(sentence))) for sentence in read)


def words_in(sentences: Sequence[ReadSentence]) -> Words:
    """Return the words of sentences."""
    return tuple(word for sentence in sentences for word in sentence.words)


def vocabulary_of(library: Library, examples: Examples, known: Mapping[str, ReadText]) -> Vocabulary:
    """Return the words of all examples, concepts and lay words, and English ones.

    Common are those of several texts, or of phrases: only into these a slip is mended.
    """
    counts: Counter[str] = Counter()
    for text in _all_texts(library, examples):
        counts.update(set(words_in(known[text]) if text in known else words(text)))
    written = {*words_of(library.concepts.values()), *LayWords(library.words).vocabulary}
    common = {word for word, count in counts.items() if count >= TUNING.reading.common_from}
    return Vocabulary(english_words().union(common, written), frozenset(common | written), everyday_words())


def _all_texts(library: Library, examples: Examples) -> Iterator[str]:
    """Yield every text that says how people write."""
    for topic in library.topics.values():
        yield from (topic.question, *examples.phrasings(topic))
    for room in (examples.outside, examples.flags, examples.harmless):
        for texts in room.values():
            yield from texts


def texts_of(library: Library, examples: Examples) -> Iterator[str]:
    """Yield every text that something is learned from."""
    yield from (text for text, _, _ in _topic_texts(library, examples))
    yield from (text for text, _, _ in _sign_texts(library, examples, signs_of(library, examples)))


def learn_topics(library: Library, examples: Examples, texts: ReadTexts) -> TopicModel:
    """Learn which topic, or kind of message outside the FAQ, a text is about."""
    lay_words = LayWords(library.words)
    learned = [(texts.words(text), label, counts) for text, label, counts in _topic_texts(library, examples)]
    holding = Counter(word for spoken, _, _ in learned for word in set(spoken))
    # Of these texts themselves a word is familiar when another one holds it too: strangeness is learned as it is met.
    familiar = {word for word, count in holding.items() if count > 1} | lay_words.vocabulary
    labels = Labels.of(
        ((label, counts) for _, label, counts in learned), count=len(library.topics) + len(library.outside)
    )
    meant = [strangers(lay_words.read(spoken), familiar) for spoken, _, _ in learned]
    fewest = TUNING.learning
    return TopicModel(
        topics=tuple(library.topics),
        kinds=tuple(library.outside),
        familiar=frozenset(holding),
        verbatim=dict(_curated(library, texts)),
        stems=fit(meant, FAMILIAR_STEMS, labels, fewest=fewest.fewest_words),
        ngrams=fit([spoken for spoken, _, _ in learned], NGRAMS, labels, fewest=fewest.fewest_ngrams),
    )


def _curated(library: Library, texts: ReadTexts) -> Iterator[tuple[str, int]]:
    """Yield the words of every question and curated phrasing with its topic's class."""
    for label, topic in enumerate(library.topics.values()):
        for text in (*topic.asked_as, topic.question):
            if spoken := texts.words(text):
                yield " ".join(spoken), label


Labelled = tuple[str, int, float]
"""A text, its class and what it counts."""


def _topic_texts(library: Library, examples: Examples) -> Iterator[Labelled]:
    """Yield every phrasing, and every example of what is outside.

    Not the answers: patients ask in other words than clinics answer. With their sentences 2 in 100 more real messages
    were answered right at once, and 2 in 100 more wrongly; and an edited answer would wait for what is learned.
    """
    for label, topic in enumerate(library.topics.values()):
        for text in (topic.question, *examples.phrasings(topic)):
            yield text, label, 1.0
    for label, kind in enumerate(library.outside, len(library.topics)):
        yield from ((text, label, 1.0) for text in examples.outside.get(kind, ()))


def learn_signs(library: Library, examples: Examples, texts: ReadTexts) -> SignModel:
    """Learn which warning sign a text tells of, against everything harmless."""
    signs = signs_of(library, examples)
    learned = [
        (part, label, counts)
        for text, label, counts in _sign_texts(library, examples, signs)
        for part in _parts(texts[text], harmless=label == len(signs))
    ]
    labels = Labels.of(((label, counts) for _, label, counts in learned), count=len(signs) + 1)
    said = [words_in(part) for part, _, _ in learned]
    concepts = [[name for sentence in part for name in sentence.concepts] for part, _, _ in learned]
    fewest = TUNING.learning
    return SignModel(
        signs=signs,
        verbatim={" ".join(spoken): label for spoken, (_, label, _) in zip(said[::-1], learned[::-1], strict=True)},
        stems=fit(said, STEMS, labels, fewest=fewest.fewest_words),
        ngrams=fit(said, NGRAMS, labels, fewest=fewest.fewest_ngrams),
        concepts=fit(concepts, CONCEPTS, labels, fewest=FEWEST_CONCEPTS),
    )


def signs_of(library: Library, examples: Examples) -> tuple[Sign, ...]:
    """Return every flag and level that there are examples of."""
    grades = ((flag.id, grade.level) for flag in library.flags.values() for grade in flag.grade)
    return tuple(sign for sign in grades if sign in examples.flags)


def _sign_texts(library: Library, examples: Examples, signs: Sequence[Sign]) -> Iterator[Labelled]:
    """Yield every text about a sign, and then what is harmless."""
    important, harmless = TUNING.learning.sign_importance, len(signs)
    for label, sign in enumerate(signs):
        yield from ((text, label, important) for text in examples.flags[sign])
    for topic in library.topics.values():
        yield from ((text, harmless, 1.0) for text in examples.phrasings(topic))
    for outside in library.outside:
        yield from ((text, harmless, 1.0) for text in examples.outside.get(outside, ()))
    for texts in examples.harmless.values():
        yield from ((text, harmless, important) for text in texts)


def _parts(text: ReadText, *, harmless: bool) -> Iterator[Sequence[ReadSentence]]:
    """Yield a text and, of a harmless one, its windows: what is harmless as a whole is harmless in every part."""
    yield text
    if harmless:
        yield from windows(text)
