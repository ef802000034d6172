"""What is done now and then while Limber runs: changed knowledge taken up, old rows deleted."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from bot.answering.answer import Answerer
from bot.desk.service import Service
from bot.errors import KnowledgeError, StoreError
from bot.index import open_answerer
from bot.library.digest import digest

log = logging.getLogger(__name__)

LOOK_EVERY = 60.0
"""Seconds between two looks at the knowledge folder: an edit is served within a minute or two."""

LOOKS_A_DAY = int(24 * 60 * 60 / LOOK_EVERY)


class Chores:
    """One task that looks and tidies until it is told to stop. It is never cancelled: a write begun is a write done."""

    def __init__(self, service: Service, folder: Path, opener: Callable[[Path], Answerer] = open_answerer) -> None:
        self._service = service
        self._folder = folder
        self._open = opener
        self._seen = digest(folder)
        self._stopped = asyncio.Event()
        self._task: asyncio.Task[None] | None = None

    def start(self) -> None:
        """Begin, inside the running event loop."""
        self._task = asyncio.create_task(self._run())

    async def stop(self) -> None:
        """Let what is being done be finished, and end."""
        self._stopped.set()
        if self._task is not None:
            await self._task

    async def _run(self) -> None:
        looks = 0
        while not self._stopped.is_set():
            if looks % LOOKS_A_DAY == 0:
                await self._tidy()
            await self._look()
            looks += 1
            with suppress(TimeoutError):
                await asyncio.wait_for(self._stopped.wait(), LOOK_EVERY)

    async def _tidy(self) -> None:
        """Delete what is past its keeping time; a store that cannot is asked again tomorrow."""
        try:
            await self._service.forget_old()
        except StoreError as error:
            log.warning("retention put off: %s", error)

    async def _look(self) -> None:
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
            answerer = await asyncio.to_thread(self._open, self._folder)
        except KnowledgeError as error:
            log.error("knowledge has %d things to mend, the old one keeps serving:\n%s", len(error.findings), error)
            return
        self._service.serve(answerer)
        log.info("knowledge taken up: %d topics", len(answerer.library.topics))
