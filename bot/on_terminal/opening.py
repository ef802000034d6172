"""Open the knowledge in a terminal, where somebody waits and wants to know for what."""

from __future__ import annotations

import sys
from pathlib import Path

from bot.answering.answer import Answerer
from bot.index import LEARNING, open_answerer


def open_here(folder: Path) -> Answerer:
    """Return an answerer over a folder; say so on stderr when its texts have to be learned from first."""
    return open_answerer(folder, before_learning=_tell)


def _tell() -> None:
    sys.stderr.write(f"{LEARNING}\n")
    sys.stderr.flush()
