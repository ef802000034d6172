"""Cards for words that cannot be read."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from bot.answering.answer import Answerer, Unread, Urgent
from bot.desk.card import Tone, Where
from bot.desk.desk import Desk
from bot.desk.languages import in_language, unread_card
from bot.desk.service import Asked, Service
from bot.library import Level, Library
from bot.library.required import SERVED
from tests.desk.stage import CLINIC, text_of

SPANISH = "Hola, me duele la espalda desde ayer"
SWEDISH = "min rygg gör ont sedan i går, vad ska jag göra"
GRAVE = {"crisis": "ya no quiero vivir", "emergency": "no puedo mover las piernas"}
LANGUAGES = SERVED.languages


@pytest.mark.parametrize("id", LANGUAGES)
def test_the_card_says_whom_to_call_and_how_to_reach_the_clinic_in_its_language(desk: Desk, id: str) -> None:
    answer = desk.answer(SPANISH)
    assert isinstance(answer, Unread)
    card = desk.reply(replace(answer, language=id))
    language = desk.library.languages[id]
    assert card.title == f"{language.unread.title} · I read English only"
    assert CLINIC.emergency_number in text_of(card)
    assert CLINIC.clinic_contact in text_of(card)
    assert language.unsigned in text_of(card)
    assert (card.tone, card.names_clinic) == (Tone.UNSURE, True)


def test_a_language_we_do_not_know_is_answered_in_plain_english(desk: Desk) -> None:
    card = desk.ask(SWEDISH)
    assert card.title == "I read English only"
    assert CLINIC.emergency_number in text_of(card)
    assert CLINIC.clinic_contact in text_of(card)


@pytest.mark.parametrize(("level", "number"), [("crisis", "crisis_line"), ("emergency", "emergency_number")])
@pytest.mark.parametrize("where", list(Where))
def test_a_grave_phrase_is_answered_in_its_language_first(desk: Desk, level: str, number: str, where: Where) -> None:
    answer = desk.answer(GRAVE[level])
    assert isinstance(answer, Urgent)
    card, plain = desk.reply(answer, where), desk.reply(replace(answer, language=""), where)
    words = getattr(desk.library.languages["es"], level)
    assert card.sections[0].lines == tuple(map(CLINIC.fill, words.lead))
    assert getattr(CLINIC, number) in card.sections[0].lines[0]
    assert card.sections[2:] == plain.sections
    assert (card.tone, card.buttons) == (plain.tone, plain.buttons)


def test_a_sign_for_today_does_not_call_an_emergency_in_another_language(library: Library, desk: Desk) -> None:
    language = library.languages["es"]
    card = in_language(desk.ask(SWEDISH), library.cards, language, Level.SAME_DAY)
    assert card.sections[0].lines == language.unread.lead


def test_who_has_read_a_language_takes_its_small_line_away(library: Library) -> None:
    language = library.languages["es"]
    read = replace(language, reviewed_by="Somebody", reviewed_on=date(2026, 12, 1))
    assert language.unsigned in text_of(unread_card(library.cards, language))
    assert read.unsigned not in text_of(unread_card(library.cards, read))


@pytest.mark.parametrize(("words", "shown"), [(SWEDISH, "pl"), (SPANISH, "es")])
def test_the_language_of_somebodys_discord_counts_where_the_words_do_not_tell(
    service: Service, answerer: Answerer, words: str, shown: str
) -> None:
    reply = service.receive(Asked(words, 1, 1, Where.PRIVATE, "pl"))
    assert reply.card.title.startswith(answerer.library.languages[shown].unread.title)
