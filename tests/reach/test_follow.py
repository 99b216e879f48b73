"""From the journal to who is owed a nudge: once each, whoever dies on the way; from now on where nobody followed."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest

from backend.common import clock
from backend.common.ids import new_id
from backend.plans import commands as do
from backend.plans.models import Entry, Plan
from backend.reach import follow as following
from backend.reach.follow import follow
from backend.reach.models import Cursor, Notice
from tests.cast import Cast
from tests.reach.owed import at, from_now_on, owed_to, the_one, wishes, writes

WAITS = "waiting"


@pytest.fixture(autouse=True)
def noon(cast: Cast) -> Iterator[None]:
    with at():
        from_now_on()
        yield


def test_the_other_one_is_nudged_about_a_message_and_nobody_else(cast: Cast) -> None:
    writes(cast, "consultant")
    assert follow() == 1
    assert owed_to(cast, "citizen") == [("message", WAITS)]
    notice = the_one(cast, "citizen")
    assert (notice.page, notice.due_at) == ("conversation", clock.now())
    assert not any(owed_to(cast, role) for role in ("consultant", "supporter", "professional"))


def test_supporters_hear_only_of_what_is_theirs(cast: Cast) -> None:
    shared, kept = cast.adds_step(), cast.adds_step(title="Ring til banken")
    cast.shares(shared)
    cast.does("consultant", do.MoveStep(step_id=kept, status="done"))
    follow()
    assert owed_to(cast, "supporter") == [("step", WAITS)]
    assert the_one(cast, "supporter").page == f"step:{shared}"
    assert not owed_to(cast, "professional")
    assert owed_to(cast, "citizen") == [("cheer", WAITS)]


def test_a_move_counts_when_it_ends_in_done(cast: Cast) -> None:
    step = cast.adds_step()
    follow()
    cast.does("citizen", do.MoveStep(step_id=step, status="doing"))
    assert follow() == 0
    cast.does("citizen", do.MoveStep(step_id=step, status="done"))
    follow()
    assert owed_to(cast, "consultant") == [("cheer", WAITS)]


def test_a_meeting_is_told_to_whoever_is_asked_once_they_are(cast: Cast) -> None:
    cast.plans_meeting("supporter")
    follow()
    assert owed_to(cast, "supporter") == [("meeting", WAITS)]
    assert owed_to(cast, "consultant") == [("meeting", WAITS)]
    assert not owed_to(cast, "professional")


def test_what_one_has_turned_off_is_not_owed(cast: Cast) -> None:
    wishes(cast.citizen, off=["message"])
    writes(cast)
    assert follow() == 0


def test_followed_twice_it_is_owed_once(cast: Cast) -> None:
    writes(cast)
    assert (follow(), follow()) == (1, 0)
    Cursor.objects.update(seq=Plan.objects.get().head_seq - 1)  # as if the cursor had been lost
    follow()
    assert len(owed_to(cast, "citizen")) == 1


def test_another_follower_who_was_quicker_is_left_the_last_word(cast: Cast, monkeypatch: Any) -> None:
    """While this one reads what is owed, the other has written it."""
    writes(cast)
    honest = following._owed

    def slowly(*where: int) -> Iterator[Notice]:
        monkeypatch.setattr(following, "_owed", honest)
        follow()
        return honest(*where)

    monkeypatch.setattr(following, "_owed", slowly)
    follow()
    assert len(owed_to(cast, "citizen")) == 1


def test_a_plan_that_nobody_followed_is_followed_from_now_on(cast: Cast) -> None:
    Cursor.objects.all().delete()
    last, many = Entry.objects.latest("seq"), 100_000
    told = {**{f.attname: getattr(last, f.attname) for f in Entry._meta.fields if f.name != "id"}}
    told |= {"seq": many, "change_id": new_id()}
    Entry.objects.create(**told)
    Plan.objects.update(head_seq=many, opened_at=clock.now() - timedelta(days=400))
    assert follow() == 0
    assert Cursor.objects.get().seq == many
    writes(cast)
    assert follow() == 1


def test_a_new_plan_is_followed_from_its_first_word(cast: Cast) -> None:
    Cursor.objects.all().delete()
    Plan.objects.update(opened_at=clock.now())
    writes(cast)
    follow()
    assert ("message", WAITS) in owed_to(cast, "citizen")


def test_when_nothing_happened_it_asks_twice(cast: Cast, django_assert_num_queries: Any) -> None:
    follow()
    with django_assert_num_queries(2):
        assert follow() == 0


def test_a_notice_holds_nothing_of_the_plan(cast: Cast) -> None:
    writes(cast, words="KANARIE i en besked")
    cast.adds_step("consultant", title="KANARIE på et kort")
    follow()
    rows = [str(row) for row in Notice.objects.values()]
    assert len(rows) == 2
    assert "KANARIE" not in "".join(rows)
