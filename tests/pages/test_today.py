"""I dag: the next step is the biggest thing here, and "Klaret" is one press."""

from backend.common import clock
from backend.common.ids import new_id
from backend.plans import commands
from backend.plans.reads.board import read_board
from tests.cast import Cast
from tests.pages.conftest import SignedIn
from tests.pages.reading import read


def next_step(cast: Cast) -> None:
    step = cast.adds_step(title="Ring til lægen", responsible=cast.members["citizen"], due=clock.today())
    cast.does("citizen", commands.MoveStep(step_id=step, status="doing"))


def test_having_no_next_step_is_quite_all_right(cast: Cast, signed_in: SignedIn) -> None:
    today = read(signed_in(cast.citizen), f"/plans/{cast.plan_id}/today/")
    assert "Har du ingen lige nu? Det er helt i orden." in today.words
    assert f"/plans/{cast.plan_id}/steps/new/" in today.links


def test_klaret_is_one_press_and_is_noticed_once(cast: Cast, signed_in: SignedIn) -> None:
    next_step(cast)
    client = signed_in(cast.citizen)
    answer = read(client, f"/plans/{cast.plan_id}/today/").form("move_step", status="done").send(client)
    after = read(client, answer.headers["Location"])
    assert "Hvordan blev det til noget? Svar kun, hvis du har lyst." in after.words
    after.form("say_carried", carried_by="alone").send(client)
    assert "Hvordan blev det til noget?" not in read(client, f"/plans/{cast.plan_id}/today/").words
    assert [card.carried_by for card in read_board(cast.seat("citizen")).cards] == ["alone"]


def test_the_consultant_is_one_tap_away(cast: Cast, signed_in: SignedIn) -> None:
    today = read(signed_in(cast.citizen), f"/plans/{cast.plan_id}/today/")
    assert "tel:12345678" in today.links
    assert "Hverdage 9–15" in today.words
    assert "Ring til Bente" in today.words


def test_what_waits_for_my_yes_is_asked_here(cast: Cast, signed_in: SignedIn) -> None:
    cast.adds_step("consultant", title="Prøv svømmehallen")
    client = signed_in(cast.citizen)
    today = read(client, f"/plans/{cast.plan_id}/today/")
    assert "Et forslag fra Bente Krog. Hvad siger du?" in today.words
    today.form("give_voice").send(client, answer="agreed")
    assert not read(client, f"/plans/{cast.plan_id}/today/").has_form("give_voice")


def test_only_the_citizen_has_a_day_here(cast: Cast, signed_in: SignedIn) -> None:
    for person in (cast.consultant, cast.supporter):
        answer = signed_in(person).get(f"/plans/{cast.plan_id}/today/")
        assert answer.headers["Location"] == f"/plans/{cast.plan_id}/"


def test_two_offers_for_one_goal_are_asked_about_until_the_citizen_has_answered(
    cast: Cast, signed_in: SignedIn
) -> None:
    citizen, goal_id, here = signed_in(cast.citizen), cast.adds_goal(), f"/plans/{cast.plan_id}/today/"
    for title in ("Mentor", "Coach"):
        assert "Er det dobbelt?" not in read(citizen, here).words
        cast.does("consultant", commands.AddOffer(offer_id=new_id(), title=title, goal_id=goal_id))
    page = read(citizen, here)
    assert {*page.words.partition("Er det dobbelt?")[2].split()[:3:2]} == {"Mentor", "Coach"}
    assert f"/plans/{cast.plan_id}/offers/" in page.links
    page.form("answer_overlap", answer="fine").send(citizen)
    assert "Er det dobbelt?" not in read(citizen, here).words
    assert "Nej, begge er gode" in read(citizen, f"/plans/{cast.plan_id}/offers/").words
