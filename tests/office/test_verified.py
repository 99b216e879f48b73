"""Each night the list of looks is walked by itself: what was touched is logged, and told to the administrators."""

import logging
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client

from backend.common import clock
from backend.config import housekeeping
from backend.plans import visits
from backend.plans.reads.verified import read_verified
from backend.plans.verified import verify_tonight
from tests.cast import Cast, person
from tests.plans.test_visits import take_the_lock_off


@pytest.fixture(autouse=True)
def data_dir(settings: object, tmp_path: Path) -> Path:
    settings.TAVLEN_DATA_DIR = tmp_path  # type: ignore[attr-defined]
    return tmp_path


@pytest.fixture
def night(cast: Cast) -> Cast:
    for what in ("plan", "step", "network"):
        visits.note(cast.seat("consultant"), what=what)
    assert visits.look_tonight() and visits.seal() == 4
    return cast


def office() -> str:
    client = Client()
    client.force_login(person("gitte", "Gitte Holm", staff_role="administrator"))
    return client.get("/office/").content.decode()


def test_an_altered_look_is_found_by_night_and_told(night: Cast, caplog: pytest.LogCaptureFixture) -> None:
    take_the_lock_off()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE plans_visit SET what = 'today' WHERE number = 2")
    with caplog.at_level(logging.INFO):
        assert verify_tonight()
    assert "Number 2 is not what was written." in caplog.text
    page = office()
    assert "passer ikke" in page and "1 sted er ikke, som det blev skrevet" in page


def test_what_nobody_touched_is_told_once_a_day(night: Cast, caplog: pytest.LogCaptureFixture) -> None:
    assert "Den er ikke set efter endnu" in office()
    with caplog.at_level(logging.INFO):
        assert verify_tonight() and not verify_tonight()
    assert caplog.text.count("nobody has touched the visits") == 1
    assert read_verified().wrong == 0 and read_verified().on == clock.today()


def test_it_waits_for_the_look_of_the_night(cast: Cast) -> None:
    visits.note(cast.seat("consultant"), what="plan")
    visits.seal()
    assert not verify_tonight()
    visits.look_tonight()
    assert not verify_tonight(), "not in the chain yet"
    visits.seal()
    assert verify_tonight()


def test_a_walk_that_takes_too_long_ends_and_says_so(night: Cast, caplog: pytest.LogCaptureFixture) -> None:
    assert verify_tonight(within=timedelta(seconds=-1))
    assert "Time was over at number 1" in caplog.text and read_verified().wrong == 1


def test_a_night_without_it_is_told(night: Cast) -> None:
    verify_tonight()
    with clock.standing_at(clock.now() + timedelta(days=1)):
        assert not read_verified().is_late
    with clock.standing_at(clock.now() + timedelta(days=2)):
        assert read_verified().is_late


def test_a_file_that_is_none_of_ours_is_written_anew(night: Cast, data_dir: Path) -> None:
    (data_dir / "visits.verified").write_text("[")
    assert read_verified().on is None
    assert verify_tonight() and read_verified().on == clock.today()


def test_the_server_does_it_beside_its_other_rounds() -> None:
    assert verify_tonight in [work for _name, _seconds, work in housekeeping.rounds()]
