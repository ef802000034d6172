"""The desk: one method an event, a Card as the reply. Library and clinic are passed in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bot.answering.answer import Answer, Answered, Answerer, Check, Suggestions, Unknown, Urgent
from bot.desk import answers, stretches, warnings
from bot.desk.card import (
    Action,
    AnswerCheck,
    AnswerHurts,
    Card,
    NoneOfThese,
    Reply,
    Section,
    ShowStretch,
    ShowTopic,
    ShowWarning,
    ThatHurts,
    note,
)
from bot.desk.clinic import Clinic
from bot.library import Care, Level, Library
from bot.stretching.pick import Pick, Picks, Wish, pick
from bot.stretching.routine import LONGEST, SHORTEST, compose

ABOUT = "about-this-bot"


class Desk:
    """Answers events in the clinic's words. Both faces call it and draw what comes back."""

    def __init__(self, answerer: Answerer, clinic: Clinic) -> None:
        self.answerer = answerer
        self.clinic = clinic

    @property
    def library(self) -> Library:
        """The library that is being served."""
        return self.answerer.library

    def ask(self, question: str) -> Card:
        """Answer a question in the patient's own words."""
        return self.reply(self.answerer.answer(question))

    def reply(self, answer: Answer) -> Card:
        """Turn an answer into the card of its outcome."""
        flags = self.library.flags
        match answer:
            case Urgent():
                card = warnings.urgent_card(flags[answer.hit.flag], answer.hit.level, answer.best)
            case Check():
                card = warnings.check_card(flags[answer.hit.flag], answer.hit.level, answer.best)
            case Answered():
                card = answers.answered_card(self.library, answer, self._before(answer))
            case Suggestions():
                card = answers.suggestions_card(self.library, answer, self._before(answer))
            case _:
                assert isinstance(answer, Unknown)  # noqa: S101 - the outcomes are a closed set
                card = self._unknown(answer)
        return self._filled(card)

    def reply_in_public(self, answer: Answer) -> Card:
        """Turn an answer into a card for a channel: of a warning, one calm line and a way to the rest."""
        if not isinstance(answer, Urgent | Check):
            return self.reply(answer)
        flag, doubtful = self.library.flags[answer.hit.flag], isinstance(answer, Check)
        return self._filled(warnings.public_card(flag, answer.hit.level, answer.best, doubtful=doubtful))

    def routine(self, wish: Wish, minutes: int) -> Card:
        """Return a routine of so many minutes from the stretches that fit a wish."""
        if not SHORTEST <= minutes <= LONGEST:
            return self._filled(stretches.no_routine_card(minutes))
        picks = pick(self.library, wish)
        parts = compose(picks.offered, minutes)
        if not parts:
            return self.picks(picks, wish.cares)
        return self._filled(stretches.routine_card(self.library, parts, minutes, wish.cares))

    def press(self, action: Action) -> Card:
        """Answer a button."""
        match action:
            case ShowTopic():
                return self.topic(action.topic)
            case ShowStretch():
                return self.stretch(Wish(name=action.stretch))
            case NoneOfThese():
                return self._filled(answers.unknown_card())
            case AnswerCheck():
                return self._checked(action)
            case ShowWarning():
                return self._warned(action)
            case ThatHurts() | AnswerHurts():
                return self._hurt(action)

    def topic(self, topic_id: str) -> Card:
        """Return a topic's answer, or say that it is gone."""
        topic = self.library.topics.get(topic_id)
        card = answers.topic_card(self.library, topic, topic.stretches) if topic else answers.gone_card()
        return self._filled(card)

    def topics(self, theme: str = "") -> Card:
        """Return every question Limber can answer, or those of one theme."""
        return self._filled(answers.topics_card(self.library, theme))

    def welcome(self) -> Card:
        """Say what Limber is, to somebody who said nothing."""
        return self.topic(ABOUT)

    def gone(self) -> Card:
        """Say that a button points at something that is no longer there."""
        return self._filled(answers.gone_card())

    def not_yours(self) -> Card:
        """Say that a button is for somebody else."""
        return self._filled(answers.not_yours_card())

    def stretch(self, wish: Wish) -> Card:
        """Return the stretches that fit a wish; a name alone shows that stretch."""
        if wish.name and not wish.cares and (found := self.library.variant(wish.name)):
            return self._filled(stretches.stretch_card(self.library, Pick(*found)))
        return self.picks(pick(self.library, wish), wish.cares)

    def picks(self, picks: Picks, cares: Sequence[Care] = ()) -> Card:
        """Return the card of stretches that were picked for somebody with `cares`."""
        return self._filled(stretches.picks_card(self.library, picks, cares))

    def error(self, incident: str) -> Card:
        """Say calmly that something broke, with an id to quote."""
        return self._filled(answers.error_card(incident))

    def _unknown(self, answer: Unknown) -> Card:
        """Say that we do not know, or that the message is about something else."""
        kind = self.library.elsewhere.get(answer.elsewhere)
        before = self._before(answer)
        return answers.elsewhere_card(kind.reply, before) if kind else answers.unknown_card(before)

    def _checked(self, action: AnswerCheck) -> Card:
        """Go on after a check: to help on yes and on doubt, to the answer on no."""
        flag = self.library.flags.get(action.flag)
        if flag is None or action.level is Level.CRISIS:
            return self._filled(warnings.crisis_card() if flag else answers.unknown_card())
        if action.reply in (Reply.YES, Reply.UNSURE):
            return self._filled(warnings.urgent_card(flag, action.level, action.topic))
        if action.topic in self.library.topics:
            return self.topic(action.topic)
        return self._filled(warnings.not_me_card(flag))

    def _hurt(self, action: ThatHurts | AnswerHurts) -> Card:
        """Ask what kind of pain it was, then say what to do."""
        found = self.library.variant(action.stretch)
        if found is None:
            return self.gone()
        match action:
            case ThatHurts():
                card = stretches.hurts_card(*found)
            case AnswerHurts(nerve=True):
                card = stretches.nerve_card()
            case _:
                card = stretches.ache_card(self.library, found[0])
        return self._filled(card)

    def _warned(self, action: ShowWarning) -> Card:
        """Show the asker alone what the public line kept back."""
        flag = self.library.flags.get(action.flag)
        if flag is None:
            return self._filled(answers.unknown_card())
        build = warnings.check_card if action.doubtful else warnings.urgent_card
        return self._filled(build(flag, action.level, action.topic))

    def _before(self, answer: Answer) -> tuple[Section, ...]:
        """Return what stands above a normal outcome: a sign to have looked at, a warm line."""
        sections = []
        if answer.soon:
            sections.append(warnings.soon_note(self.library.flags[answer.soon.flag]))
        if answer.screening.low_mood:
            sections.append(note(answers.LOW_MOOD))
        return tuple(sections)

    def _filled(self, card: Card) -> Card:
        """Put the clinic's numbers and names into every sentence."""
        fill = self.clinic.fill
        sections = tuple(replace(s, lines=tuple(fill(line) for line in s.lines)) for s in card.sections)
        return replace(card, title=fill(card.title), sections=sections, footer=fill(card.footer))
