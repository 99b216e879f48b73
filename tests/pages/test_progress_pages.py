"""Small steps on three pages: each says one thing, leads to the others, and costs the same for few and for many."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from backend.common import clock
from backend.common.ids import new_id
from backend.plans import commands as do
from backend.plans.models import Member, ProgressArea, ProgressEntry
from tests.cast import Cast
from tests.pages.conftest import SignedIn
from tests.pages.reading import Page, read

FIRST, OVER_TIME, AREAS, USED = "progress/", "progress/over-time/", "progress/areas/", "progress/used/"


def standard(cast: Cast, code: str = "attendance") -> UUID:
    return ProgressArea.objects.get(plan=cast.plan_id, standard=code).pk


def opened(client: Client, cast: Cast, page: str) -> Page:
    return read(client, f"/plans/{cast.plan_id}/{page}")


def notes_many(cast: Cast, times: int) -> None:
    """Over two years, in every area."""
    by = Member.objects.get(pk=cast.members["citizen"])
    areas, today = list(ProgressArea.objects.filter(plan=cast.plan_id, indicator_set=None)), clock.today()
    ProgressEntry.objects.bulk_create(
        ProgressEntry(
            plan_id=cast.plan_id, by=by, area=areas[n % len(areas)], words="Stod op", score=n % 11, at=clock.now(),
            day=today - timedelta(days=n * 700 // times),
        )
        for n in range(times)
    )  # fmt: skip


def test_the_first_says_what_is_new_the_second_how_it_goes_and_the_third_who_sees(
    cast: Cast, signed_in: SignedIn
) -> None:
    notes_many(cast, 30)
    client = signed_in(cast.citizen)
    first, over_time, areas = (opened(client, cast, page) for page in (FIRST, OVER_TIME, AREAS))
    assert "Det har jeg gjort" in first.words and first.has_form("add_progress_entry")
    assert "Sådan går det" not in first.words and not first.has_form("keep_progress_area")
    assert over_time.words.count("små skridt siden") == 2 * 3  # said, and said in the drawing
    assert not over_time.has_form("add_progress_entry") and not over_time.has_form("keep_progress_area")
    assert areas.has_form("add_progress_area") and not areas.has_form("add_progress_entry")
    here = f"/plans/{cast.plan_id}/"
    for page in (first, over_time, areas):
        assert {f"{here}{one}" for one in (FIRST, OVER_TIME, AREAS)} <= {*page.links}
    assert f"{here}{USED}" in areas.links and f"{here}{AREAS}" in opened(client, cast, USED).links


@pytest.mark.parametrize("role", ["citizen", "consultant", "supporter"])
def test_what_can_be_seen_and_used_is_one_tap_from_small_steps_and_from_measurements(
    cast: Cast, signed_in: SignedIn, role: str
) -> None:
    client, here = signed_in(cast.person_of(role)), f"/plans/{cast.plan_id}/"
    for page in (FIRST, "measurements/"):
        assert f"{here}{USED}" in opened(client, cast, page).links, page
    told = opened(client, cast, USED)
    assert "Ingen andre ser dine svar, før du siger til." in told.words
    assert f"{here}{FIRST}" in told.links
    assert ({f"{here}{AREAS}", f"{here}measurements/"} <= {*told.links}) is (role == "citizen")
    client.post("/settings/", {"language": "en"})
    assert "Nobody else sees your answers until you say so." in opened(client, cast, USED).words


@pytest.mark.parametrize("role", ["consultant", "supporter", "professional"])
def test_who_sees_what_is_the_citizens_page_alone(cast: Cast, signed_in: SignedIn, role: str) -> None:
    client, here = signed_in(cast.person_of(role)), f"/plans/{cast.plan_id}/"
    assert client.get(f"{here}{AREAS}").status_code == 404
    answer = client.get(f"/api{here}catch-up?after=0&page=progress_areas")
    assert "Del med" not in answer.content.decode() and "keep_progress_area" not in answer.content.decode()
    page = opened(client, cast, FIRST)
    assert f"{here}{AREAS}" not in page.links and f"{here}{USED}" in page.links


def test_over_time_is_of_the_areas_that_are_shared(cast: Cast, signed_in: SignedIn) -> None:
    notes_many(cast, 9)
    share = do.ShareProgressArea(progress_area_id=standard(cast, "coping"), member_id=cast.members["supporter"])
    cast.does("citizen", share)
    theirs = opened(signed_in(cast.supporter), cast, OVER_TIME).words
    assert "Mestring" in theirs and "Fremmøde" not in theirs and "Impulskontrol" not in theirs
    assert "skridt siden" not in opened(signed_in(cast.professional), cast, OVER_TIME).words
    cast.does("citizen", do.KeepProgressArea(progress_area_id=standard(cast)))
    consultants = opened(signed_in(cast.consultant), cast, OVER_TIME).words
    assert "Mestring" in consultants and "Fremmøde" not in consultants


def test_a_form_leads_back_to_the_page_on_which_it_stood(cast: Cast, signed_in: SignedIn) -> None:
    client, here = signed_in(cast.citizen), f"/plans/{cast.plan_id}/"
    own = {"progress_area_id": str(new_id())}
    sent = [
        (AREAS, "add_progress_area", {}, {**own, "name": "Sove"}),
        (AREAS, "rename_progress_area", own, {"text": "Sove igennem"}),
        (AREAS, "share_progress_area", {**own, "member_id": str(cast.members["supporter"])}, {}),
        (AREAS, "unshare_progress_area", own, {}),
        (AREAS, "keep_progress_area", own, {}),
        (AREAS, "open_progress_area", own, {}),
        (AREAS, "remove_progress_area", own, {}),
        (AREAS, "restore_progress_area", own, {}),
        (FIRST, "add_progress_entry", own, {"progress_entry_id": str(new_id())}),
        (FIRST, "remove_progress_entry", {}, {}),
        (FIRST, "restore_progress_entry", {}, {}),
    ]
    for page, kind, fields, filled in sent:
        answer = opened(client, cast, page).form(kind, **fields).send(client, **filled)
        assert (answer.status_code, answer["Location"].partition("?")[0]) == (303, f"{here}{page}"), kind
    assert "Sove igennem" in opened(client, cast, AREAS).words


def test_what_was_taken_away_is_brought_back_where_it_stood(cast: Cast, signed_in: SignedIn) -> None:
    area, entry = new_id(), new_id()
    cast.does("citizen", do.AddProgressArea(progress_area_id=area, name="Sove igennem"))
    cast.does("citizen", do.AddProgressEntry(progress_entry_id=entry, progress_area_id=standard(cast), words="Gik ud"))
    cast.does("citizen", do.RemoveProgressArea(progress_area_id=area))
    cast.does("citizen", do.RemoveProgressEntry(progress_entry_id=entry))
    client = signed_in(cast.citizen)
    first, areas = opened(client, cast, FIRST), opened(client, cast, AREAS)
    assert first.has_form("restore_progress_entry") and not first.has_form("restore_progress_area")
    assert areas.has_form("restore_progress_area") and not areas.has_form("restore_progress_entry")


def test_the_same_change_twice_in_turn_is_two_changes(cast: Cast, signed_in: SignedIn) -> None:
    """A part that is kept ready says the plan's number all the same, by which a double click is known."""
    client, area = signed_in(cast.citizen), str(standard(cast))
    for _ in range(2):
        opened(client, cast, FIRST).form("add_progress_entry", progress_area_id=area).send(client)
        opened(client, cast, AREAS).form("keep_progress_area", progress_area_id=area).send(client)
        opened(client, cast, AREAS).form("open_progress_area", progress_area_id=area).send(client)
    assert ProgressEntry.objects.filter(plan=cast.plan_id).count() == 2
    assert opened(client, cast, AREAS).has_form("keep_progress_area")
    assert not ProgressArea.objects.get(pk=area).is_kept


@pytest.mark.parametrize("page", [FIRST, OVER_TIME, AREAS])
def test_two_years_of_them_cost_as_many_questions_as_a_few(cast: Cast, signed_in: SignedIn, page: str) -> None:
    client = signed_in(cast.citizen)
    asked = []
    for times in (5, 500):
        notes_many(cast, times)
        opened(client, cast, page)
        with CaptureQueriesContext(connection) as questions:
            opened(client, cast, f"{page}?{times}")
        asked.append([one["sql"] for one in questions.captured_queries])
    assert len(asked[0]) == len(asked[1]) <= 7
    assert any("SUBSTR" in sql.upper() for sql in asked[1]) is (page == OVER_TIME)
