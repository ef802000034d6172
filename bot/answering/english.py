"""English words, from the frequency list of the package pyspellchecker (MIT): a rightly spelled word is no slip.

The list is read only when something is learned (0.08 s); what Limber takes of it is stored with its own vocabulary.
"""

from __future__ import annotations

from bot.answering.tuning import TUNING


def english_words() -> frozenset[str]:
    """Return the words of the list that a speller might take for another, and that are common enough to be no slips."""
    from spellchecker import SpellChecker

    times = SpellChecker(language="en").word_frequency.dictionary
    least, shortest = TUNING.reading.english_from, TUNING.reading.shortest_slip
    return frozenset(
        word for word, count in times.items() if count >= least and len(word) >= shortest and word.isalpha()
    )
