"""What is done now and then while Limber runs: old rows deleted, changed knowledge taken up."""

from __future__ import annotations

import asyncio
import logging
from pathlib import Path

from discord.ext import tasks

from bot.desk.reception import Reception
from bot.errors import KnowledgeError, StoreError
from bot.library.digest import digest
from bot.opening import open_answerer

log = logging.getLogger(__name__)

LOOK_EVERY = 60
"""Seconds between two looks at the knowledge folder: an edit is served within a minute."""


class Chores:
    """Two loops. A loop's own error is logged and the loop goes on: discord.py would end it for good."""

    def __init__(self, reception: Reception, folder: Path) -> None:
        self._reception = reception
        self._folder = folder
        self._seen = digest(folder)

    def start(self) -> None:
        """Begin, inside the running event loop."""
        self._look.start()
        self._tidy.start()

    def stop(self) -> None:
        """End both loops."""
        self._look.cancel()
        self._tidy.cancel()

    @tasks.loop(seconds=LOOK_EVERY)
    async def _look(self) -> None:
        """Take up changed knowledge; a broken folder keeps the old library serving."""
        try:
            await self.look()
        except OSError as error:
            log.warning("knowledge cannot be read, the old one keeps serving: %s", error)

    async def look(self) -> None:
        """Reload the library when its files have changed. Reading and learning happen beside the event loop."""
        found = await asyncio.to_thread(digest, self._folder)
        if found == self._seen:
            return
        self._seen = found
        try:
            answerer = await asyncio.to_thread(open_answerer, self._folder)
        except KnowledgeError as error:
            log.error("knowledge has %d things to mend, the old one keeps serving:\n%s", len(error.findings), error)
            return
        self._reception.desk.answerer = answerer
        log.info("knowledge taken up: %d topics", len(answerer.library.topics))

    @tasks.loop(hours=24)
    async def _tidy(self) -> None:
        """Delete what is past its keeping time."""
        try:
            await self._reception.forget_old()
        except StoreError as error:
            log.warning("retention put off: %s", error)
