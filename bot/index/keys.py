"""The names of an index's parts: each a hash of all that the part is made of, and of nothing else.

A signature, a source, a phone number, a stretch or a care is in none of them: after such an edit nothing is learned.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path

from bot.answering.tuning import TUNING
from bot.library import Library
from bot.library.digest import digest
from bot.library.examples import FOLDER, ROOMS

READING = ("text", "quantities", "concepts", "context", "message", "features")
"""Modules of bot/answering that make features of a text."""

LEARNING = (*READING, "english", "fitting", "training")
"""Modules that make a part of the index from texts."""


ANSWERING = ("answer", "matching", "confidence", "screening", "urgency", "written_signs", "learned_signs")
"""Modules that turn what was learned into an answer."""

CHECKING = ("text", "quantities", "concepts", "context", "context_examples")
"""Modules of bot/answering that take part in the check of a folder."""


@dataclass(frozen=True, slots=True)
class Keys:
    """The name of each part: `texts` as they are read, the `vocabulary`, what is learned of `topics` and of `signs`."""

    texts: str
    vocabulary: str
    topics: str
    signs: str

    @property
    def lost(self) -> str:
        """The name of what is kept of lines told word for word: it hangs on all that is learned, and on the code."""
        return _hash(self, _code(ANSWERING), TUNING)


def keys_of(library: Library, folder: Path) -> Keys:
    """Return the names of the parts that belong to a library and the examples in its folder."""
    rooms = {room: digest(folder / FOLDER / room) for room in ROOMS}
    concepts = [(concept.name, concept.says) for concept in library.concepts.values()]
    read_by = (concepts, [(rule.category, rule.direction, rule.says, rule.reach) for rule in library.context.values()])
    asked = [(topic.id, topic.question, topic.asked_as) for topic in library.topics.values()]
    levels = [(flag.id, [grade.level for grade in flag.grade]) for flag in library.flags.values()]
    outside, lay_words, learning = list(library.outside), library.words, _code(LEARNING)
    return Keys(
        texts=_hash(_code(READING), read_by),
        vocabulary=_hash(learning, rooms, asked, concepts, lay_words),
        topics=_hash(learning, rooms["topics"], rooms["outside"], asked, outside, lay_words),
        signs=_hash(learning, rooms, asked, read_by, outside, levels, TUNING.screening.sentence_window),
    )


def checked_key(folder: Path) -> str:
    """Return the name of a folder's check: a hash of all its files, and of the code that reads and checks them."""
    here = Path(__file__).parents[1]
    checks = (*sorted((here / "library").glob("*.py")), *(here / "answering" / f"{name}.py" for name in CHECKING))
    return _hash([path.read_bytes() for path in checks], digest(folder))


@cache
def _code(modules: tuple[str, ...]) -> str:
    """Return a hash of some modules of bot/answering, of the stemmer and of the numbers they go by."""
    here = Path(__file__).parents[1] / "answering"
    sources = [(here / f"{module}.py").read_bytes() for module in modules]
    return _hash(sources, version("snowballstemmer"), version("pyspellchecker"), TUNING.reading, TUNING.learning)


def _hash(*parts: object) -> str:
    """Return a hash of plain values."""
    return hashlib.sha256(repr(parts).encode()).hexdigest()[:32]
