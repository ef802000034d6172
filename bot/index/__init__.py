"""Open a knowledge folder for answering, with what has been learned from its texts.

Learning takes seconds, so it is stored: beside the code (`make setup`, a wheel), or in the user's cache folder, which
may be deleted at any time. Each part of the index is named after the hash of what it was made of (`index.keys`), so
that neither an edit nor an update ever meets a stale one, and an edit makes anew only what it changes.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.answering.answer import Answerer

_ROOT = Path(__file__).parents[2]

FOLDER = _ROOT / "knowledge"
"""The clinic's knowledge that ships with Limber; KNOWLEDGE_DIR names another."""


LEARNING = "Learning from the knowledge files, about half a minute ..."
"""What whoever waits for it is told before something is learned."""


def open_answerer(folder: Path, *, before_learning: Callable[[], None] = lambda: None) -> Answerer:
    """Return an answerer over `folder`; where its texts are new, learn from them first, in a process of its own.

    Raises `KnowledgeError` when the folder cannot be served.
    """
    answerer = stored_answerer(folder)
    if answerer is None:
        before_learning()
        subprocess.run(learning_command(folder), env=learning_environment(), check=False)  # noqa: S603 - our own module
        answerer = stored_answerer(folder)
    return answerer or _learned_here(folder)


def stored_answerer(folder: Path) -> Answerer | None:
    """Return an answerer over `folder`, or None when there is something to learn first.

    Raises `KnowledgeError` when the folder cannot be served.
    """
    from bot.answering.answer import Answerer
    from bot.index.checking import library_of
    from bot.index.files import places
    from bot.index.learning import stored

    library = library_of(folder, places())
    learned = stored(library, folder, places())
    return Answerer(library, learned) if learned else None


def learning_command(folder: Path) -> tuple[str, ...]:
    """Return the command that learns from a folder and stores that; its exit status is 0 when it has."""
    return (sys.executable, "-P", "-m", "bot.index", str(folder.resolve()))


def learning_environment() -> dict[str, str]:
    """Return the environment of that command: it runs this very code, whatever folder it is started in."""
    others = os.environ.get("PYTHONPATH", "")
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, (str(_ROOT), others)))}


def _learned_here(folder: Path) -> Answerer:
    """Learn in this process: where nothing can be stored, or no other process be started."""
    from bot.answering.answer import Answerer
    from bot.index.checking import library_of
    from bot.index.files import places
    from bot.index.learning import learn

    library = library_of(folder, places())
    return Answerer(library, learn(library, folder, places()))
