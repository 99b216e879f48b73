"""Søg without scripts: a form, what was found, and the way to each place."""

from backend.common.ids import new_id
from backend.plans import commands as do
from tests.cast import Cast
from tests.pages.conftest import SignedIn
from tests.pages.reading import read


def test_what_is_found_leads_to_its_place_and_is_marked(cast: Cast, signed_in: SignedIn) -> None:
    first, step_id = new_id(), cast.adds_step(title="Ring til <banken>")
    cast.does("citizen", do.WriteMessage(message_id=first, words="Banken lukker klokken fire"))
    for number in range(70):
        cast.does("consultant", do.WriteMessage(message_id=new_id(), words=f"Nr. {number}"))
    client, path = signed_in(cast.citizen), f"/plans/{cast.plan_id}/search/"
    answer = client.post(path, {"asked": "bank"})
    html = answer.content.decode()
    assert "no-store" in answer.headers["Cache-Control"]
    assert "<mark>banken</mark>&gt;" in html and "<mark>Banken</mark> lukker" in html
    for place in (f"steps/{step_id}/", f"conversation/1/#m-{first}"):
        assert f"/plans/{cast.plan_id}/{place}" in html
    assert f"m-{first}" in client.get(f"/plans/{cast.plan_id}/conversation/1/").content.decode()
    assert "conversation/#m-" in client.post(path, {"asked": "69"}).content.decode()


def test_what_is_asked_stands_in_no_address(cast: Cast, signed_in: SignedIn) -> None:
    cast.adds_step(title="Ring til banken")
    client, path = signed_in(cast.citizen), f"/plans/{cast.plan_id}/search/"
    assert "banken" not in client.get(f"{path}?asked=banken").content.decode()
    for place in ("", "?view=board", "conversation/"):
        assert f'method="post" action="{path}"' in client.get(f"/plans/{cast.plan_id}/{place}").content.decode()
    assert "Det står der ikke noget om" in client.post(path, {"asked": "kirke"}).content.decode()


def test_others_search_what_they_are_shown(cast: Cast, signed_in: SignedIn) -> None:
    cast.adds_step(title="Ring til banken")
    client = signed_in(cast.supporter)
    assert "delt med dig" in read(client, f"/plans/{cast.plan_id}/search/").words
    assert "Ring til" not in client.post(f"/plans/{cast.plan_id}/search/", {"asked": "banken"}).content.decode()
