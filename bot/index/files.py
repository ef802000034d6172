"""The files of an index: arrays, each file one part, in the first folder that can be written to.

Reading a file runs nothing that is in it. In a cache folder only this user's own files are read, and root's: whoever
can write a file could otherwise make Limber deaf to a warning sign.
"""

from __future__ import annotations

import os
import tempfile
import zipfile
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

import numpy as np

from bot.answering.arrays import (
    Arrays,
    pack_signs,
    pack_texts,
    pack_topics,
    pack_vocabulary,
    unpack_signs,
    unpack_texts,
    unpack_topics,
    unpack_vocabulary,
)
from bot.answering.learned_signs import SignModel
from bot.answering.matching import TopicModel
from bot.answering.spelling import Vocabulary
from bot.answering.training import ReadText
from bot.index.word_for_word import Lost

T = TypeVar("T")

SHIPPED = Path(__file__).parents[1] / "_index"
"""Where `make setup` or a wheel's build leaves the index, so that the very first question is answered at once."""

MOST_KEPT = 8
"""Files of each part that stay in a folder, the last used ones: so many knowledge folders live side by side."""

LARGEST = 200_000_000
"""Bytes a file may unpack to: some ten times the largest part of a clinic's index."""


@dataclass(frozen=True, slots=True)
class Part(Generic[T]):
    """A part of the index: what its files are called, and how it becomes arrays and comes back."""

    name: str
    pack: Callable[[T], Arrays]
    unpack: Callable[[Arrays], T]


CHECKED: Part[bool] = Part("checked", lambda passed: {"passed": np.array(passed)}, lambda found: bool(found["passed"]))
VOCABULARY: Part[Vocabulary] = Part("vocabulary", pack_vocabulary, unpack_vocabulary)
TOPICS: Part[TopicModel] = Part("topics", pack_topics, unpack_topics)
SIGNS: Part[SignModel] = Part("signs", pack_signs, unpack_signs)
TEXTS: Part[dict[str, ReadText]] = Part("texts", pack_texts, unpack_texts)


def pack_lost(lost: tuple[Lost, ...]) -> Arrays:
    """Return lost lines as arrays."""
    return {
        "topics": np.array([line.topic for line in lost], dtype=np.str_),
        "numbers": np.array([line.number for line in lost], dtype=np.int64),
        "instead": np.array([line.instead for line in lost], dtype=np.str_),
    }


def unpack_lost(arrays: Arrays) -> tuple[Lost, ...]:
    """Return the lost lines that arrays hold."""
    found = zip(arrays["topics"].tolist(), arrays["numbers"].tolist(), arrays["instead"].tolist(), strict=True)
    return tuple(Lost(str(topic), int(number), str(instead)) for topic, number, instead in found)


LOST: Part[tuple[Lost, ...]] = Part("lost", pack_lost, unpack_lost)


def places() -> tuple[Path, ...]:
    """Return where files are looked for; all but `SHIPPED` are also written to.

    The user's cache comes first; the system's folder for what is temporary serves where there is none, or no home.
    """
    base = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    found = [SHIPPED]
    with suppress(RuntimeError):
        found.append((Path(base) if base else Path.home() / ".cache") / "limber")
    user = os.getuid() if hasattr(os, "getuid") else "user"
    return (*found, Path(tempfile.gettempdir()) / f"limber-{user}")


def read(part: Part[T], key: str, places: Sequence[Path]) -> T | None:
    """Return a part that is stored in one of some places; None when no sound file of that name is there."""
    for place in places:
        path = _path(place, part.name, key)
        try:
            if place != SHIPPED and not _ours(path):
                continue
            with zipfile.ZipFile(path) as stored:
                if sum(info.file_size for info in stored.infolist()) > LARGEST:
                    continue
            with np.load(path, allow_pickle=False) as stored:
                found = part.unpack(stored)
        except (OSError, ValueError, KeyError, EOFError, MemoryError, NotImplementedError, zipfile.BadZipFile):
            continue  # missing, damaged, or of another make: it is made anew
        with suppress(OSError):
            path.touch()
        return found
    return None


def write(part: Part[T], key: str, value: T, places: Sequence[Path]) -> None:
    """Store a part, whole or not at all, in the first place that takes it; that none does is no error.

    Beside the code nothing is stored, unless that is the only place given.
    """
    for place in [place for place in places if place != SHIPPED] or places:
        path = _path(place, part.name, key)
        try:
            _write(path, part.pack(value))
            _forget(place, part.name)
        except OSError:
            continue
        return


def _write(path: Path, arrays: Arrays) -> None:
    """Write beside the file first, so that nobody ever reads half of it; who may start Limber may read it."""
    if not path.parent.is_dir():
        path.parent.mkdir(parents=True)
        path.parent.chmod(0o755)
    handle, beside = tempfile.mkstemp(dir=path.parent, prefix=".", suffix=".tmp")
    try:
        with open(handle, "wb") as file:
            np.savez(file, allow_pickle=False, **arrays)
        os.chmod(beside, 0o644)
        os.replace(beside, path)
    except BaseException:
        os.unlink(beside)
        raise


def _forget(place: Path, name: str) -> None:
    """Delete all but the last used files of a part."""
    files = sorted(place.glob(f"{name}-*.npz"), key=lambda path: path.stat().st_mtime, reverse=True)
    for old in files[MOST_KEPT:]:
        old.unlink(missing_ok=True)


def _ours(path: Path) -> bool:
    """Return whether a file was written by this user or by root, and nobody else can write to it."""
    about = path.stat()
    return not hasattr(os, "getuid") or (about.st_uid in (os.getuid(), 0) and not about.st_mode & 0o022)


def _path(place: Path, name: str, key: str) -> Path:
    return place / f"{name}-{key}.npz"
