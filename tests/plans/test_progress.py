"""Small steps: one tap, the citizen's own words and figures, a no that stands, and areas shared one by one."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from backend.common import clock
from backend.common.errors import NotHere
from backend.common.ids import new_id
from backend.plans import commands as do
from backend.plans.forget import forget_removed
from backend.plans.journal import entries_after
from backend.plans.models import Entry, ProgressArea, ProgressEntry
from backend.plans.reads.faces import read_table
from backend.plans.reads.minutes import read_minutes
from backend.plans.reads.network import read_network
from backend.plans.reads.news import read_news
from backend.plans.reads.progress import LEAF, Progress, entries_for_room, read_progress
from backend.plans.reads.progress_areas import read_areas_over_time
from tests.cast import Cast
from tests.plans.saying_no import refused

pytestmark = pytest.mark.django_db


def standard(cast: Cast, code: str = "attendance") -> UUID:
    return ProgressArea.objects.get(plan=cast.plan_id, standard=code).pk


def notes(cast: Cast, who: str, words: str = "", *, area: UUID | None = None, said_at: Any = None, **more: Any) -> UUID:
    one = new_id()
    told = do.AddProgressEntry(progress_entry_id=one, progress_area_id=area or standard(cast), words=words, **more)
    cast.does(who, told, said_at=said_at)
    return one


def own_area(cast: Cast, name: str = "Sove igennem", **more: Any) -> UUID:
    area = new_id()
    cast.does("citizen", do.AddProgressArea(progress_area_id=area, name=name, **more))
    return area


def shares(cast: Cast, area: UUID, who: str = "supporter", **more: Any) -> None:
    member = cast.members[who]
    cast.does("citizen", do.ShareProgressArea(progress_area_id=area, member_id=member, **more))


def read(cast: Cast, who: str) -> Progress:
    return read_progress(cast.seat(who))


def words(cast: Cast, who: str) -> list[str]:
    return [one.words for one in read(cast, who).entries]


def test_one_tap_is_a_small_step_of_today_with_who_saw_it(cast: Cast) -> None:
    notes(cast, "citizen")
    notes(cast, "supporter", "Han stod op")
    theirs, mine = read(cast, "citizen").entries
    assert (mine.area, mine.words, mine.score, mine.day) == ("Fremmøde", "", None, clock.today())
    assert theirs.by and theirs.by.name == "Carl Holm"
    assert [item.kind for item in read_news(cast.seat("citizen"), read_table(cast.seat("citizen")))][:1] == [
        "progress_entry_added"
    ]


def test_what_was_said_without_signal_is_of_the_day_on_which_it_was_said(cast: Cast) -> None:
    two_days_ago = clock.now() - timedelta(days=2)
    notes(cast, "citizen", "I forgårs", said_at=two_days_ago)
    notes(cast, "citizen", "Et ur der er gået i stå", said_at=clock.now() - timedelta(days=400))
    days = {one.words: one.day for one in read(cast, "citizen").entries}
    assert days == {"I forgårs": clock.day_of(two_days_ago), "Et ur der er gået i stå": clock.today()}


@pytest.mark.parametrize("days", [1, -400])
def test_another_day_is_one_of_the_past_year(cast: Cast, days: int) -> None:
    day = clock.today() + timedelta(days=days)
    told = do.AddProgressEntry(progress_entry_id=new_id(), progress_area_id=standard(cast), day=day)
    refused(cast, "citizen", told, "bad_day")


def test_the_figure_is_the_citizens_alone_also_of_what_another_saw(cast: Cast) -> None:
    theirs = notes(cast, "consultant", "Mødte først")
    told = do.AddProgressEntry(progress_entry_id=new_id(), progress_area_id=standard(cast), score=3)
    refused(cast, "consultant", told, "not_allowed")
    refused(cast, "consultant", do.ScoreProgressEntry(progress_entry_id=theirs, score=3), "not_allowed")
    cast.does("citizen", do.ScoreProgressEntry(progress_entry_id=theirs, score=8))
    assert [one.score for one in read(cast, "consultant").entries] == [8]


def test_the_citizens_words_are_edited_by_nobody_else_and_nobodys_else_by_the_citizen(cast: Cast) -> None:
    mine, theirs = notes(cast, "citizen", "Stod op"), notes(cast, "consultant", "Kom")
    for who, one, was in (("consultant", mine, "Stod op"), ("citizen", theirs, "Kom")):
        refused(cast, who, do.RewordProgressEntry(progress_entry_id=one, text="Andet", was=was), "not_allowed")
    refused(cast, "citizen", do.RewordProgressEntry(progress_entry_id=mine, text="Nyt", was="Forkert"), "conflict")
    cast.does("citizen", do.RewordProgressEntry(progress_entry_id=mine, text="Stod op kl. 7", was="Stod op"))
    assert words(cast, "citizen") == ["Kom", "Stod op kl. 7"]


def test_a_no_stands_for_everybody_and_only_who_said_it_can_take_it_back(cast: Cast) -> None:
    theirs = notes(cast, "supporter", "Han drak ikke")
    refused(cast, "consultant", do.RemoveProgressEntry(progress_entry_id=theirs), "not_allowed")
    cast.does("citizen", do.RemoveProgressEntry(progress_entry_id=theirs))
    assert all(words(cast, who) == [] for who in ("citizen", "consultant", "supporter"))
    for who in ("supporter", "consultant"):
        with pytest.raises(NotHere):
            cast.does(who, do.RestoreProgressEntry(progress_entry_id=theirs))
    cast.does("citizen", do.RestoreProgressEntry(progress_entry_id=theirs))
    assert words(cast, "supporter") == ["Han drak ikke"]


def test_after_a_quarter_of_an_hour_nothing_is_left_of_it_nor_of_an_area_and_what_stood_there(cast: Cast) -> None:
    area = own_area(cast)
    gone, inside = notes(cast, "citizen", "Væk"), notes(cast, "citizen", "Indeni", area=area)
    cast.does("citizen", do.RemoveProgressEntry(progress_entry_id=gone))
    cast.does("citizen", do.RemoveProgressArea(progress_area_id=area))
    with clock.standing_at(clock.now() + timedelta(minutes=16)):
        refused(cast, "citizen", do.RestoreProgressEntry(progress_entry_id=gone), "too_late")
        forget_removed()
    assert not ProgressEntry.objects.exists()
    assert ProgressArea.objects.filter(plan=cast.plan_id).count() == 3
    told = "".join(map(str, Entry.objects.filter(plan=cast.plan_id).values_list("facts", flat=True)))
    assert not any(str(one) in told for one in (gone, inside, area))


def test_an_area_that_is_shared_shows_what_citizen_and_consultant_noted_and_ones_own(cast: Cast) -> None:
    area = own_area(cast)
    shares(cast, area)
    shares(cast, area, "professional")
    notes(cast, "citizen", "Syv timer", area=area, score=7)
    notes(cast, "professional", "Så udhvilet ud", area=area)
    notes(cast, "citizen", "Kun os")
    assert words(cast, "supporter") == ["Syv timer"]
    assert words(cast, "professional") == ["Så udhvilet ud", "Syv timer"]
    assert [area.name for area in read(cast, "supporter").areas][-1] == "Sove igennem"
    sees = next(one for one in read_network(cast.seat("citizen")) if one.face.member_id == cast.members["supporter"])
    assert sees.sees_areas == ((area, "Sove igennem"),)
    cast.does("citizen", do.UnshareProgressArea(progress_area_id=area, member_id=cast.members["supporter"]))
    assert words(cast, "supporter") == []
    refused(
        cast, "citizen", do.ShareProgressArea(progress_area_id=area, member_id=cast.members["consultant"]), "sees_all"
    )


def test_a_share_is_over_with_its_day(cast: Cast) -> None:
    notes(cast, "citizen", "I dag")
    shares(cast, standard(cast), until=clock.today())
    assert words(cast, "supporter") == ["I dag"]
    with clock.standing_at(clock.now() + timedelta(days=1)):
        assert words(cast, "supporter") == []


def test_an_area_that_the_citizen_keeps_is_not_there_for_the_consultant_save_what_they_wrote(cast: Cast) -> None:
    area = own_area(cast, "Dage uden")
    notes(cast, "citizen", "Ti dage", area=area)
    notes(cast, "citizen", "Mødte ikke op")
    notes(cast, "consultant", "Kom til tiden")
    for one in (area, standard(cast)):
        cast.does("citizen", do.KeepProgressArea(progress_area_id=one))
    before = cast.seat("consultant").head
    notes(cast, "citizen", "Elleve dage", area=area)
    assert words(cast, "consultant") == ["Kom til tiden"]
    assert [area.name for area in read(cast, "consultant").areas] == ["Fremmøde", "Impulskontrol", "Mestring"]
    assert read_areas_over_time(cast.seat("consultant")) == ()
    (told,) = entries_after(cast.seat("consultant"), before)
    assert (told.kind, told.by, told.facts) == ("kept", None, {})
    cast.does("citizen", do.OpenProgressArea(progress_area_id=area))
    assert "Elleve dage" in words(cast, "consultant")


def test_the_areas_that_all_have_stay_as_they_are(cast: Cast) -> None:
    area = standard(cast)
    refused(cast, "citizen", do.RemoveProgressArea(progress_area_id=area), "standard")
    refused(cast, "citizen", do.RenameProgressArea(progress_area_id=area, text="Andet", was=""), "standard")


def test_the_room_sees_only_what_it_was_let_see_without_figure_and_foreign_names(cast: Cast) -> None:
    area = own_area(cast, "Dage uden")
    told, silent = notes(cast, "citizen", "Ti dage", area=area, score=9), notes(cast, "citizen", area=area)
    assert words(cast, "screen") == []
    for one in (told, silent):
        cast.does("citizen", do.ShowInRoom(subject="progress_entry", subject_id=one))
    assert sorted((one.words, one.area, one.score) for one in read(cast, "screen").entries) == [
        ("", "Dage uden", None), ("Ti dage", "", None),
    ]  # fmt: skip
    assert words(cast, "supporter") == []
    cast.meets("supporter")
    assert "Ti dage" in words(cast, "supporter")


def test_they_are_never_in_the_minutes(cast: Cast) -> None:
    meeting = cast.meets("supporter")
    one = notes(cast, "citizen", "Stod op alene")
    cast.does("citizen", do.ShowInRoom(subject="progress_entry", subject_id=one))
    cast.does("citizen", do.EndMeeting(meeting_id=meeting))
    for who in ("citizen", "consultant", "supporter"):
        assert "Stod op alene" not in repr(read_minutes(cast.seat(who), meeting))


def test_months_are_counted_without_gaps_and_figures_are_their_mean(cast: Cast) -> None:
    today = clock.today()
    for months_ago, score in ((2, 2), (2, 5), (0, 8)):
        notes(cast, "citizen", day=today - timedelta(days=31 * months_ago), score=score)
    (months,) = [area.months for area in read_areas_over_time(cast.seat("citizen"))]
    first, last = months[0], months[-1]
    assert ((first.steps, first.score), (last.steps, last.score)) == ((2, 3.5), (1, 8.0))
    assert all((one.steps, one.score) == (0, None) for one in months[1:-1])
    assert len({one.month for one in months}) == len(months) in (2, 3)


def test_a_small_step_that_is_gone_is_no_news(cast: Cast) -> None:
    there, gone = notes(cast, "supporter", "Kom"), notes(cast, "consultant", "Blev væk")
    cast.does("citizen", do.RemoveProgressEntry(progress_entry_id=there))
    seat = cast.seat("citizen")
    assert [item.by and item.by.role for item in read_news(seat, read_table(seat))][:1] == ["consultant"]
    cast.does("citizen", do.RemoveProgressEntry(progress_entry_id=gone))
    seat = cast.seat("citizen")
    assert "progress_entry_added" not in {item.kind for item in read_news(seat, read_table(seat))}


def test_what_the_room_may_see_can_be_chosen_among_the_newest_and_taken_out_however_old(cast: Cast) -> None:
    old = notes(cast, "citizen", "For længst", day=clock.today() - timedelta(days=300))
    cast.does("citizen", do.ShowInRoom(subject="progress_entry", subject_id=old))
    for number in range(LEAF + 1):
        notes(cast, "citizen", f"Nyt {number}", day=clock.today() - timedelta(days=number))
    seat = cast.seat("citizen")
    listed = [one.words for one in entries_for_room(seat, read_table(seat))]
    assert listed == [*(f"Nyt {number}" for number in range(LEAF)), "For længst"]
