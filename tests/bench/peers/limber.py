"""Limber as one of those measured: `limber ask --json` over a copy of the knowledge that no stored index knows."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

from bot.index import FOLDER
from bot.library.examples import FOLDER as EXAMPLES
from bot.library.examples import ROOMS
from bot.library.knowledge import load
from tests.bench.peers.contest import Contestant
from tests.bench.peers.phrasings import OUTSIDE

_PROGRAM = Path(sys.executable).with_name("limber")


def copy_knowledge(place: Path) -> Path:
    """Copy the clinic's knowledge to `place`, which holds Limber's index too. Its hash differs, its matter does not."""
    folder = place / "knowledge"
    shutil.copytree(FOLDER, folder)
    for room in ROOMS:
        with next((folder / EXAMPLES / room).glob("*.txt")).open("a", encoding="utf-8") as file:
            file.write("\n# Measured.\n")
    return folder


def limber(folder: Path) -> Contestant:
    """Return Limber over a copied knowledge folder."""
    environment = {"KNOWLEDGE_DIR": str(folder), "XDG_CACHE_HOME": str(folder.parent)}
    return Contestant("**Limber**, at such a bar", "Limber", (str(_PROGRAM), "ask", "--json"), environment)


def phrasings_json(folder: Path) -> str:
    """Return a record a class, one a line: a topic with its question and every way to ask it, a kind of what is outside
    with its examples.
    """
    knowledge = load(folder)
    classes = {
        topic.id: (topic.question, *knowledge.examples.phrasings(topic)) for topic in knowledge.library.topics.values()
    }
    classes |= {f"{OUTSIDE} {kind}": texts for kind, texts in knowledge.examples.outside.items()}
    return "".join(
        json.dumps({"id": name, "texts": texts}, ensure_ascii=False) + "\n" for name, texts in classes.items()
    )
