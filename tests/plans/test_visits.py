"""Who has seen my plan: every look by another stands there, in plain words for the citizen, and nobody can touch it."""

from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext

from backend.common import clock
from backend.common.errors import NotHere
from backend.plans import visits
from backend.plans.models import Visit
from backend.plans.reads.visits import read_visits
from tests.cast import Cast


@pytest.fixture(autouse=True)
def data_dir(settings: object, tmp_path: Path) -> Path:
    settings.TAVLEN_DATA_DIR = tmp_path  # type: ignore[attr-defined]
    return tmp_path


@pytest.fixture
def sealed(cast: Cast) -> list[Visit]:
    """Five looks in the chain, in two goes, and one that is not chained yet."""
    for what in ("plan", "step", "step"):
        visits.note(cast.seat("consultant"), what=what)
    assert visits.seal() == 3
    for role in ("supporter", "professional"):
        visits.note(cast.seat(role), what="plan")
    assert (visits.seal(), visits.seal()) == (2, 0)
    visits.note(cast.seat("consultant"), what="network")
    assert visits.verify() == []
    return list(Visit.objects.exclude(number=None).order_by("number"))


def test_the_citizen_sees_by_day_and_person_what_was_looked_at(cast: Cast) -> None:
    with clock.standing_at(clock.now() - timedelta(days=1)):
        visits.note(cast.seat("supporter"), what="plan")
    for what in ("plan", "step", "step"):
        visits.note(cast.seat("consultant"), what=what)
    visits.note(cast.seat("citizen"), what="plan")
    today, yesterday = read_visits(cast.seat("citizen")).days
    (bente,) = today.visitors
    assert (bente.name, bente.role) == (cast.consultant.name, "consultant")
    assert [(one.what, one.times) for one in bente.looked] == [("plan", 1), ("step", 2)]
    assert [visitor.name for visitor in yesterday.visitors] == [cast.supporter.name]
    assert today.day - yesterday.day == timedelta(days=1)


def looked(cast: Cast, *, days_ago: int, what: str = "plan") -> None:
    """At noon of that day, also beyond a change of the clock."""
    noon = datetime.combine(clock.today() - timedelta(days=days_ago), time(12), tzinfo=clock.COPENHAGEN)
    with clock.standing_at(noon):
        visits.note(cast.seat("consultant"), what=what)


def days_ago(cast: Cast, upto: date | None = None) -> tuple[list[int], int | None]:
    seen = read_visits(cast.seat("citizen"), upto)
    older = (clock.today() - seen.older).days if seen.older else None
    return [(clock.today() - one.day).days for one in seen.days], older


def test_ninety_days_are_shown_and_the_way_leads_to_the_next_look_before_them(cast: Cast) -> None:
    for ago in (0, 89, 90, 179, 180, 800):
        looked(cast, days_ago=ago)
    visits.note(visits.night_seat() or cast.seat("screen"), what="night")
    assert days_ago(cast) == ([0, 89], 90)
    assert days_ago(cast, clock.today() - timedelta(days=90)) == ([90, 179], 180)
    assert days_ago(cast, clock.today() - timedelta(days=180)) == ([180], 800), "what is silent is passed over"
    assert days_ago(cast, clock.today() - timedelta(days=800)) == ([800], None)


def test_a_plan_that_nobody_has_looked_at_for_long_leads_back_all_the_same(cast: Cast) -> None:
    assert days_ago(cast) == ([], None)
    looked(cast, days_ago=200)
    assert days_ago(cast) == ([], 200)


def test_the_way_back_costs_no_question_of_its_own(cast: Cast) -> None:
    seat = cast.seat("citizen")
    looked(cast, days_ago=1)
    with CaptureQueriesContext(connection) as first:
        assert read_visits(seat).older is None
    looked(cast, days_ago=200)
    with CaptureQueriesContext(connection) as with_older:
        assert read_visits(seat).older
    assert len(first) == len(with_older) == 3


@pytest.mark.parametrize("role", ["consultant", "supporter", "professional", "screen"])
def test_nobody_else_sees_who_looked(cast: Cast, role: str) -> None:
    with pytest.raises(NotHere):
        read_visits(cast.seat(role))


@pytest.mark.parametrize(
    "touch",
    [
        "UPDATE plans_visit SET what = 'today' WHERE number = 2",
        "UPDATE plans_visit SET at = '2020-01-01 00:00:00' WHERE number = 5",
        "DELETE FROM plans_visit WHERE number = 3",
        "DELETE FROM plans_visit WHERE number = 1",
        "DELETE FROM plans_visit WHERE number >= 4",
        "DELETE FROM plans_visit",
        "UPDATE plans_visit SET number = CASE number WHEN 2 THEN -2 WHEN 3 THEN 2 ELSE number END",
    ],
)
def test_whatever_is_touched_is_refused_and_without_the_refusal_found(sealed: list[Visit], touch: str) -> None:
    with connection.cursor() as cursor:
        with pytest.raises(DatabaseError, match="stays as it is"), transaction.atomic():
            cursor.execute(touch)
        assert visits.verify() == []
        take_the_lock_off()
        cursor.execute(touch)
    assert visits.verify()


def take_the_lock_off() -> None:
    """As somebody may who owns the database."""
    on_table = "" if connection.vendor == "sqlite" else " ON plans_visit"
    with connection.cursor() as cursor:
        for name in ("plans_visit_changes", "plans_visit_goes"):
            cursor.execute(f"DROP TRIGGER {name}{on_table}")


def test_a_look_that_waits_for_the_chain_stays_as_it_is_too(sealed: list[Visit]) -> None:
    waits = Visit.objects.filter(number=None)
    with pytest.raises(DatabaseError, match="stays as it is"), transaction.atomic():
        waits.update(what="today")
    assert waits.count() == 1
    assert visits.seal() == 1


def test_a_chain_that_was_cut_off_with_its_anchor_is_found(sealed: list[Visit], data_dir: Path) -> None:
    take_the_lock_off()
    Visit.objects.filter(number__gte=4).delete()
    (data_dir / "visits.anchor").unlink()
    assert visits.verify() == [], "the file may be a moment behind"
    with clock.standing_at(clock.now() + timedelta(hours=2)):
        assert any("missing or empty" in one for one in visits.verify())


def test_an_anchor_that_lags_behind_is_found(sealed: list[Visit], data_dir: Path) -> None:
    file = data_dir / "visits.anchor"
    file.write_text(file.read_text().splitlines()[0] + "\n")
    with clock.standing_at(clock.now() + timedelta(hours=2)):
        assert any("ends at number 3; the chain goes on to number 4" in one for one in visits.verify())


def test_a_machine_that_chained_nothing_writes_down_the_chains_end_too(sealed: list[Visit], data_dir: Path) -> None:
    file = data_dir / "visits.anchor"
    told = file.read_text()
    file.unlink()
    assert (visits.seal(), visits.seal()) == (1, 0)
    assert file.read_text().startswith("6 ")
    file.write_text(told)
    assert visits.seal() == 0
    assert file.read_text().splitlines()[-1].startswith("6 ")


def test_a_chain_made_anew_with_the_wrong_key_is_found(sealed: list[Visit], settings: object) -> None:
    settings.SECRET_KEY = "another " * 10  # type: ignore[attr-defined]
    assert visits.verify()


def test_rows_that_change_places_are_found(sealed: list[Visit]) -> None:
    take_the_lock_off()
    second, third = sealed[1], sealed[2]
    Visit.objects.filter(pk=second.pk).update(number=None)
    Visit.objects.filter(pk=third.pk).update(number=2, digest=second.digest)
    Visit.objects.filter(pk=second.pk).update(number=3, digest=third.digest)
    Visit.objects.filter(pk=second.pk).update(at=third.at)
    assert visits.verify()
