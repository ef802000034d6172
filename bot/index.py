"""Open the library and its index, from the cache when nothing has changed since.

The cache is derived and may be deleted at any time. It is keyed by the hash of the knowledge and of the code
that read it, so that neither an edit nor an update ever meets a stale index.
"""

from __future__ import annotations

import hashlib
import os
import pickle
import sys
import tempfile
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.answering.answer import Answerer

FOLDER = Path(__file__).parents[1] / "knowledge"
"""The clinic's knowledge that ships with Limber; KNOWLEDGE_DIR names another."""

SHIPPED = Path(__file__).parent / "_index"
"""Where `make setup` (or a wheel's build) leaves the index, so that the very first question is answered at once."""


def open_answerer(folder: Path) -> Answerer:
    """Return an answerer over `folder`. Raises `KnowledgeError` when the folder cannot be served.

    Only what has passed the whole check is stored, under the hash of the folder: what is stored is not checked again.
    """
    name = _name(folder)
    for shelf in (SHIPPED, cache_folder()):
        stored = _stored(shelf / name)
        if stored is not None:
            return stored
    answerer = _made(folder)
    _store(answerer, cache_folder() / name)
    return answerer


def ship() -> None:
    """Build the index of the knowledge that ships with Limber and store it beside the code."""
    _store(_made(FOLDER), SHIPPED / _name(FOLDER))


def _made(folder: Path) -> Answerer:
    """Return an answerer over a folder that passes the whole check. Raises `KnowledgeError` for another."""
    from bot.answering.answer import Answerer
    from bot.answering.context_examples import misread
    from bot.library.knowledge import load
    from bot.library.required import SERVED

    knowledge = load(folder, SERVED, misread)
    return Answerer(knowledge.library, knowledge.examples)


def cache_folder() -> Path:
    """Return Limber's folder in the user's cache."""
    base = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    return (Path(base) if base else Path.home() / ".cache") / "limber"


def _name(folder: Path) -> str:
    """Return the name of the index that this code makes of what a folder holds now."""
    from bot.library.digest import digest

    return f"{_code_digest()}-{digest(folder)[:32]}.pickle"


@cache
def _code_digest() -> str:
    """Return a hash of the code an index is made by, and of the Python that pickles it."""
    total = hashlib.sha256(sys.version.encode())
    here = Path(__file__).parent
    for room in ("library", "answering"):
        for path in sorted((here / room).glob("*.py")):
            total.update(path.read_bytes())
    return total.hexdigest()[:16]


def _stored(place: Path) -> Answerer | None:
    """Return the stored answerer, or None when there is none that can be read."""
    try:
        with place.open("rb") as file:
            # Written by this user's own Limber into this user's own cache folder; nothing else is read here.
            answerer: Answerer = pickle.load(file)  # noqa: S301
    except (OSError, pickle.UnpicklingError, EOFError, AttributeError, ImportError, TypeError, ValueError):
        return None
    return answerer


def _store(answerer: Answerer, place: Path) -> None:
    """Store an answerer whole or not at all; a cache that cannot be written is no error."""
    try:
        place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        for old in place.parent.glob("*.pickle"):
            old.unlink(missing_ok=True)
        with tempfile.NamedTemporaryFile(dir=place.parent, delete=False) as file:
            pickle.dump(answerer, file, protocol=pickle.HIGHEST_PROTOCOL)
        os.replace(file.name, place)
    except OSError:
        return
