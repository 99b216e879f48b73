"""A meeting's page when it is over: the minutes, a yes, each one's view, and how it was; all without scripts."""

from uuid import UUID

import pytest
from django.test import Client

from backend.common import clock
from backend.plans import commands as do
from backend.plans.reads.minutes import read_minutes
from backend.plans.reads.ratings import read_ratings
from tests.access.visitors import signed_in
from tests.cast import Cast, gather
from tests.plans.holding import held, meeting


@pytest.fixture
def cast(db: None) -> Cast:
    return gather()


def page_of(cast: Cast, role: str, there: UUID) -> str:
    return str(signed_in(cast.person_of(role)).get(f"/plans/{cast.plan_id}/meetings/{there}/").content.decode())


def posts(cast: Cast, role: str, kind: str, there: UUID, **fields: str) -> None:
    client: Client = signed_in(cast.person_of(role))
    told = {"kind": kind, "meeting_id": str(there), "after": "1", "next": "/", **fields}
    assert client.post(f"/plans/{cast.plan_id}/changes/", told).status_code in (302, 303)


def test_the_minutes_stand_there_with_a_yes_for_the_citizen_alone(cast: Cast) -> None:
    with meeting(cast, "supporter") as there:
        cast.adds_step(title="Ring til lægen", responsible=cast.members["citizen"], due=clock.today())
    pages = {role: page_of(cast, role, there) for role in ("citizen", "consultant", "supporter")}
    assert "Ring til lægen" in pages["citizen"] and "Har ikke svaret" in pages["consultant"]
    assert "Ring til lægen" not in pages["supporter"]
    assert ["Ja, det passer" in page for page in pages.values()] == [True, False, False]
    assert ["Skriv, hvordan du så mødet" in page for page in pages.values()] == [True, True, False]
    assert all("Hvordan var mødet for dig?" in page for page in pages.values())


def test_forms_say_yes_write_a_view_and_rate(cast: Cast) -> None:
    there = held(cast)
    posts(cast, "citizen", "approve_minutes", there)
    posts(cast, "citizen", "say_own_view", there, words="Det var <b>godt</b>", was="")
    posts(cast, "citizen", "rate_meeting", there, scale="heard", score="8")
    posts(cast, "citizen", "show_rating", there)
    minutes, page = read_minutes(cast.seat("citizen"), there), page_of(cast, "citizen", there)
    assert minutes.approved_at and "Ja, det passer" not in page
    assert "Det var &lt;b&gt;godt&lt;/b&gt;" in page
    assert 'name="score" value="8" aria-pressed="true"' in page
    assert [one.heard for one in read_ratings(cast.seat("consultant")).shown] == [8]
    assert "Skjul igen" in page


def test_two_views_that_met_stand_side_by_side_without_scripts_too(cast: Cast) -> None:
    there = held(cast)
    cast.does("citizen", do.SayOwnView(meeting_id=there, words="Fra telefonen"))
    told = {
        "kind": "say_own_view",
        "meeting_id": str(there),
        "words": "Fra bordet",
        "was": "",
        "after": "1",
        "next": "/",
    }
    answer = signed_in(cast.citizen).post(f"/plans/{cast.plan_id}/changes/", told)
    assert answer.status_code == 409
    assert all(words in answer.content.decode() for words in ("Fra telefonen", "Fra bordet"))


def test_over_time_is_a_line_that_is_told_and_the_same_in_figures(cast: Cast) -> None:
    for score in (3, 9):
        there = held(cast)
        cast.does("citizen", do.RateMeeting(meeting_id=there, scale="heard", score=score))
    page = page_of(cast, "citizen", there)
    assert "Sådan har møderne været for dig" in page and "<title" in page
    assert "Fra 3 til 9. Lavest 3, højest 9." in page
    assert "<td>3</td>" in page and "<td>–</td>" in page
    assert "Fra 3 til 9" not in page_of(cast, "consultant", there)
