"""What texts are classified by: stems and their pairs, character n-grams of the words, and the concepts in them."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from itertools import combinations, pairwise

from bot.answering.concepts import Span
from bot.answering.context import Context
from bot.answering.linear import Features
from bot.answering.message import Sentence
from bot.answering.text import Words, stem, words

SHORTEST_NGRAM, LONGEST_NGRAM = 3, 5
"""Characters of an n-gram. On dev_questions 3–5 does as well as 2–5 and 1–6 with fewer of them (0.90 right first)."""


class LayWords:
    """Puts the clinic's word in place of a lay word or phrase, the longest phrase first."""

    def __init__(self, lay_words: Mapping[str, str]) -> None:
        self._meant = {words(lay): words(word) for lay, word in lay_words.items()}
        self._longest = max((len(lay) for lay in self._meant), default=0)

    @property
    def vocabulary(self) -> frozenset[str]:
        """Every word that stands in a lay phrase or for one."""
        return frozenset(word for pair in self._meant.items() for side in pair for word in side)

    def read(self, spoken: Sequence[str]) -> Words:
        """Return the words with lay phrases replaced."""
        made: list[str] = []
        at = 0
        while at < len(spoken):
            for length in range(min(self._longest, len(spoken) - at), 0, -1):
                if meant := self._meant.get(tuple(spoken[at : at + length])):
                    made.extend(meant)
                    at += length
                    break
            else:
                made.append(spoken[at])
                at += 1
        return tuple(made)


STRANGER = "?"
"""What stands for a word that no other text holds: many of them are a sign of a message from outside the FAQ."""


def strangers(spoken: Sequence[str], familiar: Container[str]) -> Words:
    """Put `STRANGER` in place of every word that is not familiar."""
    return tuple(word if word in familiar else STRANGER for word in spoken)


def stems_in(spoken: Sequence[str]) -> Iterator[str]:
    """Yield each stem and each pair of neighbouring stems."""
    stems = [stem(word) for word in spoken]
    yield from stems
    yield from (f"{one} {other}" for one, other in pairwise(stems))


def familiar_stems_in(spoken: Sequence[str]) -> Iterator[str]:
    """Yield the stems and pairs of familiar words, and how much of the text is strange, in quarters."""
    yield from stems_in([word for word in spoken if word != STRANGER])
    if spoken:
        yield f"strange {round(4 * sum(word == STRANGER for word in spoken) / len(spoken))}"


def ngrams(word: str) -> Words:
    """Return the character n-grams of one word, its edges marked by a space; itself where it is shorter than one."""
    edged = f" {word} "
    made: list[str] = []
    for length in range(SHORTEST_NGRAM, LONGEST_NGRAM + 1):
        if len(edged) <= length:
            return (*made, edged)
        made += [edged[start : start + length] for start in range(len(edged) - length + 1)]
    return tuple(made)


def concepts_in(sentence: Sentence) -> Iterator[str]:
    """Yield the concepts of a sentence and their pairs, marked by how they are meant."""
    context = sentence.context
    how = "?" * context.asked + "v" * context.over + "o" * context.others
    names = sorted({_meant(span, context) for span in sentence.spans})
    yield from (name + how for name in names)
    yield from (f"{one}+{other}{how}" for one, other in combinations(names, 2))
    if how:
        yield how
    if any(context.past):
        yield "<"


def _meant(span: Span, context: Context) -> str:
    """Spell a concept with how it is meant: `!` for denied or supposed, `<` for past."""
    return "!" * (not context.claims(span)) + span.concept + "<" * context.past[span.start]


def _itself(name: str) -> Words:
    return (name,)


STEMS = Features(stems_in, _itself)
FAMILIAR_STEMS = Features(familiar_stems_in, _itself)
NGRAMS = Features(iter, ngrams)
CONCEPTS = Features(iter, _itself)
"""Of the names that `concepts_in` yields."""
