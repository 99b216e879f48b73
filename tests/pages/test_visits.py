"""The page "Hvem har set min plan": what others open is there before they have it, and one's own looks are not."""

from datetime import timedelta

from django.test import Client

from backend.common import clock
from backend.common.ids import new_id
from backend.plans import commands as do
from backend.plans.models import Visit
from backend.plans.visits import note
from tests.access.visitors import wall
from tests.cast import Cast


def as_(cast: Cast, role: str) -> Client:
    client = Client()
    client.force_login(cast.person_of(role))
    return client


def told(cast: Cast) -> str:
    return as_(cast, "citizen").get(f"/plans/{cast.plan_id}/visits/").content.decode()


def test_what_the_consultant_opens_is_told_in_plain_words(cast: Cast) -> None:
    step, bente = cast.adds_step(), as_(cast, "consultant")
    for address in ("", f"steps/{step}/", "network/"):
        assert bente.get(f"/plans/{cast.plan_id}/{address}").status_code == 200
    page = told(cast)
    assert cast.consultant.name in page
    assert "Så tavlen, netværket og et skridt" in page


def test_the_photos_of_a_page_are_the_same_look_and_each_is_written_down(cast: Cast) -> None:
    seat = cast.seat("consultant")
    for what in ("conversation", "attachment_small", "attachment_small", "attachment_small", "photo", "attachment"):
        note(seat, what=what)
    page = told(cast)
    assert "Så beskederne<" in page and page.count(cast.consultant.name) == 1
    assert Visit.objects.count() == 6


def test_a_look_that_brings_nothing_new_is_a_look_all_the_same(cast: Cast) -> None:
    bente = as_(cast, "consultant")
    first = bente.get(f"/plans/{cast.plan_id}/network/")
    again = bente.get(f"/plans/{cast.plan_id}/network/", headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 304
    assert Visit.objects.filter(what="network").count() == 2


def test_what_comes_by_the_api_is_a_look(cast: Cast) -> None:
    carl = as_(cast, "supporter")
    assert carl.get(f"/api/plans/{cast.plan_id}/catch-up?after=0").status_code == 200
    assert "Fulgte med på en åben side" in told(cast)


def test_ones_own_looks_and_closed_doors_are_none(cast: Cast) -> None:
    assert "Ingen andre har set din plan endnu." in told(cast)
    assert as_(cast, "stranger").get(f"/plans/{cast.plan_id}/").status_code == 404
    assert not Visit.objects.exists()


def test_a_wall_is_named_by_its_room(cast: Cast) -> None:
    screen_id = new_id()
    cast.does("consultant", do.OpenScreen(screen_id=screen_id, room_name="Lokale 2"))
    assert wall(screen_id).get(f"/plans/{cast.plan_id}/screen/").status_code == 200
    assert "Lokale 2" in told(cast)


def test_what_is_older_is_a_link_away_and_what_is_no_day_leads_to_the_newest(cast: Cast) -> None:
    with clock.standing_at(clock.now() - timedelta(days=200)):
        day = clock.today().isoformat()
        note(cast.seat("consultant"), what="network")
    assert f"/plans/{cast.plan_id}/visits/?upto={day}" in told(cast) and "Så netværket" not in told(cast)
    older = as_(cast, "citizen").get(f"/plans/{cast.plan_id}/visits/?upto={day}").content.decode()
    assert "Så netværket" in older and f'data-page="visits:{day}"' in older and "?upto=" not in older
    assert "Til de nyeste" in older
    bad = ("x", "2999-01-01", "0001-01-01", clock.today().isoformat(), "2026-13-40", "%00", "9" * 500)
    for given in bad:
        page = as_(cast, "citizen").get(f"/plans/{cast.plan_id}/visits/?upto={given}")
        assert page.status_code == 200 and 'data-page="visits"' in page.content.decode()


def test_the_newest_alone_are_kept_for_reading_without_signal(cast: Cast) -> None:
    day = (clock.today() - timedelta(days=200)).isoformat()
    kept = [
        as_(cast, "citizen").get(f"/plans/{cast.plan_id}/visits/{q}").get("Tavlen-Keep") for q in ("", f"?upto={day}")
    ]
    assert kept == ["yes", None]


def test_nobody_else_finds_the_page(cast: Cast) -> None:
    for role in ("consultant", "supporter", "professional", "stranger"):
        assert as_(cast, role).get(f"/plans/{cast.plan_id}/visits/").status_code == 404
