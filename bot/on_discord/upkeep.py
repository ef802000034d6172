"""What is done now and then while Limber runs: changed knowledge taken up, old rows deleted."""

from __future__ import annotations

import asyncio
import gc
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path

from bot.answering.answer import Answerer
from bot.desk.service import Service
from bot.errors import KnowledgeError, StoreError
from bot.index import learning_command, learning_environment, stored_answerer
from bot.library.digest import digest

log = logging.getLogger(__name__)

LOOK_EVERY = 60.0
"""Seconds between two looks at the knowledge folder: an edit is served within a minute or two."""

LONGEST_LEARNING = 15 * 60.0
"""Seconds after which learning is ended: on a slow and busy machine it takes two minutes."""

LOOKS_A_DAY = int(24 * 60 * 60 / LOOK_EVERY)


class Chores:
    """One task that looks and tidies until it is told to stop. It is never cancelled: a write begun is a write done.

    Only learning is ended at once, as it is begun anew at the next start.
    """

    def __init__(self, service: Service, folder: Path) -> None:
        self._service = service
        self._folder = folder
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
                await self._try("forgetting old rows", self._service.forget_old)
            await self._try("reading the knowledge", self.look)
            looks += 1
            with suppress(TimeoutError):
                await asyncio.wait_for(self._stopped.wait(), LOOK_EVERY)

    async def _try(self, chore: str, do: Callable[[], Awaitable[None]]) -> None:
        """Do a chore; one that fails is logged and done again when its time comes, and the others go on."""
        try:
            await do()
        except (OSError, StoreError) as error:
            log.warning("%s failed: %s", chore, error)
        except Exception:
            log.exception("%s failed", chore)

    async def look(self) -> None:
        """Take up the library when its files have changed.

        It is read beside the event loop, and learned from in a process of its own: nobody waits meanwhile.
        """
        found = await asyncio.to_thread(digest, self._folder)
        if found == self._seen:
            return
        try:
            answerer = await self._open()
        except KnowledgeError as error:
            log.error("knowledge has %d things to mend, the old one keeps serving:\n%s", len(error.findings), error)
        else:
            self._take_up(answerer)
        self._seen = found

    def _take_up(self, answerer: Answerer | None) -> None:
        """Serve a library; None leaves the old one serving."""
        if answerer is None:
            return
        library = answerer.library
        self._service.serve(answerer)
        # As at the start (`running.run`). The old library held no circle: it went with the last that spoke of it.
        gc.freeze()
        log.info("knowledge taken up: %d topics, %d warning signs", len(library.topics), len(library.flags))

    async def _open(self) -> Answerer | None:
        """Return an answerer over the folder as it is now; None, and a line in the log, when it cannot be learned from.

        Raises `KnowledgeError`.
        """
        answerer = await asyncio.to_thread(stored_answerer, self._folder)
        if answerer is None and (status := await self._learn()) is not None:
            answerer = await asyncio.to_thread(stored_answerer, self._folder)
            if answerer is None:
                log.error("learning from the knowledge ended with status %d, the old one keeps serving", status)
        return answerer

    async def _learn(self) -> int | None:
        """Learn in a process of its own and return its exit status; None when it was ended because we stop."""
        process = await asyncio.create_subprocess_exec(
            *learning_command(self._folder), env=learning_environment(), stdin=asyncio.subprocess.DEVNULL
        )
        ended, stopped = asyncio.create_task(process.wait()), asyncio.create_task(self._stopped.wait())
        await asyncio.wait((ended, stopped), timeout=LONGEST_LEARNING, return_when=asyncio.FIRST_COMPLETED)
        stopped.cancel()
        if not ended.done():
            process.kill()
        status = await ended
        return None if self._stopped.is_set() else status
