"""Rate limits on a clock of the test's own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.desk.rate_limit import MOST_ASKED, MOST_REMEMBERED, SAME_ANSWER, WINDOW, RateLimit, RecentPosts

PAT, OTH = 7, 8
CHANNEL, TOPIC, LINK = 70, "posture-myth", "link"


def busy(at: float = 0.0) -> RateLimit:
    """A limit after Pat has asked as much as a person may, all at one moment."""
    limit = RateLimit()
    assert [limit.wait(PAT, at) for _ in range(MOST_ASKED)] == [0.0] * MOST_ASKED
    return limit


def test_a_question_too_many_waits_until_the_first_is_old() -> None:
    assert busy().wait(PAT, 10.0) == WINDOW - 10.0


def test_one_person_does_not_slow_another() -> None:
    assert busy().wait(OTH, 0.0) == 0.0


def test_a_question_that_was_held_back_does_not_count() -> None:
    limit = busy()
    for _ in range(100):
        limit.wait(PAT, WINDOW - 1)
    assert limit.wait(PAT, WINDOW) == 0.0


def test_who_is_forgotten_may_ask_at_once() -> None:
    limit = busy()
    limit.forget(PAT)
    assert limit.wait(PAT, 0.0) == 0.0


def test_forgetting_a_stranger_is_fine() -> None:
    limit = busy()
    limit.forget(OTH)
    assert limit.wait(PAT, 0.0) > 0


def test_of_too_many_people_who_asked_longest_ago_is_forgotten() -> None:
    limit = busy()
    for person in range(MOST_REMEMBERED):
        limit.wait(100 + person, 1.0)
    assert limit.wait(PAT, 2.0) == 0.0


def test_who_keeps_asking_is_not_forgotten_for_others() -> None:
    limit = busy()
    for person in range(MOST_REMEMBERED):
        limit.wait(100 + person, 1.0)
        if person % 1000 == 0:
            limit.wait(PAT, 1.0)
    assert limit.wait(PAT, 2.0) > 0


@given(st.lists(st.integers(0, 20), max_size=60))
def test_in_no_window_are_more_questions_answered_than_one_person_may_ask(pauses: list[int]) -> None:
    limit, now, answered = RateLimit(), 0.0, []
    for pause in pauses:
        now += pause
        if limit.wait(PAT, now) == 0.0:
            answered.append(now)
    assert all(later - first >= WINDOW for first, later in zip(answered, answered[MOST_ASKED:], strict=False))


@given(st.lists(st.integers(0, 20), max_size=60))
def test_who_waits_as_long_as_told_is_answered(pauses: list[int]) -> None:
    limit, now = RateLimit(), 0.0
    for pause in pauses:
        now += pause
        wait = limit.wait(PAT, now)
        assert 0 <= wait <= WINDOW
        if wait:
            now += wait
            assert limit.wait(PAT, now) == 0.0


@pytest.mark.parametrize(
    ("channel", "topic", "after", "found"),
    [
        pytest.param(CHANNEL, TOPIC, 0.0, LINK, id="the same answer at once"),
        pytest.param(CHANNEL, TOPIC, SAME_ANSWER - 1, LINK, id="within the minute"),
        pytest.param(CHANNEL, TOPIC, SAME_ANSWER, "", id="after the minute"),
        pytest.param(CHANNEL + 1, TOPIC, 0.0, "", id="another channel"),
        pytest.param(CHANNEL, "walking", 0.0, "", id="another answer"),
    ],
)
def test_the_same_answer_is_linked_within_a_minute_in_its_channel(
    channel: int, topic: str, after: float, found: str
) -> None:
    posted = RecentPosts()
    posted.remember(CHANNEL, TOPIC, 100.0, LINK)
    assert posted.link(channel, topic, 100.0 + after) == found


def test_the_newest_post_is_the_one_that_is_linked() -> None:
    posted = RecentPosts()
    posted.remember(CHANNEL, TOPIC, 0.0, LINK)
    posted.remember(CHANNEL, TOPIC, 90.0, "newer")
    assert posted.link(CHANNEL, TOPIC, 91.0) == "newer"


def test_of_too_many_posts_the_oldest_is_forgotten() -> None:
    posted = RecentPosts()
    for channel in range(MOST_REMEMBERED + 1):
        posted.remember(channel, TOPIC, 0.0, LINK)
    assert posted.link(0, TOPIC, 0.0) == ""
    assert posted.link(1, TOPIC, 0.0) == LINK
