"""Days are said as at a kitchen table, in Danish and in English; people miss meetings over a word."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import translation

from citizen_app import day_words
from citizen_app.templatetags.tavlen import genitive

TODAY = date(2026, 11, 26)  # a Thursday
DAYS = [
    (0, "i dag", "today"),
    (1, "i morgen", "tomorrow"),
    (-1, "i går", "yesterday"),
    (2, "på lørdag", "on Saturday"),
    (6, "på onsdag", "on Wednesday"),
    (7, "torsdag 3. december", "Thursday 3 December"),
    (13, "onsdag 9. december", "Wednesday 9 December"),
    (14, "10. december, uge 50", "10 December, week 50"),
    (36, "1. januar, uge 53", "1 January, week 53"),
    (182, "27. maj 2027", "27 May 2027"),
    (-2, "for 2 dage siden", "2 days ago"),
    (-13, "for 13 dage siden", "13 days ago"),
    (-14, "for 2 uger siden", "2 weeks ago"),
    (-55, "for 7 uger siden", "7 weeks ago"),
    (-56, "1. oktober", "1 October"),
    (-400, "22. oktober 2025", "22 October 2025"),
]


@pytest.mark.parametrize(("ahead", "danish", "english"), DAYS)
def test_a_day_is_said_by_how_near_it_is(ahead: int, danish: str, english: str) -> None:
    day = TODAY + timedelta(days=ahead)
    assert _said("da", lambda: day_words.day_in_words(day, today=TODAY)) == danish
    assert _said("en", lambda: day_words.day_in_words(day, today=TODAY)) == english


@pytest.mark.parametrize(
    ("moment", "danish", "english"),
    [
        (datetime(2026, 11, 26, 13, 5, tzinfo=UTC), "i dag kl. 14.05", "today at 14:05"),
        (datetime(2026, 11, 25, 7, 30, tzinfo=UTC), "i går kl. 08.30", "yesterday at 08:30"),
        (datetime(2026, 11, 25, 23, 30, tzinfo=UTC), "i dag kl. 00.30", "today at 00:30"),
        (datetime(2026, 11, 23, 9, 0, tzinfo=UTC), "for 3 dage siden", "3 days ago"),
    ],
)
def test_a_moment_has_its_time_of_day_while_it_is_fresh(moment: datetime, danish: str, english: str) -> None:
    assert _said("da", lambda: day_words.moment_in_words(moment, today=TODAY)) == danish
    assert _said("en", lambda: day_words.moment_in_words(moment, today=TODAY)) == english


def test_a_full_day_leaves_nothing_out() -> None:
    day = date(2026, 12, 3)
    assert _said("da", lambda: day_words.full_day(day)) == "torsdag den 3. december 2026"
    assert _said("en", lambda: day_words.full_day(day)) == "Thursday 3 December 2026"


@pytest.mark.parametrize("language", ["da", "en"])
def test_a_date_is_never_broken_in_two(language: str) -> None:
    with translation.override(language):
        assert " " not in day_words.date_in_words(TODAY)


@pytest.mark.parametrize(("name", "danish", "english"), [("Mia", "Mias", "Mia’s"), ("Lars", "Lars’", "Lars’s")])
def test_what_is_theirs_is_spelt_as_each_language_does(name: str, danish: str, english: str) -> None:
    assert (_said("da", lambda: genitive(name)), _said("en", lambda: genitive(name))) == (danish, english)


def _said(language: str, words: Callable[[], str]) -> str:
    with translation.override(language):
        return words().replace("\N{NO-BREAK SPACE}", " ")
