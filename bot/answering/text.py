"""A message as words: what both screening and matching read. Pure, and bounded on hostile input."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

LONGEST = 4000
"""Characters read of one message: Discord's longest (Nitro) message. The rest is not looked at."""

MOST_WORDS = 800
"""Words read of one message: more than 4,000 characters of prose hold."""

_NOISE = re.compile(r"<(?:@[!&]?|#|a?:\w+:|t:)\w*(?::\w)?>|https?://\S+|\|\||[*_`~>]")
_SENTENCE = re.compile(r"[.!?;\n]+(?=\s|$|[^\w])|\n+|[!?]+|\s[-–—]+\s|\.{2,}|:\s")
_TOKEN = re.compile(r"\d+(?:\.\d+)?|[a-z]+|[^\W\d_]+|,|[\U0001F300-\U0001FAFF☀-➿]")
_LONG_RUN = re.compile(r"([a-z])\1{2,}")
_APOSTROPHES = str.maketrans(dict.fromkeys("'’‘`´ʼ＇", None))
_PLAIN = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe"})

_JOINED = {
    # Negated verbs are one word, however they are typed, so that a phrase is written once.
    ("can", "not"): "cant",
    ("could", "not"): "cant",
    ("do", "not"): "dont",
    ("does", "not"): "doesnt",
    ("did", "not"): "didnt",
    ("is", "not"): "isnt",
    ("are", "not"): "arent",
    ("was", "not"): "wasnt",
    ("have", "not"): "havent",
    ("has", "not"): "hasnt",
    ("will", "not"): "wont",
    ("would", "not"): "wouldnt",
    ("i", "am"): "im",
    ("i", "have"): "ive",
    ("it", "is"): "its",
    ("can", "t"): "cant",
    ("don", "t"): "dont",
    ("won", "t"): "wont",
    ("didn", "t"): "didnt",
    ("doesn", "t"): "doesnt",
    ("isn", "t"): "isnt",
    ("i", "m"): "im",
    ("i", "ve"): "ive",
}
_SPELLED = {
    "cannot": "cant",
    "couldnt": "cant",
    "cnt": "cant",
    "carnt": "cant",
    "canny": "cant",
    "u": "you",
    "ur": "your",
    "r": "are",
    "pls": "please",
    "plz": "please",
    "bc": "because",
    "cuz": "because",
    "coz": "because",
    "cos": "because",
    "w": "with",
    "n": "and",
    "nd": "and",
    "tho": "though",
    "rn": "now",
    "dunno": "dont know",
    "gonna": "going to",
    "wanna": "want to",
    "gotta": "have to",
    "summat": "something",
    "sumthing": "something",
    "thx": "thanks",
    "ty": "thanks",
    "idk": "dont know",
}
_SMALL = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_NUMBERS = {word: float(number) for number, word in enumerate(_SMALL.split(), 2)} | {
    word: 10.0 * ten for ten, word in enumerate(_TENS.split(), 2)
}


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words of one sentence; a comma is a word of its own. `asks` tells whether it ended in a question mark."""

    words: tuple[str, ...]
    asks: bool


def clean(message: str) -> str:
    """Lower-case, without accents, apostrophes, mark-up, mentions, links and invisible characters."""
    text = unicodedata.normalize("NFKD", message[:LONGEST])
    kept = (c for c in text if unicodedata.category(c) not in ("Mn", "Me", "Cf", "Cs") and (c >= " " or c == "\n"))
    text = "".join(kept).casefold().translate(_PLAIN).translate(_APOSTROPHES)
    return _LONG_RUN.sub(r"\1\1", _NOISE.sub(" ", text))


def sentences(message: str) -> tuple[Sentence, ...]:
    """Split a message into sentences of words; empty ones are left out."""
    text = clean(message)
    found: list[Sentence] = []
    start, room = 0, MOST_WORDS
    for stop in [*_SENTENCE.finditer(text), None]:
        end = stop.start() if stop else len(text)
        words = _words(text[start:end])[:room]
        if any(word != "," for word in words):
            found.append(Sentence(words, asks=bool(stop and "?" in stop.group())))
            room -= len(words)
        start = stop.end() if stop else end
    return tuple(found)


def words(message: str) -> tuple[str, ...]:
    """Return all words of a message, without commas."""
    return tuple(word for sentence in sentences(message) for word in sentence.words if word != ",")


def number(word: str) -> float | None:
    """Return the number that a word is, in figures or letters; None for any other word ("one" is seldom a number)."""
    return float(word) if word.replace(".", "", 1).isdigit() else _NUMBERS.get(word)


def _words(text: str) -> tuple[str, ...]:
    """Split cleaned text into words, with contractions and chat spellings in one form."""
    made: list[str] = []
    for token in _TOKEN.findall(text):
        for word in _SPELLED.get(token, token).split():
            joined = _JOINED.get((made[-1], word)) if made else None
            if joined:
                made[-1] = joined
            else:
                made.append(word)
    return tuple(made)
