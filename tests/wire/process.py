"""The real `limber run`, as a process of its own."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from asyncio.subprocess import Process
from dataclasses import dataclass
from pathlib import Path

from tests.wire.double import LocalDiscord
from tests.wire.tape import PATIENCE
from tests.wire.world import TOKEN

FENCE = Path(__file__).with_name("fence")
FENCE_MARK = "FENCE:"
GRACE = 10.0
"""Seconds from SIGTERM to the end: what `docker stop` waits before it kills."""
KEPT = ("PATH", "HOME", "XDG_CACHE_HOME", "LOCALAPPDATA", "LANG", "SYSTEMROOT")
"""What the process gets of the environment: enough to find Python and the cached index, none of Limber's settings."""


def environment(api_url: str, **settings: str) -> dict[str, str]:
    """Return the environment of a Limber whose Discord is at `api_url`."""
    return {
        **{key: os.environ[key] for key in KEPT if key in os.environ},
        "PYTHONPATH": os.pathsep.join(filter(None, (str(FENCE), os.environ.get("PYTHONPATH")))),
        "DISCORD_TOKEN": TOKEN,
        "CLINIC_NAME": "Harbour Clinic",
        "CLINIC_CONTACT": "our front desk on 555 0100",
        "REGION": "uk",
        "DISCORD_API_URL": api_url,
        **settings,
    }


def _next_log(folder: Path) -> Path:
    return folder / f"limber-{len(list(folder.glob('limber-*.log')))}.log"


@dataclass
class Limber:
    """One process. Its log is a file, so that it can be read after any end."""

    process: Process
    log_file: Path

    @classmethod
    async def launch(cls, api_url: str, folder: Path, **settings: str) -> Limber:
        """Start `python -m bot run` in a folder of its own, and wait for nothing."""
        log_file = _next_log(folder)
        with log_file.open("wb") as log:
            process = await asyncio.create_subprocess_exec(
                sys.executable,
                "-m",
                "bot",
                "run",
                cwd=folder,
                env=environment(api_url, **settings),
                stdin=asyncio.subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )
        return cls(process, log_file)

    async def until_ready(self, local: LocalDiscord) -> None:
        """Wait until the gateway has let it in. Raises `RuntimeError` with the log when it ends before."""
        ready, ended = asyncio.ensure_future(local.gateway.ready.wait()), asyncio.ensure_future(self.process.wait())
        await asyncio.wait((ready, ended), timeout=PATIENCE, return_when=asyncio.FIRST_COMPLETED)
        up = ready.done()
        ready.cancel()
        ended.cancel()
        if not up:
            raise RuntimeError(f"Limber did not come up:\n{self.log}")

    @property
    def log(self) -> str:
        """All it has written, to stdout and stderr."""
        return self.log_file.read_text(encoding="utf-8")

    @property
    def running(self) -> bool:
        """Whether it has not ended yet."""
        return self.process.returncode is None

    async def ended(self, within: float = PATIENCE) -> int:
        """Wait for its end and return its exit status. One that does not end is killed: an `AssertionError`."""
        try:
            async with asyncio.timeout(within):
                return await self.process.wait()
        except TimeoutError:
            await self.kill()
            raise AssertionError(f"Limber did not end within {within:.0f} s:\n{self.log}") from None

    async def stop(self) -> int:
        """Ask it to stop, as a service manager does, and return its exit status."""
        self.process.send_signal(signal.SIGTERM)
        return await self.ended(GRACE)

    async def kill(self) -> None:
        """End it in the middle of whatever it does."""
        self.process.kill()
        await self.process.wait()
