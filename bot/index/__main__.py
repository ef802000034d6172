"""`python -m bot.index FOLDER`: learn from a folder and store that. `--ship`: from Limber's own, beside the code."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from bot.errors import KnowledgeError
from bot.index import FOLDER
from bot.index.checking import library_of
from bot.index.files import SHIPPED, places
from bot.index.learning import learn

LATER = 10
"""How nice the process is: while it learns, whoever asks something comes first."""


def main(arguments: list[str]) -> int:
    """Return 0 when all that can be learned is stored, 1 when the folder cannot be served."""
    shipping = arguments == ["--ship"]
    folder = FOLDER if shipping else Path(arguments[0])
    if hasattr(os, "nice"):
        os.nice(LATER)
    try:
        stored_in = (SHIPPED,) if shipping else places()
        learn(library_of(folder, stored_in), folder, stored_in)
    except KnowledgeError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
