"""The life goal is written by the citizen alone, and nothing that stood there before is lost."""

from datetime import timedelta

from django.test import Client

from backend.common import clock
from backend.plans import commands as do
from backend.plans import visits
from citizen_app.day_words import date_in_words
from tests.cast import Cast
from tests.pages.conftest import SignedIn
from tests.pages.reading import Page, read


def page_of(cast: Cast, client: Client) -> Page:
    return read(client, f"/plans/{cast.plan_id}/life-goal/")


def test_the_first_words_and_every_earlier_version(cast: Cast, signed_in: SignedIn) -> None:
    citizen = signed_in(cast.citizen)
    assert "Hvad drømmer du om?" in page_of(cast, citizen).words
    for words in ("Et arbejde", "Et arbejde med dyr"):
        page_of(cast, citizen).form("write_life_goal").send(citizen, words=words)
    page = page_of(cast, citizen)
    assert page.form("write_life_goal").fields["words"] == "Et arbejde med dyr"
    assert "Sådan stod der før Et arbejde " in page.words


def test_two_who_write_at_once_lose_nothing(cast: Cast, signed_in: SignedIn) -> None:
    citizen = signed_in(cast.citizen)
    form = page_of(cast, citizen).form("write_life_goal")
    cast.does("citizen", do.WriteLifeGoal(words="Skrevet på den anden telefon"))
    answer = form.send(citizen, words="Skrevet her")
    assert answer.status_code == 409
    assert "Skrevet på den anden telefon" in answer.content.decode()
    assert "Skrevet her" in answer.content.decode()


def test_the_consultant_reads_and_cannot_write(cast: Cast, signed_in: SignedIn) -> None:
    cast.does("citizen", do.WriteLifeGoal(words="Et roligt sted at bo"))
    page = page_of(cast, signed_in(cast.consultant))
    assert "Et roligt sted at bo" in page.words
    assert not page.has_form("write_life_goal")


def test_to_all_others_it_is_not_there(cast: Cast, signed_in: SignedIn) -> None:
    for who in (cast.supporter, cast.professional, cast.stranger):
        assert signed_in(who).get(f"/plans/{cast.plan_id}/life-goal/").status_code == 404


def test_the_citizen_lets_the_room_see_it(cast: Cast, signed_in: SignedIn) -> None:
    citizen = signed_in(cast.citizen)
    cast.does("citizen", do.WriteLifeGoal(words="Et roligt sted at bo"))
    page_of(cast, citizen).form("show_in_room").send(citizen)
    assert "Et roligt sted at bo" in read(citizen, f"/plans/{cast.plan_id}/screen/").words


def test_both_read_how_long_it_took_until_it_was_seen_and_the_plan_followed(cast: Cast, signed_in: SignedIn) -> None:
    before = clock.now() - timedelta(days=4)
    with clock.standing_at(before):
        cast.does("citizen", do.WriteLifeGoal(words="Et arbejde"))
    citizen, day = signed_in(cast.citizen), date_in_words(clock.day_of(before)).replace("\u00a0", " ")
    assert (
        f"Du skrev din drøm den {day}. Ikke set endnu. Planen er ikke lavet om endnu." in page_of(cast, citizen).words
    )
    with clock.standing_at(before + timedelta(days=1)):
        visits.note(cast.seat("consultant"), what="plan")
    told = "Set efter 1 dag. Planen er ikke lavet om endnu."
    assert told in page_of(cast, citizen).words, "a look has no number, and is told nevertheless"
    cast.adds_goal("consultant")
    told = f"skrev sin drøm den {day}. Set efter 1 dag. Planen fulgte med efter 4 dage."
    assert f"Amina {told}" in page_of(cast, signed_in(cast.consultant)).words
