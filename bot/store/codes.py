"""Codes in place of people: keyed one-way hashes, so that no user id is kept."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field

CODE_BYTES = 16
"""128 bits: two people's codes do not meet by chance."""


@dataclass(frozen=True, slots=True)
class Codes:
    """Makes a person's codes with the database's own random key.

    A code is no user id: it cannot be read back, and without the key nobody finds its person by trying all user ids.
    The topic goes into the voter's code, so that one person's votes on two topics cannot be seen to belong together:
    the table holds opinions, not the history of what somebody asked. Whoever holds the key (it lies in the same
    database) and already knows a user id can still test whether that person voted on a topic. That is what
    `/forget-me` does, and why a vote counts as keyed by the person (`kept.py`).
    """

    key: bytes = field(repr=False)

    def ballot(self, user_id: int, message_id: int) -> bytes:
        """Return the code of one person under one message: a second vote there meets the first."""
        return self._code(b"ballot", f"{message_id}/{user_id}")

    def voter(self, user_id: int, topic: str) -> bytes:
        """Return the code of one person's votes on one topic: what is needed to find and forget them."""
        return self._code(b"voter", f"{topic}/{user_id}")

    def _code(self, purpose: bytes, text: str) -> bytes:
        return hashlib.blake2b(text.encode(), digest_size=CODE_BYTES, key=self.key, person=purpose).digest()
