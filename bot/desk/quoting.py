"""What a warning repeats of somebody's words: their own, as they typed them, short, and without any mark-up."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from bot.answering.text import LONGEST, Words, words

MOST_QUOTED = 3
"""Parts of a message that a card repeats: it is a card, not a transcript."""

LONGEST_QUOTED = 60
"""Characters of one part: what fits two lines of a phone."""

NEAR = 3
"""Words between two parts of a sign with which they still make one quotation, as in "can't really pee"."""

MORE = 3
"""Typed words that a part may be longer than what was read: "can not" is read as one word, "dunno" as two."""

Place = tuple[int, int]
"""Where a part stands among the typed words: its first, and the one behind its last."""


def quotations(read: Words, typed: str) -> Words:
    """Return the parts of a message that were read as a sign, as they were typed; as they were read where not found.

    What stands close together is one quotation. Only letters, figures, apostrophes, hyphens and emoji are repeated:
    a mention, a link or a name in braces would do something on a card.
    """
    written = typed[:LONGEST].split()
    spoken = [words(word) for word in written]
    places: list[Place] = []
    lost: list[str] = []
    for part in read:
        wanted = tuple(word for word in part.split() if word != ",")
        start = places[-1][1] if places else 0
        if place := _place(wanted, written, spoken, start) or _place(wanted, written, spoken, 0):
            places.append(place)
        else:
            lost.append(" ".join(wanted))
    shown = (" ".join(_plain(written[at]) for at in range(*place) if spoken[at]) for place in _joined(places))
    return tuple(_cut(part) for part in (*shown, *lost) if part)[:MOST_QUOTED]


def _place(wanted: Words, written: Sequence[str], spoken: Sequence[Words], start: int) -> Place | None:
    """Return the first place at or behind `start` whose typed words are read as the wanted ones."""
    for first in range(start, len(written)):
        if not (wanted and spoken[first] and spoken[first][0][0] == wanted[0][0]):
            continue
        for end in range(first + 1, min(first + len(wanted) + MORE, len(written)) + 1):
            if words(" ".join(written[first:end])) == wanted:
                return first, end
    return None


def _joined(places: Sequence[Place]) -> Iterator[Place]:
    """Yield places in the order they were typed, those that are near each other as one."""
    ordered = sorted(places)
    while ordered:
        first, end = ordered.pop(0)
        while ordered and ordered[0][0] - end <= NEAR:
            end = max(end, ordered.pop(0)[1])
        yield first, end


def _plain(word: str) -> str:
    """Return a typed word without whatever is no part of a word."""
    kept = (
        c for c in unicodedata.normalize("NFC", word) if c.isalnum() or c in "'’-" or unicodedata.category(c) == "So"
    )
    return "".join(kept).strip("'’-")


def _cut(part: str) -> str:
    return part if len(part) <= LONGEST_QUOTED else part[: LONGEST_QUOTED - 1].rsplit(" ", 1)[0] + "…"
