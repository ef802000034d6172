"""The desk: what is said. One method an event, a Card as the reply; it knows no person, no store and no clock.

Who asks how often, what is counted and what is kept is the service's (`bot/desk/service.py`).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from bot.answering.answer import Answer, Answered, Answerer, Check, Suggestions, Unknown, Unread, Urgent
from bot.desk import answers, languages, notices, offers, privacy, stretches, warnings
from bot.desk.card import (
    Action,
    AnswerCheck,
    AnswerHurts,
    Card,
    CheckReply,
    Dismiss,
    NoneOfThese,
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
from bot.desk.incident import log_incident
from bot.desk.notices import Notice
from bot.desk.offers import StretchRequest
from bot.desk.quoting import quotations
from bot.library import Cards, Level, Library

CONTACT = "{clinic_contact}"

ABOUT = "about-this-bot"
ALWAYS = frozenset((ABOUT, "emergency-signs"))
"""Topics that ONLY_REVIEWED never silences: what the bot is, and when to get help (docs/contracts.md, "Discord")."""


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

    @property
    def cards(self) -> Cards:
        """The words of the cards that are being served."""
        return self.library.cards

    def serve(self, answerer: Answerer) -> None:
        """Serve another library from now on, with the numbers of its regions."""
        self.answerer = answerer
        self.clinic = self.clinic.renewed(answerer.library.regions)

    def answer(self, question: str) -> Answer:
        """Answer a question in the patient's own words, for `reply` to put on a card."""
        return self.answerer.answer(question)

    def ask(self, question: str) -> Card:
        """Answer a question with its card."""
        return self.reply(self.answer(question))

    def reply(self, answer: Answer, where: Where = Where.TERMINAL, *, own: bool = True) -> Card:
        """Turn an answer into its card, fit for where it will stand; `own`: to whoever wrote the words themselves."""
        match answer:
            case Urgent() | Check():
                if answer.failure:
                    log_incident(answer.failure)
                return self._surely(answer.hit.level, lambda: self._warning(answer, where, own=own))
            case Unread():
                card = languages.unread_card(self.cards, self.library.languages.get(answer.language))
            case Answered() if self.has(answer.topic):
                card = answers.answered_card(self.library, answer, self._before(answer, where, own=own))
                card = self._with_extras(card, answer.topic, where)
            case Suggestions() if choices := tuple(filter(self.has, answer.choices)):
                card = answers.suggestions_card(
                    self.library, replace(answer, choices=choices), self._before(answer, where, own=own)
                )
            case _:
                card = self._unknown(answer, self._before(answer, where, own=own))
        return self._filled(card)

    def _surely(self, level: Level, build: Callable[[], Card]) -> Card:
        """Return a warning's card. Whatever goes wrong with it is logged, and the plainest one goes out instead."""
        try:
            return self._filled(build())
        except Exception as error:  # noqa: BLE001 - what the screen found is told, whatever its card dies of
            log_incident(error)
            return self._plainest(level)

    def _plainest(self, level: Level) -> Card:
        """Return a warning that needs no flag; where the words fail too, the sentence that needs none."""
        try:
            return self._filled(warnings.plainest_card(self.cards, level))
        except Exception as error:  # noqa: BLE001 - as above, for the words of cards.toml
            log_incident(error)
            return warnings.last_card(self.clinic.emergency_number)

    def _warning(self, answer: Urgent | Check, where: Where, *, own: bool) -> Card:
        """Return a warning's card; in a channel whom to call and a way to the rest."""
        flag, level, doubtful = self.library.flags[answer.hit.flag], answer.hit.level, isinstance(answer, Check)
        if where is Where.PUBLIC:
            card = warnings.public_card(self.cards, flag, level, answer.best, doubtful=doubtful)
        elif doubtful:
            card = warnings.check_card(self.cards, flag, level, answer.best)
        else:
            wrote = quotations(answer.hit.words, answer.message.text) if own else ()
            card = warnings.urgent_card(self.cards, flag, level, answer.best, wrote)
        language = self.library.languages.get(answer.language) if isinstance(answer, Urgent) else None
        return languages.in_language(card, self.cards, language, level) if language else card

    def has(self, topic_id: str) -> bool:
        """Return whether a topic is there and may be answered: all may, or only what a clinician has signed."""
        topic = self.library.topics.get(topic_id)
        return topic is not None and (not self._only_reviewed or topic_id in ALWAYS or topic.signed)

    def at(self, card: Card, now: datetime) -> Card:
        """Return a card as it is sent at `now`: outside opening hours, one that names the clinic says when it opens."""
        hours = self.clinic.hours
        if hours is None or not card.names_clinic or hours.is_open(now):
            return card
        return replace(card, sections=(*card.sections, answers.closed_note(self.cards, hours.opens(now))))

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
                return self._filled(answers.unknown_card(self.cards))
            case AnswerCheck():
                return self._checked(action)
            case ShowWarning():
                return self._surely(action.level, lambda: warnings.pressed_card(self.library, action))
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
        return self._filled(self._with_extras(card, topic_id, where))

    def _with_extras(self, card: Card, topic_id: str, where: Where) -> Card:
        return replace(card, buttons=(*card.buttons, *answers.extra_buttons(self.cards.buttons, topic_id, where)))

    def thanks(self, helpful: bool) -> Card:
        """Thank for a vote."""
        return self._filled(notices.thanks_card(self.cards, helpful=helpful))

    def topics(self, theme: str = "") -> Card:
        """Return every question Limber can answer, or those of one theme."""
        return self._filled(answers.topics_card(self.library, theme))

    def welcome(self) -> Card:
        """Say what Limber is, to somebody who said nothing."""
        return self.topic(ABOUT)

    def notice(self, notice: Notice, **values: object) -> Card:
        """Return a notice with the values that its words ask for."""
        return self._filled(notices.notice_card(self.cards, notice, **values))

    def gone(self) -> Card:
        """Say that a button points at something that is no longer there."""
        return self.notice(Notice.GONE)

    def not_yours(self) -> Card:
        """Say that a button is for somebody else."""
        return self.notice(Notice.NOT_YOURS)

    def stretch(self, request: StretchRequest) -> Card:
        """Return what is offered for what was typed: a stretch, several, a routine, or why there is none."""
        return self._filled(offers.offer_card(self.library, request))

    def privacy(self) -> Card:
        """Say what is read and what is kept."""
        return self._filled(privacy.privacy_card(self.cards))

    def forgotten(self, votes: int) -> Card:
        """Say what was deleted."""
        return self._filled(privacy.forgotten_card(self.cards, votes))

    def chat_help(self) -> Card:
        """Say how one talks with Limber in a terminal."""
        return self._filled(notices.chat_help_card(self.cards))

    def error(self, incident: str) -> Card:
        """Say calmly that something broke, with an id to quote."""
        return self._filled(notices.error_card(self.cards, incident))

    def rescue(self, words: str) -> Card | None:
        """Return the plainest warning for words of which something went wrong; None where the screen sees no sign.

        Neither the matcher nor the words of a flag take part in it, so that no fault of theirs hides a warning.
        """
        try:
            hit = self.answerer.screen(words)
        except Exception as error:  # noqa: BLE001 - there is no verdict then: an error's card says whom to call too
            log_incident(error)
            return None
        return self._plainest(hit.level) if hit else None

    def _unknown(self, answer: Answer, before: tuple[Section, ...]) -> Card:
        """Say that we do not know, or that the message is about something else."""
        kind = self.library.outside.get(answer.outside) if isinstance(answer, Unknown) else None
        if kind is None:
            return answers.unknown_card(self.cards, before)
        return answers.outside_card(self.cards, kind.reply, before)

    def _checked(self, action: AnswerCheck) -> Card:
        """Go on after a check: to help on yes and on doubt, to the answer on no.

        Who says that a warning missed the point is asked its question first, and is shown no stretch after that.
        """
        if action.level is Level.CRISIS or action.reply not in (CheckReply.NO, CheckReply.STILL_NO):
            return self._surely(action.level, lambda: warnings.pressed_card(self.library, action))
        if self.has(action.topic):
            topic = self.library.topics[action.topic]
            shown = topic.stretches if action.reply is CheckReply.NO else ()
            return self._filled(answers.topic_card(self.library, topic, shown))
        flag = self.library.flags.get(action.flag)
        return self._filled(warnings.not_me_card(self.cards, flag) if flag else answers.unknown_card(self.cards))

    def _hurt(self, action: ThatHurts | AnswerHurts) -> Card:
        """Ask what kind of pain it was, then say what to do."""
        found = self.library.variant(action.stretch)
        if found is None:
            return self.gone()
        match action:
            case ThatHurts():
                card = stretches.hurts_card(self.cards, action)
            case AnswerHurts(nerve=True):
                card = stretches.nerve_card(self.cards)
            case _:
                card = stretches.ache_card(self.library, found[0], action.wish)
        return self._filled(card)

    def _before(self, answer: Answer, where: Where, *, own: bool) -> tuple[Section, ...]:
        """Return what stands above a normal outcome: a sign to have looked at, a warm line; in public neither."""
        if where is Where.PUBLIC:
            return (warnings.soon_in_public(self.cards),) if answer.soon else ()
        sections = []
        if answer.soon:
            wrote = quotations(answer.soon.words, answer.message.text) if own else ()
            sections.append(warnings.soon_note(self.cards, self.library.flags[answer.soon.flag], wrote))
        if answer.screening.low_mood:
            sections.append(note(self.cards.answer.low_mood))
        return tuple(sections)

    def _filled(self, card: Card) -> Card:
        """Put the clinic's numbers and names into every sentence, and note whether the clinic is among them."""
        fill = self.clinic.fill
        sections = tuple(replace(s, lines=tuple(map(fill, s.lines))) for s in card.sections)
        names_clinic = any(CONTACT in line for section in card.sections for line in section.lines)
        return replace(
            card, title=fill(card.title), sections=sections, footer=fill(card.footer), names_clinic=names_clinic
        )
