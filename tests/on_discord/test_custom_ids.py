"""Custom ids: what stands on posted messages keeps its meaning for ever."""

from __future__ import annotations

from typing import get_args

import pytest

from bot.desk.card import (
    Action,
    AnswerCheck,
    AnswerHurts,
    CheckReply,
    Dismiss,
    NoneOfThese,
    SendTopic,
    ShareTopic,
    ShowStretch,
    ShowTopic,
    ShowWarning,
    ThatHurts,
    Vote,
)
from bot.library import Care, Level, Library, Place, Position
from bot.on_discord.custom_ids import Press, decode, encode
from bot.stretching.pick import ANY, Wish

ASKER = 70

WISH = Wish(None, Place.DESK, Position.SEATED, (Care.DISC, Care.BEGINNER), 10)

POSTED = {
    "limber:topic:lifting": Press(ShowTopic("lifting")),
    "limber:stretch:cat-cow": Press(ShowStretch("cat-cow")),
    "limber:stretch:seated:towel": Press(ShowStretch("seated:towel")),
    "limber:stretch:cat-cow~desk~seated~disc+beginner~10": Press(ShowStretch("cat-cow", WISH)),
    "limber:stretch:cat-cow~~~disc~": Press(ShowStretch("cat-cow", Wish(cares=(Care.DISC,)))),
    "limber:none:": Press(NoneOfThese()),
    "limber:check:70:not-me:same-day:rf-fever:lifting": Press(
        AnswerCheck("rf-fever", Level.SAME_DAY, CheckReply.NOT_ME, "lifting"), ASKER
    ),
    "limber:check:70:yes:emergency:rf-fever:": Press(
        AnswerCheck("rf-fever", Level.EMERGENCY, CheckReply.YES, ""), ASKER
    ),
    "limber:check:70:still:emergency:rf-fever:lifting": Press(
        AnswerCheck("rf-fever", Level.EMERGENCY, CheckReply.STILL_NO, "lifting"), ASKER
    ),
    "limber:warn:70:sure:crisis:rf-crisis:": Press(ShowWarning("rf-crisis", Level.CRISIS, "", doubtful=False), ASKER),
    "limber:warn:70:maybe:soon:rf-fever:lifting": Press(
        ShowWarning("rf-fever", Level.SOON, "lifting", doubtful=True), ASKER
    ),
    "limber:hurts:cat-cow": Press(ThatHurts("cat-cow")),
    "limber:hurts:cat-cow~~~~5": Press(ThatHurts("cat-cow", Wish(minutes=5))),
    "limber:nerve:cat-cow": Press(AnswerHurts("cat-cow", nerve=True)),
    "limber:ache:cat-cow~floor~~~": Press(AnswerHurts("cat-cow", nerve=False, wish=Wish(place=Place.FLOOR))),
    "limber:helped:lifting": Press(Vote("lifting", helpful=True)),
    "limber:unhelped:lifting": Press(Vote("lifting", helpful=False)),
    "limber:share:lifting": Press(ShareTopic("lifting")),
    "limber:send:lifting": Press(SendTopic("lifting")),
    "limber:dismiss:70": Press(Dismiss(), ASKER),
}


@pytest.mark.parametrize(("custom_id", "press"), POSTED.items())
def test_what_stands_on_posted_messages_keeps_its_meaning(custom_id: str, press: Press) -> None:
    assert decode(custom_id) == press
    assert encode(press.action, ASKER) == custom_id


def test_every_kind_of_action_stands_in_the_table() -> None:
    assert {type(press.action) for press in POSTED.values()} == set(get_args(Action))


def test_every_custom_id_fits_and_reads_back(library: Library) -> None:
    asker = 2**63 - 1
    longest = max(library.topics, key=len)
    keys = [s.key(v) for s in library.stretches.values() for v in s.variant]
    actions: list[Action] = [kind(topic) for topic in library.topics for kind in (ShowTopic, ShareTopic, SendTopic)]
    actions += [Vote(topic, helpful=helpful) for topic in library.topics for helpful in (True, False)]
    wishes = [ANY, *(Wish(None, Place.FLOOR, Position.ALL_FOURS, (care,), 30) for care in Care)]
    actions += [kind(key, wish) for key in keys for wish in wishes for kind in (ShowStretch, ThatHurts)]
    actions += [AnswerHurts(key, nerve, wish) for key in keys for wish in wishes for nerve in (True, False)]
    actions += [AnswerCheck(flag, Level.EMERGENCY, reply, longest) for flag in library.flags for reply in CheckReply]
    actions += [ShowWarning(flag, Level.EMERGENCY, longest, doubtful=True) for flag in library.flags]
    for action in actions:
        custom_id = encode(action, asker)
        assert len(custom_id) <= 100
        assert decode(custom_id) in (Press(action), Press(action, asker))


@pytest.mark.parametrize(
    "forged",
    [
        "",
        "None",
        "limber:",
        "limber:zap:1",
        "other:topic:lifting",
        "limber:check:1:2",
        "limber:check:1:perhaps:emergency:rf:t",
        "limber:check:1:yes:awful:rf:t",
        "limber:check:1:yes:emergency:rf:t:more",
        "limber:warn:x:s:emergency:rf:t",
        "limber:dismiss:me",
        "limber:stretch:a~moon",
        "limber:stretch:a~moon~~~",
        "limber:stretch:a~~~disc+moon~",
        "limber:stretch:a~~~~soon",
        "limber:hurts:a~~~~1~x",
    ],
)
def test_a_forged_custom_id_means_nothing(forged: str) -> None:
    assert decode(forged) is None
