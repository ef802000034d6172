"""The reception: questions from people, with manners and counting. Store and clock are passed in."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from bot.answering.answer import OUTCOMES, Answer, Answered, Check, Suggestions, Unknown, Urgent
from bot.desk import notices, privacy
from bot.desk.card import Card, Vote, Where
from bot.desk.desk import Desk
from bot.desk.rate_limit import Cooldown, Posted
from bot.errors import StoreError
from bot.store.store import Store

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question: who asked, in which channel, and where the reply will stand."""

    words: str
    person: int
    channel: int
    where: Where


@dataclass(frozen=True, slots=True)
class Reply:
    """A card to send, and the answer it was made from (None when manners or an empty question made it).

    `topic` is what the card answers just as it would for anybody, or nothing.
    """

    card: Card
    answer: Answer | None = None
    topic: str = ""


class Reception:
    """Receives questions and presses of people. `now` tells the moment, with its zone."""

    def __init__(self, desk: Desk, store: Store | None, now: Callable[[], datetime]) -> None:
        self.desk = desk
        self._store = store
        self._now = now
        self._cooldown = Cooldown()
        self._posted = Posted()

    def receive(self, asked: Asked) -> Reply:
        """Answer a question. A warning is never held back; the rest minds its manners."""
        if not asked.words.strip():
            return Reply(self.desk.welcome())
        answer = self.desk.answerer.answer(asked.words)
        topic = self._for_anybody(answer)
        if not isinstance(answer, Urgent | Check):
            if wait := self._cooldown.wait(asked.person, self._now().timestamp()):
                return Reply(notices.slowly_card(round(wait)))
            if asked.where is Where.PUBLIC and (link := self.above(asked.channel, topic)):
                return Reply(notices.above_card(link))
        return Reply(self.desk.reply(answer, asked.where), answer, topic)

    def _for_anybody(self, answer: Answer) -> str:
        """Return the topic of an answer that has nothing of the asker's own above it: no sign, no low mood."""
        if not isinstance(answer, Answered) or answer.soon or answer.screening.low_mood:
            return ""
        return answer.topic if self.desk.has(answer.topic) else ""

    def at_this_hour(self, card: Card) -> Card:
        """Return a card as it is sent now: outside opening hours it says when people are back."""
        return self.desk.at(card, self._now())

    def above(self, channel: int, topic: str) -> str:
        """Return the link to the same answer, posted in the channel within the last minute, or nothing."""
        return self._posted.link(channel, topic, self._now().timestamp())

    def posted(self, channel: int, topic: str, link: str) -> None:
        """Remember where an answer stands."""
        if topic:
            self._posted.remember(channel, topic, self._now().timestamp(), link)

    async def count(self, answer: Answer | None) -> None:
        """Count what became of a question; a store that cannot is no reason to fail the person."""
        if self._store is None or answer is None:
            return
        today = self._now().date()
        try:
            await self._store.count_outcome(today, OUTCOMES[type(answer)])
            if isinstance(answer, Urgent | Check):
                await self._store.count_flag(today, answer.hit.flag, answer.hit.level)
            elif isinstance(answer, Suggestions | Unknown) and answer.candidates:
                nearest = answer.candidates[0]
                await self._store.count_near_miss(today, nearest.topic, nearest.confidence)
        except StoreError as error:
            log.warning("not counted: %s", error)

    async def vote(self, vote: Vote, message: int, person: int) -> Card:
        """Keep a vote. Raises `StoreError` when it could not be kept."""
        if self._store is not None:
            day = self._now().date()
            await self._store.vote(day, message_id=message, user_id=person, topic=vote.topic, helpful=vote.helpful)
        return self.desk.thanks(vote.helpful)

    async def forget(self, person: int) -> Card:
        """Delete at once what is kept about a person. Raises `StoreError` when it could not be deleted."""
        self._cooldown.forget(person)
        votes = await self._store.forget(person) if self._store else 0
        return privacy.forgotten_card(votes)

    async def forget_old(self) -> None:
        """Delete what is past its keeping time."""
        if self._store is not None:
            log.info("retention: %d rows deleted", await self._store.forget_old(self._now().date()))
