"""Limber as one of those measured: `limber ask --json` over a copy of the knowledge that no stored index knows."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from bot.index import FOLDER
from tests.bench.peers.contest import Contestant

_PROGRAM = Path(sys.executable).with_name("limber")


def copy_knowledge(place: Path) -> Path:
    """Copy the clinic's knowledge to `place`, which holds Limber's index too. Its hash differs, its matter does not."""
    folder = place / "knowledge"
    shutil.copytree(FOLDER, folder)
    with (folder / "cares.toml").open("a", encoding="utf-8") as file:
        file.write("\n# Measured.\n")
    return folder


def limber(folder: Path) -> Contestant:
    """Return Limber over a copied knowledge folder."""
    environment = {"KNOWLEDGE_DIR": str(folder), "XDG_CACHE_HOME": str(folder.parent)}
    return Contestant("**Limber**, at such a bar", "Limber", (str(_PROGRAM), "ask", "--json"), environment)


def topics_json(ours: Contestant) -> str:
    """Return what `limber topics --json` prints over the same knowledge."""
    environment = {**os.environ, **ours.environment}
    command = (str(_PROGRAM), "topics", "--json")
    run = subprocess.run(command, env=environment, capture_output=True, check=True, encoding="utf-8")  # noqa: S603 - ours
    return run.stdout
