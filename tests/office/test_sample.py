"""The half-yearly check: looks drawn at random, and a look of nobody's that must be found every day."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.test import Client

from backend.common import clock
from backend.plans import commands as do
from backend.plans import visits
from backend.plans.journal import entries_after
from backend.plans.models import Visit
from backend.plans.reads.sample import DRAWN, read_sample
from backend.plans.reads.visits import read_visits
from tests.access.everything import everything
from tests.cast import Cast, person
from tests.pages.reading import read


@pytest.fixture(autouse=True)
def data_dir(settings: object, tmp_path: Path) -> Path:
    settings.TAVLEN_DATA_DIR = tmp_path  # type: ignore[attr-defined]
    return tmp_path


def looks(cast: Cast, many: int) -> None:
    for _time in range(many):
        visits.note(cast.seat("consultant"), what="step")
    visits.seal()


def test_the_same_draw_is_the_same_sample_whatever_comes_after(cast: Cast) -> None:
    looks(cast, 60)
    first = read_sample(draw=7)
    looks(cast, 60)
    assert read_sample(draw=7, upto=first.upto) == first
    assert (len(first.visits), first.among, first.upto) == (DRAWN, 60, 60)
    assert read_sample(draw=8, upto=first.upto).visits != first.visits


def test_only_consultants_looks_of_the_last_half_year_are_drawn(cast: Cast) -> None:
    with clock.standing_at(clock.now() - timedelta(days=184)):
        visits.note(cast.seat("consultant"), what="plan")
    visits.note(cast.seat("supporter"), what="plan")
    visits.look_tonight()
    visits.seal()
    assert read_sample(draw=1).visits == ()


def test_the_leaders_page_names_the_consultant_and_no_citizen(cast: Cast) -> None:
    looks(cast, 3)
    client = Client()
    client.force_login(person("birthe", "Birthe Leder", staff_role="leader"))
    page = read(client, "/numbers/looks/?draw=3")
    assert "Bente Krog" in page.words and "Så et skridt" in page.words and "kig nr. 2" in page.words
    assert "Amina" not in page.words and "?draw=3&upto=3" in page.links
    for odd in ("draw=x", "draw=-1", f"upto={'9' * 40}", "draw=%C2%B2"):
        assert client.get(f"/numbers/looks/?{odd}").status_code == 200


def test_nobody_looks_once_a_day_and_sees_nothing(cast: Cast) -> None:
    cast.does("citizen", do.ShowInRoom(subject="step", subject_id=cast.adds_step(title="kanarie")))
    assert (visits.look_tonight(), visits.look_tonight()) == (True, False)
    seat = visits.night_seat()
    assert seat is not None and "kanarie" not in everything(seat, steps=[], goals=[])
    assert entries_after(seat, 0) == []
    assert read_visits(cast.seat("citizen")).days == ()
    assert Visit.objects.count() == 1


def test_a_night_that_cannot_be_found_is_told(cast: Cast) -> None:
    now = clock.now()
    for days in (3, 2, 0):
        with clock.standing_at(now - timedelta(days=days)):
            visits.look_tonight()
            visits.seal()
    missing = clock.day_of(now - timedelta(days=1)).isoformat()
    assert visits.verify() == [f"The look of the night is missing on {missing}."]


def test_that_there_never_was_such_a_look_is_told_the_day_after(cast: Cast) -> None:
    visits.note(cast.seat("consultant"), what="plan")
    visits.seal()
    assert visits.verify() == []
    with clock.standing_at(clock.now() + timedelta(days=1)):
        assert visits.verify() == ["There has never been a look of the night."]


def test_looks_that_nobody_chains_are_told(cast: Cast) -> None:
    visits.note(cast.seat("consultant"), what="plan")
    visits.look_tonight()
    with clock.standing_at(clock.now() + timedelta(minutes=59)):
        assert not any("chained" in wrong for wrong in visits.verify())
    with clock.standing_at(clock.now() + timedelta(minutes=61)):
        assert "2 have waited for more than an hour to be chained." in visits.verify()
        visits.seal()
        assert not any("chained" in wrong for wrong in visits.verify())
