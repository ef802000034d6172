"""The desk: one method an event, a Card as the reply. Library and clinic are passed in."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.answering.answer import Answer, Answered, Answerer, Check, Suggestions, Unknown, Urgent
from bot.desk import answers, notices, offers, stretches, warnings
from bot.desk.card import (
    Action,
    AnswerCheck,
    AnswerHurts,
    Card,
    Dismiss,
    NoneOfThese,
    Reply,
    Section,
    SendTopic,
    ShareTopic,
    ShowStretch,
    ShowTopic,
    ShowWarning,
    ThatHurts,
    Vote,
    Where,
    note,
)
from bot.desk.clinic import Clinic
from bot.library import Level, Library
from bot.stretching.pick import Picks, Wish

ABOUT = "about-this-bot"
ALWAYS = frozenset((ABOUT, "emergency-signs"))
"""Topics that ONLY_REVIEWED never silences: what the bot is, and when to get help (design §3)."""


class Desk:
    """Answers events in the clinic's words. Both faces call it and draw what comes back."""

    def __init__(self, answerer: Answerer, clinic: Clinic, *, only_reviewed: bool = False) -> None:
        self.answerer = answerer
        self.clinic = clinic
        self._only_reviewed = only_reviewed

    @property
    def library(self) -> Library:
        """The library that is being served."""
        return self.answerer.library

    def ask(self, question: str) -> Card:
        """Answer a question in the patient's own words."""
        return self.reply(self.answerer.answer(question))

    def reply(self, answer: Answer, where: Where = Where.TERMINAL) -> Card:
        """Turn an answer into its card, fit for where it will stand."""
        match answer:
            case Urgent() | Check():
                card = self._warning(answer, where)
            case Answered() if self.has(answer.topic):
                card = answers.answered_card(self.library, answer, self._before(answer, where))
                card = replace(card, buttons=(*card.buttons, *answers.extra_buttons(answer.topic, where)))
            case Suggestions() if choices := tuple(filter(self.has, answer.choices)):
                card = answers.suggestions_card(
                    self.library, replace(answer, choices=choices), self._before(answer, where)
                )
            case _:
                card = self._unknown(answer, where)
        return self._filled(card)

    def _warning(self, answer: Urgent | Check, where: Where) -> Card:
        """Return a warning's card; in a channel one calm line and a way to the rest."""
        flag, level, doubtful = self.library.flags[answer.hit.flag], answer.hit.level, isinstance(answer, Check)
        if where is Where.PUBLIC:
            return warnings.public_card(flag, level, answer.best, doubtful=doubtful)
        build = warnings.check_card if doubtful else warnings.urgent_card
        return build(flag, level, answer.best)

    def has(self, topic_id: str) -> bool:
        """Return whether a topic is there and may be answered: all may, or only what a clinician has signed."""
        topic = self.library.topics.get(topic_id)
        return topic is not None and (not self._only_reviewed or topic_id in ALWAYS or topic.signed)

    def at(self, card: Card, now: datetime) -> Card:
        """Return a card as it is sent at `now`: outside opening hours, one that names the clinic says when it opens."""
        hours, contact = self.clinic.hours, self.clinic.clinic_contact
        if hours is None or hours.is_open(now) or not any(contact in line for s in card.sections for line in s.lines):
            return card
        return replace(card, sections=(*card.sections, answers.closed_note(hours.opens(now))))

    def complete(self, typed: str) -> list[tuple[str, str]]:
        """Return (id, question) of up to 25 topics for what was typed so far; all in memory."""
        return answers.completions(self.library, typed)

    def press(self, action: Action) -> Card:
        """Answer a button."""
        match action:
            case ShowTopic():
                return self.topic(action.topic)
            case ShowStretch():
                return self._filled(offers.shown_card(self.library, action))
            case NoneOfThese():
                return self._filled(answers.unknown_card())
            case AnswerCheck():
                return self._checked(action)
            case ShowWarning():
                return self._warned(action)
            case ThatHurts() | AnswerHurts():
                return self._hurt(action)
            case Vote() | ShareTopic() | SendTopic() | Dismiss():
                return self.gone()

    def topic(self, topic_id: str, where: Where = Where.TERMINAL) -> Card:
        """Return a topic's answer, or say that it is gone."""
        if not self.has(topic_id):
            return self.gone()
        topic = self.library.topics[topic_id]
        card = answers.topic_card(self.library, topic, topic.stretches)
        return self._filled(replace(card, buttons=(*card.buttons, *answers.extra_buttons(topic_id, where))))

    def thanks(self, helpful: bool) -> Card:
        """Thank for a vote."""
        return self._filled(notices.thanks_card(helpful=helpful))

    def topics(self, theme: str = "") -> Card:
        """Return every question Limber can answer, or those of one theme."""
        return self._filled(answers.topics_card(self.library, theme))

    def welcome(self) -> Card:
        """Say what Limber is, to somebody who said nothing."""
        return self.topic(ABOUT)

    def gone(self) -> Card:
        """Say that a button points at something that is no longer there."""
        return self._filled(notices.gone_card())

    def elsewhere(self) -> Card:
        """Say that this server is not served."""
        return self._filled(notices.elsewhere_server_card())

    def not_yours(self) -> Card:
        """Say that a button is for somebody else."""
        return self._filled(notices.not_yours_card())

    def stretch(self, wish: Wish) -> Card:
        """Return the stretches that fit a wish, as a routine when it has minutes; a name alone shows that stretch."""
        return self._filled(offers.offered_card(self.library, wish))

    def picks(self, picks: Picks, wish: Wish) -> Card:
        """Return the card of stretches that were picked for a wish."""
        return self._filled(stretches.picks_card(self.library, picks, wish))

    def error(self, incident: str) -> Card:
        """Say calmly that something broke, with an id to quote."""
        return self._filled(notices.error_card(incident))

    def _unknown(self, answer: Answer, where: Where) -> Card:
        """Say that we do not know, or that the message is about something else."""
        kind = self.library.outside.get(answer.outside) if isinstance(answer, Unknown) else None
        before = self._before(answer, where)
        return answers.elsewhere_card(kind.reply, before) if kind else answers.unknown_card(before)

    def _checked(self, action: AnswerCheck) -> Card:
        """Go on after a check: to help on yes and on doubt, to the answer on no."""
        flag = self.library.flags.get(action.flag)
        if flag is None or action.level is Level.CRISIS:
            return self._without_flag(action.level)
        if action.reply in (Reply.YES, Reply.UNSURE):
            return self._filled(warnings.urgent_card(flag, action.level, action.topic))
        if self.has(action.topic):
            return self.topic(action.topic)
        return self._filled(warnings.not_me_card(flag))

    def _hurt(self, action: ThatHurts | AnswerHurts) -> Card:
        """Ask what kind of pain it was, then say what to do."""
        found = self.library.variant(action.stretch)
        if found is None:
            return self.gone()
        match action:
            case ThatHurts():
                card = stretches.hurts_card(action)
            case AnswerHurts(nerve=True):
                card = stretches.nerve_card()
            case _:
                card = stretches.ache_card(self.library, found[0], action.wish)
        return self._filled(card)

    def _warned(self, action: ShowWarning) -> Card:
        """Show the asker alone what the public line kept back."""
        flag = self.library.flags.get(action.flag)
        if flag is None or action.level is Level.CRISIS:
            return self._without_flag(action.level)
        build = warnings.check_card if action.doubtful else warnings.urgent_card
        return self._filled(build(flag, action.level, action.topic))

    def _without_flag(self, level: Level) -> Card:
        """Return the card that needs no flag: a crisis is met whatever became of its file since."""
        return self._filled(warnings.crisis_card() if level is Level.CRISIS else answers.unknown_card())

    def _before(self, answer: Answer, where: Where) -> tuple[Section, ...]:
        """Return what stands above a normal outcome: a sign to have looked at, a warm line; in public neither."""
        if where is Where.PUBLIC:
            return (warnings.SOON_IN_PUBLIC,) if answer.soon else ()
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
