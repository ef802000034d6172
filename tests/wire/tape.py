"""A tape: what happened, in order, and waiting for what is still to come."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

T = TypeVar("T")

PATIENCE = 30.0
"""Seconds after which something that did not come counts as never coming; nothing here is meant to take them."""


def _anything(_: object) -> bool:
    return True


@dataclass
class Tape(Generic[T]):
    """Items in the order they happened."""

    items: list[T] = field(default_factory=list)
    _waiting: list[asyncio.Event] = field(default_factory=list)

    def add(self, item: T) -> None:
        """Put an item at the end and wake whoever waits for one."""
        self.items.append(item)
        for waiting in self._waiting:
            waiting.set()

    def all(self, match: Callable[[T], bool] = _anything) -> list[T]:
        """Return every item so far that matches."""
        return [item for item in self.items if match(item)]

    async def wait(self, match: Callable[[T], bool] = _anything, count: int = 1) -> list[T]:
        """Return the matching items as soon as there are `count`. Raises `AssertionError` when they do not come."""
        news = asyncio.Event()
        self._waiting.append(news)
        try:
            async with asyncio.timeout(PATIENCE):
                while len(found := self.all(match)) < count:
                    news.clear()
                    await news.wait()
        except TimeoutError:
            tail = "\n".join(f"  {item}" for item in self.items[-5:])
            raise AssertionError(f"waited {PATIENCE:.0f} s in vain; the tape ends with\n{tail}") from None
        finally:
            self._waiting.remove(news)
        return found
