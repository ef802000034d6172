"""English words, from the frequency list of the package pyspellchecker (MIT): a rightly spelled word is no slip.

The list is read only when something is learned (0.08 s); what Limber takes of it is stored with its own vocabulary.
"""

from __future__ import annotations

from collections.abc import Mapping

from bot.answering.text import clean
from bot.answering.tuning import TUNING


def english_words() -> frozenset[str]:
    """Return the words of the list that a speller might take for another, and that are common enough to be no slips."""
    least, shortest = TUNING.reading.english_from, TUNING.reading.shortest_slip
    return frozenset(
        word for word, count in _times().items() if count >= least and len(word) >= shortest and word.isalpha()
    )


def everyday_words() -> frozenset[str]:
    """Return the commonest words of the list, short ones too, as they stand in a cleaned message."""
    least = TUNING.reading.everyday_from
    return frozenset(clean(word) for word, count in _times().items() if count >= least)


def _times() -> Mapping[str, int]:
    """Return how often each word of the list stands in the texts it was made from."""
    from spellchecker import SpellChecker

    times: Mapping[str, int] = SpellChecker(language="en").word_frequency.dictionary
    return times
