"""Days are said as at a table, in the reader's language."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import translation

from citizen_app.day_words import day_in_words, full_day, moment_in_words

MONDAY = date(2026, 11, 23)
COPENHAGEN = ZoneInfo("Europe/Copenhagen")


@pytest.mark.parametrize(
    ("ahead", "said"),
    [
        (0, "i dag"),
        (1, "i morgen"),
        (-1, "i går"),
        (3, "på torsdag"),
        (6, "på søndag"),
        (7, "mandag 30. november"),
        (15, "8. december, uge 50"),
        (200, "11. juni 2027"),
        (-3, "for 3 dage siden"),
        (-14, "for 2 uger siden"),
        (-60, "24. september"),
        (-400, "19. oktober 2025"),
    ],
)
def test_a_day_is_said_by_how_near_it_is(ahead: int, said: str) -> None:
    with translation.override("da"):
        assert day_in_words(MONDAY + timedelta(days=ahead), today=MONDAY).replace("\u00a0", " ") == said


def test_a_moment_has_its_time_while_it_is_fresh() -> None:
    at = datetime(2026, 11, 22, 23, 30, tzinfo=ZoneInfo("UTC"))  # half past midnight on Monday in Copenhagen
    with translation.override("da"):
        assert moment_in_words(at, today=MONDAY) == "i dag kl. 00.30"
        assert moment_in_words(at, today=MONDAY + timedelta(days=3)) == "for 3 dage siden"


def test_a_whole_day_leaves_nothing_out() -> None:
    with translation.override("da"):
        assert full_day(MONDAY) == "mandag den 23. november 2026"
