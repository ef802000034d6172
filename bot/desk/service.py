"""The service: for whom, how often, what is counted and what is kept. Store and clock are passed in.

What is said is the desk's (`bot/desk/desk.py`), which the service asks.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from bot.answering.answer import OUTCOMES, Answer, Answered, Answerer, Check, Suggestions, Unknown, Unread, Urgent
from bot.desk.card import Card, Vote, Where
from bot.desk.desk import Desk
from bot.desk.incident import log_incident
from bot.desk.notices import Notice
from bot.desk.rate_limit import RateLimit, RecentPosts
from bot.errors import StoreError
from bot.store.store import Store

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question: who asked, in which channel, where the reply will stand, and the language of the person's Discord.

    `own` says whether they wrote the words themselves, or ask about somebody else's message.
    """

    words: str
    person: int
    channel: int
    where: Where
    language: str = ""
    own: bool = True


@dataclass(frozen=True, slots=True)
class Reply:
    """A card to send, and the answer it was made from (None where there was no question, or it was held back).

    `topic` is what the card answers just as it would for anybody, or nothing.
    """

    card: Card
    answer: Answer | None = None
    topic: str = ""


class Service:
    """Receives questions and votes of people. `now` tells the moment, with its zone."""

    def __init__(self, desk: Desk, store: Store, now: Callable[[], datetime]) -> None:
        self.desk = desk
        self._store = store
        self._now = now
        self._limit = RateLimit()
        self._posts = RecentPosts()

    def serve(self, answerer: Answerer) -> None:
        """Serve another library from now on; who asked how often and what stands where is remembered."""
        self.desk.serve(answerer)

    def receive(self, asked: Asked) -> Reply:
        """Answer a question. A warning is never held back; the rest may be, by the rate or by what stands there."""
        if not asked.words.strip():
            return Reply(self.desk.welcome())
        answer = self.desk.answer(asked.words)
        if isinstance(answer, Unread) and not answer.language:
            answer = replace(answer, language=asked.language)
        topic = self._for_anybody(answer)
        if not isinstance(answer, Urgent | Check) and (held := self._held_back(asked, topic)):
            return Reply(held)
        return Reply(self.desk.reply(answer, asked.where, own=asked.own), answer, topic)

    def _held_back(self, asked: Asked, topic: str) -> Card | None:
        """Return what is said instead of an answer: wait, or a link to the same one; None to answer, which counts."""
        if wait := self._limit.wait(asked.person, self._now().timestamp()):
            return self.desk.notice(Notice.SLOWLY, seconds=max(1, round(wait)))
        if asked.where is Where.PUBLIC and (link := self.above(asked.channel, topic)):
            return self.desk.notice(Notice.ABOVE, link=link)
        return None

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
        return self._posts.link(channel, topic, self._now().timestamp())

    def posted(self, channel: int, topic: str, link: str) -> None:
        """Remember where an answer stands."""
        if topic:
            self._posts.remember(channel, topic, self._now().timestamp(), link)

    async def count(self, answer: Answer | None) -> None:
        """Count what became of a question; a store that cannot is no reason to fail the person."""
        if answer is None:
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
        except Exception as error:  # noqa: BLE001 - the person has the card: a second one would only say "that failed"
            log_incident(error)

    async def vote(self, vote: Vote, message: int, person: int) -> Card:
        """Keep a vote. Raises `StoreError` when it could not be kept."""
        day = self._now().date()
        await self._store.vote(day, message_id=message, user_id=person, topic=vote.topic, helpful=vote.helpful)
        return self.desk.thanks(vote.helpful)

    async def forget(self, person: int) -> Card:
        """Delete at once what is kept about a person. Raises `StoreError` when it could not be deleted."""
        self._limit.forget(person)
        return self.desk.forgotten(await self._store.forget(person))

    async def forget_old(self) -> None:
        """Delete what is past its keeping time."""
        log.info("retention: %d rows deleted", await self._store.forget_old(self._now().date()))
