"""What is offered for a wish, and where its buttons lead."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest

from bot.desk.card import Action, AnswerHurts, Card, ShowStretch, ThatHurts
from bot.desk.desk import Desk
from bot.desk.offers import StretchRequest, offer
from bot.library import Care, Library, Place, Rule
from bot.stretching.pick import strictest
from tests.desk.stage import text_of

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


@pytest.mark.parametrize(
    ("request_", "said"),
    [
        pytest.param(StretchRequest("zzz"), "No stretch is called 'zzz'.", id="a name nobody knows"),
        pytest.param(StretchRequest("zz\n**[z](x)** @everyone"), "called 'zz z x everyone'.", id="markup in a name"),
        pytest.param(StretchRequest("z" * 99), f"called '{'z' * 40}'.", id="a long name"),
        pytest.param(StretchRequest(minutes=45), "A routine takes 1 to 30 minutes, not 45.", id="too long a routine"),
        pytest.param(StretchRequest(cares=("surgery",), minutes=45), "Your team's plan comes first.", id="care first"),
        pytest.param(StretchRequest("zzz", cares=("surgery",)), "No stretch is called 'zzz'.", id="a name and a care"),
        pytest.param(StretchRequest(place="desk", position="lying"), "Leave one choice out", id="nothing is all that"),
        pytest.param(StretchRequest("cat-cow", place="desk"), "Leave one choice out", id="a stretch for elsewhere"),
        pytest.param(StretchRequest(place="gym", cares=("balance",)), "Nothing for this place", id="unsteady at a gym"),
        pytest.param(
            StretchRequest("standing-toe-touch", cares=("disc",)),
            "Standing toe touch is not offered to you here. It can make a disc bulge worse. Try the seated chair",
            id="a stretch that a care withholds",
        ),
    ],
)
def test_nothing_offered_says_why_to_people_and_programs_alike(
    desk: Desk, library: Library, request_: StretchRequest, said: str
) -> None:
    made = offer(library, request_)
    assert said in made.withheld
    assert made.withheld in text_of(desk.stretch(request_))


def test_what_fits_but_not_into_the_minutes_is_shown_without_them(desk: Desk, library: Library) -> None:
    request = StretchRequest(place="car", minutes=1)
    made = offer(library, request)
    assert made.withheld == "No stretch fits into 1 minutes."
    assert desk.stretch(request) == desk.stretch(replace(request, minutes=None))


@pytest.mark.parametrize(
    "forged", [StretchRequest(place="moon"), StretchRequest(position="flying"), StretchRequest(cares=("hurry",))]
)
def test_a_choice_that_is_none_counts_as_nothing_in_particular(desk: Desk, forged: StretchRequest) -> None:
    assert desk.stretch(forged) == desk.stretch(StretchRequest())


def test_a_name_alone_shows_the_stretch(desk: Desk, library: Library) -> None:
    for stretch in library.stretches.values():
        assert desk.stretch(StretchRequest(stretch.id)).title == stretch.title(stretch.variant[0])
