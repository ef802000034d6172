"""A matcher in a process of its own: asked through its pipe, timed from outside."""

from __future__ import annotations

import json
import os
import re
import subprocess
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

from tests.bench.peers.reply import Reply

ONE_THREAD = {
    "OMP_NUM_THREADS": "1",
    "OPENBLAS_NUM_THREADS": "1",
    "MKL_NUM_THREADS": "1",
    "RAYON_NUM_THREADS": "1",
    "TOKENIZERS_PARALLELISM": "false",
}
OFFLINE = {"HF_HUB_OFFLINE": "1", "TRANSFORMERS_OFFLINE": "1"}


class NotMeasured(Exception):  # noqa: N818 - a peer that is not there is a finding, not a fault
    """Raised when the process cannot be started or ends before it has answered; says why."""


@dataclass(frozen=True, slots=True)
class Timed:
    """A reply and the milliseconds from the question's line going in to the reply's coming out."""

    reply: Reply
    milliseconds: float


class Process:
    """A running matcher. `start_seconds` is from its start to the answer to its first question."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str]) -> None:
        self._errors = tempfile.TemporaryFile()  # noqa: SIM115 - closed when the process is left
        started = time.perf_counter()
        try:
            self._child = subprocess.Popen(  # noqa: S603 - the bench's own commands
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=self._errors,
                env={**os.environ, **ONE_THREAD, **OFFLINE, **environment},
            )
        except OSError as error:
            self._errors.close()
            raise NotMeasured(f"{Path(command[0]).name} does not start: {error.strerror}") from error
        self.ask("does it help?")
        self.start_seconds = time.perf_counter() - started

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._child.communicate()
        self._errors.close()

    def ask(self, question: str) -> Timed:
        """Ask one question, which holds no line break. Raises `NotMeasured` when no answer comes."""
        asked, answers = self._child.stdin, self._child.stdout
        assert asked is not None
        assert answers is not None
        start = time.perf_counter()
        try:
            asked.write(question.encode() + b"\n")
            asked.flush()
            line = answers.readline()
        except BrokenPipeError:
            line = b""
        taken = (time.perf_counter() - start) * 1000
        if not line:
            raise NotMeasured(self._last_words())
        return Timed(Reply.read(json.loads(line)), taken)

    def megabytes(self) -> float | None:
        """Return what the process holds in memory now (RSS); None where the system has no /proc."""
        status = Path(f"/proc/{self._child.pid}/status")
        found = re.search(r"VmRSS:\s+(\d+) kB", status.read_text()) if status.is_file() else None
        return int(found.group(1)) / 1024 if found else None

    def _last_words(self) -> str:
        """Return the last line the process wrote to stderr."""
        self._child.wait()
        self._errors.seek(0)
        lines = self._errors.read().decode(errors="replace").split("\n")
        return next((line.strip() for line in reversed(lines) if line.strip()), "it ended without a word")
