"""Rate limits: not too often, and not the same thing twice. Time is passed in, in seconds of any steady clock."""

from __future__ import annotations

from collections import deque

MOST_ASKED, WINDOW = 6, 30.0
"""Questions one person may ask in so many seconds, over all ways of asking: a person types, a script does not."""

SAME_ANSWER = 60.0
"""Seconds in which the same answer is not posted again in a channel."""

MOST_REMEMBERED = 10_000
"""People or answers remembered at most, so that memory stays bounded whatever comes."""


class RateLimit:
    """Counts what each person asked lately. Warnings are never held back: the caller asks only for the rest."""

    def __init__(self) -> None:
        self._asked: dict[int, deque[float]] = {}

    def wait(self, person: int, now: float) -> float:
        """Return the seconds to wait, 0 when the question may be answered, which then counts."""
        asked = self._asked.pop(person, deque())
        while asked and now - asked[0] >= WINDOW:
            asked.popleft()
        self._asked[person] = asked
        while len(self._asked) > MOST_REMEMBERED:
            self._asked.pop(next(iter(self._asked)))
        if len(asked) >= MOST_ASKED:
            return WINDOW - (now - asked[0])
        asked.append(now)
        return 0.0

    def forget(self, person: int) -> None:
        """Forget what a person asked."""
        self._asked.pop(person, None)


class RecentPosts:
    """Remembers which answers stand in which channel, and where."""

    def __init__(self) -> None:
        self._links: dict[tuple[int, str], tuple[float, str]] = {}

    def link(self, channel: int, topic: str, now: float) -> str:
        """Return the link to the same answer posted within the last minute, or nothing."""
        at, link = self._links.get((channel, topic), (now - SAME_ANSWER, ""))
        return link if now - at < SAME_ANSWER else ""

    def remember(self, channel: int, topic: str, now: float, link: str) -> None:
        """Remember an answer that was posted."""
        self._links.pop((channel, topic), None)
        self._links[channel, topic] = (now, link)
        while len(self._links) > MOST_REMEMBERED:
            self._links.pop(next(iter(self._links)))
