"""Only a folder that passes the whole check is served; one that has passed just as it is now is not checked again."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from bot.answering.context_examples import misread
from bot.index.files import CHECKED, read, write
from bot.index.keys import checked_key
from bot.library import Library, loader
from bot.library.knowledge import load
from bot.library.required import SERVED


def library_of(folder: Path, places: Sequence[Path]) -> Library:
    """Return the library of a folder. Raises `KnowledgeError` with all that keeps it from being served."""
    key = checked_key(folder)
    if read(CHECKED, key, places):
        library = loader.read(folder).library
        if checked_key(folder) == key:  # else it was changed while it was read
            return library
    key = checked_key(folder)
    library = load(folder, SERVED, misread).library
    if checked_key(folder) == key:
        write(CHECKED, key, True, places)
    return library
