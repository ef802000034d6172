"""What is offered for a wish, and where its buttons lead."""

from __future__ import annotations

from itertools import combinations

import pytest

from bot.desk.card import Action, AnswerHurts, Card, ShowStretch, ThatHurts
from bot.desk.desk import Desk
from bot.desk.offers import StretchRequest
from bot.library import Care, Library, Place, Rule
from bot.stretching.pick import strictest

CARES = [*((care,) for care in Care), *combinations(Care, 2)]


def actions(card: Card) -> set[Action]:
    """What the buttons of a card about stretches do."""
    return {b.action for b in card.buttons if isinstance(b.action, ShowStretch | ThatHurts | AnswerHurts)}


def reached(desk: Desk, card: Card) -> set[Action]:
    """All that can be pressed from a card on, one button after the other."""
    found: set[Action] = set()
    waiting = actions(card)
    while waiting:
        action = waiting.pop()
        if action not in found:
            found.add(action)
            waiting |= actions(desk.press(action))
    return found


def labelled(card: Card, word: str) -> list[Action]:
    """The actions of the buttons that begin with a word."""
    return [button.action for button in card.buttons if button.label.startswith(word)]


@pytest.mark.parametrize("minutes", [None, 10])
@pytest.mark.parametrize("cares", CARES, ids="+".join)
def test_no_button_leads_to_a_stretch_that_the_askers_care_withholds(
    desk: Desk, library: Library, cares: tuple[Care, ...], minutes: int | None
) -> None:
    pressed = reached(desk, desk.stretch(StretchRequest(cares=cares, minutes=minutes)))
    shown = [library.variant(action.stretch) for action in pressed if isinstance(action, ShowStretch)]
    assert [s.id for s, v in filter(None, shown) if strictest(v, cares) is Rule.WITHHOLD] == []


@pytest.mark.parametrize("cares", [(Care.DISC,), (Care.BEGINNER,), (Care.PREGNANCY,)], ids="+".join)
def test_what_is_to_be_done_gently_says_so_behind_every_button(
    desk: Desk, library: Library, cares: tuple[Care, ...]
) -> None:
    for action in reached(desk, desk.stretch(StretchRequest(cares=cares))):
        if isinstance(action, ShowStretch) and (found := library.variant(action.stretch)):
            titles = [section.title for section in desk.press(action).sections]
            assert ("Gently" in titles) == (strictest(found[1], cares) is Rule.GENTLE)


def test_next_leads_through_a_routine_and_ends_with_it(desk: Desk) -> None:
    card = desk.stretch(StretchRequest(minutes=10))
    order = [action for action in (b.action for b in card.buttons) if isinstance(action, ShowStretch)]
    walked = [order[0]]
    while following := labelled(desk.press(walked[-1]), "Next"):
        walked += [action for action in following if isinstance(action, ShowStretch)]
    assert walked[: len(order)] == order
    assert len(walked) == len(set(walked)) == sum(": hold " in line for line in card.sections[0].lines)


def test_another_goes_round_all_that_fits(desk: Desk) -> None:
    listed = actions(desk.stretch(StretchRequest(place=Place.DESK, cares=(Care.DISC,))))
    (first, *_) = listed
    walked = [first]
    while (following := labelled(desk.press(walked[-1]), "Another")) != [first]:
        walked += following
    assert set(walked) == listed


def test_a_stretch_that_somebody_asked_for_by_name_has_no_other_beside_it(desk: Desk) -> None:
    card = desk.stretch(StretchRequest(name="cat-cow"))
    assert labelled(card, "Another") + labelled(card, "Next") == []
