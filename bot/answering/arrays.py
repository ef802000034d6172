"""What an index holds as plain arrays, and back.

Arrays are data: nothing in them is ever run. Whoever wrote them, they are held against what they must be, and
`ValueError` or `KeyError` says that they are not.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import accumulate, pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.answering.learned_signs import SignModel
from bot.answering.linear import LinearModel
from bot.answering.matching import TopicModel
from bot.answering.spelling import Vocabulary
from bot.answering.text import Words
from bot.answering.training import ReadSentence, ReadText
from bot.library import Level

Arrays = Mapping[str, NDArray[Any]]


def pack_vocabulary(vocabulary: Vocabulary) -> Arrays:
    """Return a vocabulary as arrays; common words stand first."""
    rare = sorted(vocabulary.known - vocabulary.common)
    everyday = sorted(vocabulary.everyday)
    return {"common": _lines(sorted(vocabulary.common)), "rare": _lines(rare), "everyday": _lines(everyday)}


def unpack_vocabulary(arrays: Arrays) -> Vocabulary:
    """Return the vocabulary that arrays hold."""
    common = frozenset(_strings(arrays["common"]))
    everyday = frozenset(_strings(arrays["everyday"]))
    return Vocabulary(common.union(_strings(arrays["rare"])), common, everyday)


def pack_topics(model: TopicModel) -> Arrays:
    """Return what matching has learned as arrays."""
    return {
        "topics": _lines(model.topics),
        "kinds": _lines(model.kinds),
        "familiar": _lines(sorted(model.familiar)),
        **_pack_verbatim(model.verbatim),
        **_pack("stems", model.stems),
        **_pack("ngrams", model.ngrams),
    }


def unpack_topics(arrays: Arrays) -> TopicModel:
    """Return what matching has learned from arrays."""
    topics, kinds = _strings(arrays["topics"]), _strings(arrays["kinds"])
    classes = len(topics) + len(kinds)
    familiar = frozenset(_strings(arrays["familiar"]))
    verbatim = _unpack_verbatim(arrays, classes)
    stems, ngrams = (_unpack(arrays, name, classes) for name in ("stems", "ngrams"))
    return TopicModel(topics, kinds, familiar, verbatim, stems, ngrams)


def pack_signs(model: SignModel) -> Arrays:
    """Return what has been learned of warning signs as arrays."""
    return {
        "flags": _lines(flag for flag, _ in model.signs),
        "levels": _lines(level for _, level in model.signs),
        **_pack_verbatim(model.verbatim),
        **_pack("stems", model.stems),
        **_pack("ngrams", model.ngrams),
        **_pack("concepts", model.concepts),
    }


def unpack_signs(arrays: Arrays) -> SignModel:
    """Return what has been learned of warning signs from arrays."""
    flags, levels = _strings(arrays["flags"]), map(Level, _strings(arrays["levels"]))
    signs = tuple(zip(flags, levels, strict=True))
    classes = len(signs) + 1
    verbatim = _unpack_verbatim(arrays, classes)
    stems, ngrams, concepts = (_unpack(arrays, name, classes) for name in ("stems", "ngrams", "concepts"))
    return SignModel(signs, verbatim, stems, ngrams, concepts)


def pack_texts(texts: Mapping[str, ReadText]) -> Arrays:
    """Return texts that were read as arrays: a line a text, and one of words and one of concepts a sentence."""
    sentences = [sentence for text in texts.values() for sentence in text]
    return {
        "texts": _lines(text.replace("\n", "\r") for text in texts),
        "sentences": np.array([len(text) for text in texts.values()], np.int32),
        "words": _lines(" ".join(sentence.words) for sentence in sentences),
        "concepts": _lines("\t".join(sentence.concepts) for sentence in sentences),
    }


def unpack_texts(arrays: Arrays) -> dict[str, ReadText]:
    """Return the texts that arrays hold, as they were read."""
    lengths = _array(arrays["sentences"], np.int32, 1).tolist()
    concepts = arrays["concepts"].tobytes().decode().split("\n") if sum(lengths) else []
    said = _strings(arrays["words"])
    sentences = [
        ReadSentence(tuple(words.split(" ")), tuple(named.split("\t")) if named else ())
        for words, named in zip(said, concepts, strict=True)
    ]
    bounds = list(pairwise(accumulate(lengths, initial=0)))
    if min(lengths, default=0) < 0 or sum(lengths) != len(sentences):
        raise ValueError("sentences that there are not")
    texts = (text.replace("\r", "\n") for text in _strings(arrays["texts"]))
    return {text: tuple(sentences[start:end]) for text, (start, end) in zip(texts, bounds, strict=True)}


def _pack_verbatim(verbatim: Mapping[str, int]) -> Arrays:
    return {"verbatim": _lines(verbatim), "verbatim.class": np.array(list(verbatim.values()), np.int32)}


def _unpack_verbatim(arrays: Arrays, classes: int) -> dict[str, int]:
    labels = _array(arrays["verbatim.class"], np.int32, 1)
    if labels.size and not 0 <= labels.min() <= labels.max() < classes:
        raise ValueError("a class that there is not")
    return dict(zip(_strings(arrays["verbatim"]), labels.tolist(), strict=True))


def _pack(name: str, model: LinearModel) -> Arrays:
    return {
        name: _lines(model.features),
        f"{name}.rarity": model.rarity,
        f"{name}.weights": model.weights,
    }


def _unpack(arrays: Arrays, name: str, classes: int) -> LinearModel:
    features = _strings(arrays[name])
    rarity = _array(arrays[f"{name}.rarity"], np.float32, 1)
    weights = _array(arrays[f"{name}.weights"], np.float16, 2)
    if rarity.shape != (len(features),) or weights.shape != (len(features), classes):
        raise ValueError(f"{name}: features, rarity and weights are not of one size")
    if not (np.isfinite(rarity).all() and np.isfinite(weights).all()):
        raise ValueError(f"{name}: a weight that is no number")
    return LinearModel(features, rarity, weights)


def _array(array: NDArray[Any], kind: type[np.generic], dimensions: int) -> NDArray[Any]:
    """Return an array that is of this kind. Raises `ValueError` for any other."""
    if array.dtype != kind or array.ndim != dimensions:
        raise ValueError(f"{array.dtype} of {array.ndim} dimensions where {kind.__name__} of {dimensions} belong")
    return array


def _lines(strings: Iterable[str]) -> NDArray[np.uint8]:
    """Return strings, none with a line feed in it, as the bytes of one text of lines."""
    return np.frombuffer("".join(f"{string}\n" for string in strings).encode(), np.uint8)


def _strings(lines: NDArray[Any]) -> Words:
    """Return strings that `_lines` has joined; none of them is empty, and none cut off."""
    *found, rest = _array(lines, np.uint8, 1).tobytes().decode().split("\n")
    if rest or "" in found:
        raise ValueError("an empty name, or half of one")
    return tuple(found)
