"""Words nobody has written down yet: which slips are forgiven, and which are not."""

from __future__ import annotations

import pytest

from bot.answering.spelling import Speller, Vocabulary

COMMON = frozenset(
    [
        "leg",
        "back",
        "hips",
        "foot",
        "hamstring",
        "shoulder",
        "stretching",
        "numbness",
        "bladder",
        "sore",
        "sort",
        "form",
        "fork",
        "fort",
        "shore",
    ]
)
RARE = frozenset(["bakc"])

READ = [
    # one slip from four letters: wrong, lost, added, swapped
    ("foit", ("foot", "fort")),
    ("hps", ()),
    ("hipss", ("hips",)),
    ("fooot", ("foot",)),
    ("hpis", ("hips",)),
    # three letters are another word as often as a slip
    ("lge", ()),
    ("leh", ()),
    # two slips from eight letters, not in seven
    ("shuolderr", ("shoulder",)),
    ("numbnss", ("numbness",)),
    ("numnes", ()),
    ("shouldre", ("shoulder",)),
    ("numbneess", ("numbness",)),
    ("bladrre", ()),
    ("hamstrnig", ("hamstring",)),
    ("hamsrtnig", ("hamstring",)),
    # one end has to be right, in its last two letters
    ("hxmstrixg", ()),
    ("hxmstring", ("hamstring",)),
    # two words run together
    ("backfoot", ("back foot",)),
    # nothing like it, no word, or one that people write
    ("kitchen", ()),
    ("f00t", ()),
    ("bakc", ("bakc",)),
    # what one slip may have meant, the likeliest first, and no more than three
    ("sofe", ("sore",)),
    ("fore", ("fork", "form", "fort")),
]


@pytest.mark.parametrize(("word", "readings"), READ)
def test_a_slip_is_read_as_the_nearest_words(word: str, readings: tuple[str, ...]) -> None:
    assert Speller(Vocabulary(COMMON | RARE, COMMON)).read([word])[word] == readings


def test_only_so_many_unknown_words_of_a_message_are_looked_up() -> None:
    unknown = [f"{letter}{other}oot" for letter in "bcdghjkl" for other in "bcdghj"]
    read = Speller(Vocabulary(COMMON, COMMON)).read([*unknown, "hipss"])
    assert len(unknown) > 40
    assert read["hipss"] == ()
