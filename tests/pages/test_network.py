"""Who is at the table, and in one sentence each what they can see; the citizen decides, silently and at once."""

from django.test import Client

from backend.plans import commands as do
from tests.cast import Cast
from tests.pages.conftest import SignedIn
from tests.pages.reading import Page, read


def page_of(cast: Cast, client: Client) -> Page:
    return read(client, f"/plans/{cast.plan_id}/network/")


def test_each_card_says_what_that_person_sees(cast: Cast, signed_in: SignedIn) -> None:
    citizen = signed_in(cast.citizen)
    assert page_of(cast, citizen).words.count("Kan ikke se noget endnu.") == 2
    cast.shares(cast.adds_step(title="Gå en tur"))
    assert "Kan kun se »Gå en tur«." in page_of(cast, citizen).words
    goal_id = cast.adds_goal()
    cast.does("citizen", do.ShareGoal(goal_id=goal_id, member_id=cast.members["supporter"]))
    assert "Kan se 1 mål med alle dets skridt og 1 skridt for sig." in page_of(cast, citizen).words


def test_the_citizen_stops_sharing_here(cast: Cast, signed_in: SignedIn) -> None:
    citizen = signed_in(cast.citizen)
    cast.shares(cast.adds_step(title="Gå en tur"))
    page_of(cast, citizen).form("unshare_step").send(citizen)
    assert "Gå en tur" not in page_of(cast, citizen).words


def test_access_is_closed_at_once(cast: Cast, signed_in: SignedIn) -> None:
    citizen, supporter = signed_in(cast.citizen), signed_in(cast.supporter)
    assert supporter.get(f"/plans/{cast.plan_id}/").status_code == 200
    page_of(cast, citizen).form("end_member", member_id=str(cast.members["supporter"])).send(citizen)
    assert supporter.get(f"/plans/{cast.plan_id}/").status_code == 404
    assert "Carl" not in page_of(cast, citizen).words


def test_nobody_there_is_met_with_dignity(cast: Cast, signed_in: SignedIn) -> None:
    citizen = signed_in(cast.citizen)
    cast.does("citizen", do.EndMember(member_id=cast.members["supporter"]))
    assert "Det er helt i orden." in page_of(cast, citizen).words


def test_the_consultant_reads_and_decides_nothing(cast: Cast, signed_in: SignedIn) -> None:
    cast.shares(cast.adds_step())
    page = page_of(cast, signed_in(cast.consultant))
    assert "Carl Holm" in page.words
    assert not page.has_form("end_member")
    assert not page.has_form("unshare_step")


def test_supporters_do_not_find_each_other(cast: Cast, signed_in: SignedIn) -> None:
    for who in (cast.supporter, cast.professional, cast.stranger):
        assert signed_in(who).get(f"/plans/{cast.plan_id}/network/").status_code == 404
