"""Vejen and Tavlen: the same cards by goal and by status; empty is an invitation; cards say no more than they must."""

import re
from datetime import timedelta
from typing import Any

import pytest

from backend.common import clock
from backend.plans import commands
from backend.plans.reads.board import read_board
from citizen_app.fragments import card_html
from tests.cast import Cast
from tests.pages.conftest import SignedIn
from tests.pages.reading import read


def test_an_empty_plan_invites_without_blame(cast: Cast, signed_in: SignedIn) -> None:
    way = read(signed_in(cast.citizen), f"/plans/{cast.plan_id}/")
    assert "Hvad drømmer du om?" in way.words
    assert "Vejen er ikke tegnet endnu." in way.words
    assert f"/plans/{cast.plan_id}/steps/new/" in way.links
    assert f"/plans/{cast.plan_id}/life-goal/" in way.links


def test_the_dream_stands_on_top_in_the_citizens_own_words(cast: Cast, signed_in: SignedIn) -> None:
    cast.does("citizen", commands.WriteLifeGoal(words="Et værksted med <lys> i vinduet"))
    client = signed_in(cast.citizen)
    assert "Et værksted med <lys> i vinduet" in read(client, f"/plans/{cast.plan_id}/").words
    assert "<lys>" not in client.get(f"/plans/{cast.plan_id}/").content.decode()


def test_the_way_shows_a_goals_steps_under_it_and_the_board_by_status(cast: Cast, signed_in: SignedIn) -> None:
    goal = cast.adds_goal(title="Sove om natten")
    step = cast.adds_step(title="Sluk telefonen", goal_id=goal)
    client = signed_in(cast.citizen)
    way = client.get(f"/plans/{cast.plan_id}/").content.decode()
    board = client.get(f"/plans/{cast.plan_id}/?view=board").content.decode()
    assert way.index(f'id="in-g-{goal}"') < way.index(f"s-{step}") < way.index('id="in-free"')
    assert board.index('id="in-wish"') < board.index(f"s-{step}") < board.index('id="in-agreed"')


def test_a_goal_that_is_reached_folds_its_steps_away(cast: Cast, signed_in: SignedIn) -> None:
    goal = cast.adds_goal(title="Ro på økonomien")
    cast.adds_step(title="Ring til banken", goal_id=goal)
    cast.does("citizen", commands.ReachGoal(goal_id=goal))
    way = read(signed_in(cast.citizen), f"/plans/{cast.plan_id}/").words
    assert "Nået i dag" in way
    assert "Se skridtene på vejen hertil" in way


def test_a_suggestion_is_answered_on_the_card_and_is_one_change_however_often_sent(
    cast: Cast, signed_in: SignedIn
) -> None:
    cast.adds_step("consultant", title="Prøv svømmehallen")
    client = signed_in(cast.citizen)
    form = read(client, f"/plans/{cast.plan_id}/").form("give_voice")
    for _ in range(2):
        assert form.send(client, answer="agreed").status_code == 303
    assert not read(client, f"/plans/{cast.plan_id}/").has_form("give_voice")
    assert cast.seat("citizen").head == int(form.fields["after"]) + 1


def test_disagreement_stays_visible_and_nobody_is_counted(cast: Cast, signed_in: SignedIn) -> None:
    step = cast.adds_step(responsible=cast.members["citizen"], due=clock.today() + timedelta(days=3))
    cast.does("consultant", commands.GiveVoice(step_id=step, answer="disagreed"))
    assert "Uenig: Bente Krog" in read(signed_in(cast.citizen), f"/plans/{cast.plan_id}/").words


@pytest.mark.parametrize("role", ["citizen", "consultant", "supporter"])
def test_disagreement_stays_visible_while_a_yes_is_awaited_and_when_it_is_done(
    cast: Cast, signed_in: SignedIn, role: str
) -> None:
    tomorrow = clock.today() + timedelta(days=1)
    step = cast.adds_step("consultant", responsible=cast.members["consultant"], due=tomorrow)
    cast.shares(step)
    cast.does("citizen", commands.ShowInRoom(subject="step", subject_id=step))
    cast.does("consultant", commands.GiveVoice(step_id=step, answer="disagreed"))
    client, who = signed_in(getattr(cast, role)), "Dig" if role == "consultant" else "Bente"
    pages = {f"/plans/{cast.plan_id}/": who, f"/plans/{cast.plan_id}/who/": who}
    pages |= {f"/plans/{cast.plan_id}/screen/": "Bente"} if role == "consultant" else {}
    for path, name in pages.items():
        words = read(client, path).words
        assert f"Uenig: {name}" in words and " ja" in words.partition("Uenig")[0], path
    cast.does("citizen", commands.MoveStep(step_id=step, status="done"))
    for path, name in pages.items():
        assert (f"Uenig: {name}" in read(client, path).words) is not path.endswith("who/"), path


@pytest.mark.parametrize("day", [None, 1], ids=["no day", "a day"])
def test_a_suggestion_that_the_citizen_said_no_to_waits_for_no_yes(
    cast: Cast, signed_in: SignedIn, day: int | None
) -> None:
    agreed: Any = {"responsible": cast.members["consultant"], "due": clock.today() + timedelta(days=day)} if day else {}
    step = cast.adds_step("consultant", title="Tal med banken", **agreed)
    cast.does("citizen", commands.ShowInRoom(subject="step", subject_id=step))
    client, plan = signed_in(cast.consultant), f"/plans/{cast.plan_id}/"
    assert "Venter på borgerens ja" in read(client, plan).words
    assert "Venter på et ja" in read(client, f"{plan}screen/").words
    cast.does("citizen", commands.GiveVoice(step_id=step, answer="disagreed"))
    for page, said in (
        ("", "Borgeren har sagt nej"),
        ("screen/", "Nej fra borgeren"),
        (f"steps/{step}/", "har sagt nej"),
    ):
        words = read(client, plan + page).words
        assert said in words and not re.search(r"Venter på (borgerens|et) ja", words), page


def test_a_column_counts_what_the_citizen_has_said_yes_to_and_tells_the_rest(cast: Cast, signed_in: SignedIn) -> None:
    steps = [cast.adds_step(title=title, due=clock.today()) for title in ("Ring til lægen", "Gå en tur")]
    for step in steps:
        cast.does("citizen", commands.AssignStep(step_id=step, responsible=cast.members["citizen"]))
        cast.does("citizen", commands.MoveStep(step_id=step, status="agreed"))
    client, path = signed_in(cast.consultant), f"/plans/{cast.plan_id}/"
    assert "Aftalt 2 " in read(client, path).words
    cast.does("citizen", commands.GiveVoice(step_id=steps[0], answer="disagreed"))
    page = read(client, path)
    assert "Aftalt 1 + 1 åben" in page.words
    assert "Uenig: Amina" in page.words
    sheet = read(client, f"/plans/{cast.plan_id}/steps/{steps[0]}/")
    assert "Borgeren har sagt nej. Det er ikke en aftale." in sheet.words
    assert "Det er i gang" not in sheet.words


def test_an_agreement_without_a_person_or_a_day_asks_for_it(cast: Cast, signed_in: SignedIn) -> None:
    step = cast.adds_step()
    cast.does("citizen", commands.MoveStep(step_id=step, status="agreed"))
    words = read(signed_in(cast.citizen), f"/plans/{cast.plan_id}/").words
    assert "Hvem gør det? · Hvornår?" in words


def test_a_plain_card_is_small_enough_for_a_bad_line(cast: Cast) -> None:
    goal = cast.adds_goal()
    cast.adds_step(
        title="Ring til lægen om en ny tid",
        goal_id=goal,
        responsible=cast.members["citizen"],
        due=clock.today() + timedelta(days=3),
    )
    (card,) = read_board(cast.seat("citizen")).cards
    assert len(card_html(card, page="board", plan_id=cast.plan_id).encode()) <= 600


def test_a_supporter_sees_whose_plan_it_is_what_is_shared_and_nothing_else(cast: Cast, signed_in: SignedIn) -> None:
    cast.shares(cast.adds_step(title="Gå en tur sammen"))
    cast.adds_step(title="Tal med banken")
    cast.does("citizen", commands.WriteLifeGoal(words="Et roligt hjem"))
    shared = read(signed_in(cast.supporter), f"/plans/{cast.plan_id}/").words
    assert "Aminas plan" in shared
    assert "Gå en tur sammen" in shared
    assert "Tal med banken" not in shared
    assert "Et roligt hjem" not in shared


def test_what_a_supporter_promised_comes_first_and_is_done_in_one_press(cast: Cast, signed_in: SignedIn) -> None:
    step = cast.adds_step(title="Hent mig på torsdag", responsible=cast.members["supporter"], due=clock.today())
    cast.does("supporter", commands.GiveVoice(step_id=step, answer="agreed"))
    client = signed_in(cast.supporter)
    page = read(client, f"/plans/{cast.plan_id}/")
    assert page.words.index("Det har du lovet") < page.words.index("Det, du kan se")
    page.form("move_step", status="done").send(client)
    assert [card.status for card in read_board(cast.seat("citizen")).cards] == ["done"]


def test_what_was_removed_can_be_brought_back_from_the_board(cast: Cast, signed_in: SignedIn) -> None:
    step = cast.adds_step(title="Ring til lægen")
    client = signed_in(cast.citizen)
    answer = read(client, f"/plans/{cast.plan_id}/steps/{step}/").form("remove_step").send(client)
    board = read(client, answer.headers["Location"])
    assert "»Ring til lægen« er fjernet." in board.words
    board.form("restore_step").send(client)
    assert "Ring til lægen" in read(client, f"/plans/{cast.plan_id}/").words


def test_a_page_that_one_has_is_not_sent_again(cast: Cast, signed_in: SignedIn) -> None:
    client = signed_in(cast.citizen)
    first = client.get(f"/plans/{cast.plan_id}/")
    known = {"if-none-match": first.headers["ETag"]}
    assert client.get(f"/plans/{cast.plan_id}/", headers=known).status_code == 304
    cast.adds_step()
    assert client.get(f"/plans/{cast.plan_id}/", headers=known).status_code == 200


def test_a_stranger_finds_nothing(cast: Cast, signed_in: SignedIn) -> None:
    for path in ("", "?view=board", "today/", "steps/new/"):
        assert signed_in(cast.stranger).get(f"/plans/{cast.plan_id}/{path}").status_code == 404
