"""What a message is made of, for matching: stems and their pairs, and pieces of the words' letters."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from bot.answering.linear import Bunch
from bot.answering.text import stem, words

SHORTEST_PIECE, LONGEST_PIECE = 3, 5
"""Letters of a piece. On dev_questions 3–5 does as well as 2–5 and 1–6 with fewer pieces (0.90 right first each)."""


class LayWords:
    """Puts the clinic's word in place of a lay word or phrase, the longest phrase first."""

    def __init__(self, lay_words: Mapping[str, str]) -> None:
        self._meant = {words(lay): words(word) for lay, word in lay_words.items()}
        self._longest = max((len(lay) for lay in self._meant), default=0)

    @property
    def vocabulary(self) -> frozenset[str]:
        """Every word that stands in a lay phrase or for one."""
        return frozenset(word for pair in self._meant.items() for side in pair for word in side)

    def read(self, spoken: Sequence[str]) -> tuple[str, ...]:
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
"""What stands for a word that no other example holds: many of them are a sign of a message from elsewhere."""


def strangers(spoken: Sequence[str], familiar: Container[str]) -> tuple[str, ...]:
    """Put `STRANGER` in place of every word that is not familiar."""
    return tuple(word if word in familiar else STRANGER for word in spoken)


def met_features(spoken: Sequence[str]) -> Iterator[Bunch]:
    """Yield the word features of familiar words, and how much of the text is strange, in quarters."""
    yield from word_features([word for word in spoken if word != STRANGER])
    if spoken:
        yield (f"strange {round(4 * sum(word == STRANGER for word in spoken) / len(spoken))}",)


def word_features(spoken: Sequence[str]) -> Iterator[Bunch]:
    """Yield each stem and each pair of neighbouring stems."""
    stems = [stem(word) for word in spoken]
    yield from ((one,) for one in stems)
    yield from ((f"{a} {b}",) for a, b in pairwise(stems))


def letter_features(spoken: Sequence[str]) -> Iterator[Bunch]:
    """Yield the pieces of each word, its edges marked by a space."""
    return map(pieces, spoken)


@lru_cache(maxsize=20_000)
def pieces(word: str) -> Bunch:
    """Return the pieces of one word; of a word shorter than a piece, the word."""
    edged = f" {word} "
    made: list[str] = []
    for length in range(SHORTEST_PIECE, LONGEST_PIECE + 1):
        if len(edged) <= length:
            return (*made, edged)
        made += [edged[start : start + length] for start in range(len(edged) - length + 1)]
    return tuple(made)
