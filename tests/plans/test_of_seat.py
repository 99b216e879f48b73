"""What citizen and consultant ask by a statement made once is what the question itself gives, at every kind of plan."""

import pytest

from backend.plans import sight
from backend.plans.of_seat import OfSeat
from tests.cast import gather
from tests.plans.test_progress import notes, own_area

AREAS, ENTRIES = OfSeat(sight.progress_areas_for), OfSeat(sight.progress_entries_for)


@pytest.mark.django_db
@pytest.mark.parametrize("who", ["citizen", "consultant", "supporter", "professional"])
@pytest.mark.parametrize("protected", [False, True])
def test_each_sees_the_same_either_way(who: str, protected: bool) -> None:
    cast = gather(protected=protected)
    kept = own_area(cast, kept=True)
    for by in ("citizen", "consultant", "supporter"):
        notes(cast, by, f"set af {by}")
    notes(cast, "citizen", "kun min", area=kept)
    seat = cast.seat(who)
    assert AREAS.all(seat) == list(sight.progress_areas_for(seat)) != []
    assert ENTRIES.all(seat) == list(sight.progress_entries_for(seat))
    assert (kept in {area.pk for area in AREAS.all(seat)}) is (who == "citizen")
