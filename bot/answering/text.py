"""Text as words: cleaned, split into sentences and words, and stemmed. Bounded on hostile input."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

import snowballstemmer

LONGEST = 4000
"""Characters read of one message: Discord's longest (Nitro) message. The rest is not looked at."""

MOST_WORDS = 800
"""Words read of one message: more than 4,000 characters of prose hold."""

_NOISE = re.compile(r"<(?:@[!&]?|#|a?:\w+:|t:)\w*(?::\w)?>|https?://\S+|\|\||[*_`~>]")
_SENTENCE = re.compile(r"[.!?;\n]+(?=\s|$|[^\w])|\n+|[!?]+|\s[-–—]+\s|\.{2,}|:\s")
_TOKEN = re.compile(r"\d+(?:\.\d+)?|[a-z]+|[^\W\d_]+|,|[\U0001F300-\U0001FAFF☀-➿]")
_SPELLED_OUT = re.compile(r"(?<![^\W_])[a-z](?:[ .\-_]{1,2}[a-z]){3,}(?![^\W_])")
_DISGUISED = re.compile(r"(?<![^\W_])(?![clts]\d)[a-z]+[0134578@$][a-z0134578@$]*[a-z](?![^\W_])")
_UNDISGUISED = str.maketrans("0134578@$", "oieastbas")
_LONG_RUN = re.compile(r"([a-z])\1{2,}")
_APOSTROPHES = str.maketrans(dict.fromkeys("'’‘`´ʼ＇", None))
_PLAIN = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i"})

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
    ("my", "self"): "myself",
    ("ma", "self"): "myself",
    ("me", "self"): "myself",
    ("him", "self"): "himself",
    ("her", "self"): "herself",
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
    "meself": "myself",
    "mysel": "myself",
    "mself": "myself",
}
_SMALL = (
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
    "nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_NUMBERS = {word: float(number) for number, word in enumerate(_SMALL.split(), 2)} | {
    word: 10.0 * ten for ten, word in enumerate(_TENS.split(), 2)
}


_STEMMER = snowballstemmer.stemmer("english")

Words = tuple[str, ...]
"""The words of a sentence or a text, cleaned; in a sentence a comma is a word of its own."""


def clean(message: str) -> str:
    """Lower-case, without accents, apostrophes, mark-up, mentions, links and invisible characters.

    Letters in disguise are letters again: "k1ll", "s u i c i d e". A vertebra ("L4/L5", "T12") is no word in disguise.
    """
    text = unicodedata.normalize("NFKD", message[:LONGEST])
    kept = (c for c in text if unicodedata.category(c) not in ("Mn", "Me", "Cf", "Cs") and (c >= " " or c == "\n"))
    text = "".join(kept).casefold().translate(_PLAIN).translate(_APOSTROPHES)
    text = _DISGUISED.sub(lambda found: found[0].translate(_UNDISGUISED), text)
    text = _SPELLED_OUT.sub(lambda found: "".join(c for c in found[0] if c.isalpha()), text)
    return _LONG_RUN.sub(r"\1\1", _NOISE.sub(" ", text))


def sentences(text: str) -> tuple[Words, ...]:
    """Split a text into the words of its sentences; those without a word are left out."""
    cleaned = clean(text)
    found: list[Words] = []
    start, room = 0, MOST_WORDS
    for stop in [*_SENTENCE.finditer(cleaned), None]:
        end = stop.start() if stop else len(cleaned)
        spoken = _words(cleaned[start:end])[:room]
        if any(word != "," for word in spoken):
            found.append(spoken)
            room -= len(spoken)
        start = stop.end() if stop else end
    return tuple(found)


def words(text: str) -> Words:
    """Return all words of a text, without commas."""
    return tuple(word for sentence in sentences(text) for word in sentence if word != ",")


def number(word: str) -> float | None:
    """Return the number that a word is, in figures or letters; None for any other word ("one" is seldom a number)."""
    return float(word) if word.replace(".", "", 1).isdecimal() else _NUMBERS.get(word)


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """Return the Snowball stem of a lower-case word: `stretching`, `stretches` and `stretched` are one."""
    stemmed: str = _STEMMER.stemWord(word)
    return stemmed


def _words(cleaned: str) -> Words:
    """Split cleaned text into words, with contractions and chat spellings in one form."""
    made: list[str] = []
    for token in _TOKEN.findall(cleaned):
        for word in _SPELLED.get(token, token).split():
            joined = _JOINED.get((made[-1], word)) if made else None
            if joined:
                made[-1] = joined
            else:
                made.append(word)
    return tuple(made)
