"""A step's sheet without scripts: everything that may be done about a step is a form here, and nothing else is."""

from datetime import timedelta

import pytest

from backend.common import clock
from backend.plans import commands
from backend.plans.reads.step import StepSheet, read_step
from tests.cast import Cast
from tests.pages.conftest import SignedIn
from tests.pages.reading import Page, read

EVERYTHING = {
    "move_step",
    "assign_step",
    "set_due",
    "reword_step",
    "remark_on_step",
    "share_step",
    "show_in_room",
    "remove_step",
}


def sheet(cast: Cast, signed_in: SignedIn, role: str, step: object) -> Page:
    return read(signed_in(getattr(cast, role)), f"/plans/{cast.plan_id}/steps/{step}/")


def now(cast: Cast, step: object, role: str = "citizen") -> StepSheet:
    return read_step(cast.seat(role), step)  # type: ignore[arg-type]


def test_a_step_is_written_with_a_title_alone(cast: Cast, signed_in: SignedIn) -> None:
    client = signed_in(cast.citizen)
    form = read(client, f"/plans/{cast.plan_id}/steps/new/").form("add_step")
    answer = form.send(client, title="Ring til lægen")
    assert answer.status_code == 303
    assert "Ring til lægen" in read(client, answer.headers["Location"]).words


def test_the_citizen_may_do_everything_and_the_form_for_it_is_here(cast: Cast, signed_in: SignedIn) -> None:
    page = sheet(cast, signed_in, "citizen", cast.adds_step())
    assert {kind for kind in EVERYTHING if page.has_form(kind)} == EVERYTHING


def test_a_supporter_who_was_shown_a_step_may_only_write_about_it(cast: Cast, signed_in: SignedIn) -> None:
    step = cast.adds_step()
    cast.shares(step)
    page = sheet(cast, signed_in, "supporter", step)
    assert {kind for kind in EVERYTHING if page.has_form(kind)} == {"remark_on_step"}


def test_done_is_one_press_and_then_it_is_asked_who_carried_it(cast: Cast, signed_in: SignedIn) -> None:
    step = cast.adds_step()
    cast.does("citizen", commands.MoveStep(step_id=step, status="doing"))
    client = signed_in(cast.citizen)
    address = f"/plans/{cast.plan_id}/steps/{step}/"
    first = next(form for form in read(client, address).forms if form.fields.get("kind"))
    assert first.fields["status"] == "done"
    first.send(client)
    page = read(client, address)
    page.form("say_carried", carried_by="together").send(client)
    page.form("reword_step", field="learned").send(client, text="At det går lettere om morgenen")
    after = now(cast, step)
    assert (after.card.status, after.card.carried_by, after.learned) == (
        "done",
        "together",
        "At det går lettere om morgenen",
    )


def test_what_was_given_up_asks_openly_what_it_taught_until_somebody_has_answered(
    cast: Cast, signed_in: SignedIn
) -> None:
    step = cast.adds_step()
    cast.shares(step)
    cast.does("citizen", commands.MoveStep(step_id=step, status="dropped"))
    for role in ("citizen", "consultant"):
        before_the_folds = sheet(cast, signed_in, role, step).words.partition("Hvem og hvornår")[0]
        assert "Hvad lærte du?" in before_the_folds and "Svar kun, hvis du har lyst" in before_the_folds
    assert "Hvad lærte du?" not in sheet(cast, signed_in, "supporter", step).words
    page = sheet(cast, signed_in, "citizen", step)
    assert not page.has_form("say_carried")
    page.form("reword_step", field="learned").send(signed_in(cast.citizen), text="At det var for tidligt")
    assert now(cast, step).learned == "At det var for tidligt"
    for role in ("citizen", "consultant"):
        words = sheet(cast, signed_in, role, step).words
        assert "At det var for tidligt" in words and "Svar kun, hvis du har lyst" not in words


def test_who_and_when_make_an_agreement(cast: Cast, signed_in: SignedIn) -> None:
    step, day = cast.adds_step(), clock.today() + timedelta(days=4)
    client = signed_in(cast.citizen)
    page = sheet(cast, signed_in, "citizen", step)
    page.form("assign_step").send(client, responsible=str(cast.members["citizen"]))
    page.form("set_due").send(client, due=day.isoformat())
    after = now(cast, step)
    assert (after.card.is_agreement, after.card.due) == (True, day)
    assert "Er vi enige?" in sheet(cast, signed_in, "citizen", step).words


@pytest.mark.parametrize("answer", ["agreed", "disagreed", "not_yet"])
def test_each_answer_is_a_button_of_its_own(cast: Cast, signed_in: SignedIn, answer: str) -> None:
    step = cast.adds_step("consultant")
    client = signed_in(cast.citizen)
    form = sheet(cast, signed_in, "citizen", step).form("give_voice", answer=answer)
    assert form.send(client).status_code == 303


def test_a_remark_goes_to_those_one_chose(cast: Cast, signed_in: SignedIn) -> None:
    step = cast.adds_step()
    cast.shares(step)
    client = signed_in(cast.citizen)
    form = sheet(cast, signed_in, "citizen", step).form("remark_on_step")
    assert form.fields["audience"] == "us"
    form.send(client, words="Jeg er nervøs")
    form.send(client, words="Kom lidt før", audience="table")
    supporter = sheet(cast, signed_in, "supporter", step).words
    assert ("Jeg er nervøs" in supporter, "Kom lidt før" in supporter) == (False, True)


def test_before_sharing_it_is_told_what_will_be_seen(cast: Cast, signed_in: SignedIn) -> None:
    step = cast.adds_step()
    page = sheet(cast, signed_in, "citizen", step)
    assert "Det, en anden har set, kan ikke tages tilbage." in page.words
    page.form("share_step", member_id=str(cast.members["supporter"])).send(signed_in(cast.citizen))
    assert "Stop med at dele" in sheet(cast, signed_in, "citizen", step).words


def test_the_citizens_own_words_have_no_form_for_anybody_else(cast: Cast, signed_in: SignedIn) -> None:
    step = cast.adds_step(words="Jeg vil gerne, men jeg er bange for telefonen")
    page = sheet(cast, signed_in, "consultant", step)
    assert "Aminas egne ord" in page.words
    fields = {form.fields.get("field") for form in page.forms if form.fields.get("kind") == "reword_step"}
    assert "words" not in fields


def test_up_and_down_change_places(cast: Cast, signed_in: SignedIn) -> None:
    first, second = cast.adds_step(title="Først"), cast.adds_step(title="Så")
    client = signed_in(cast.citizen)
    sheet(cast, signed_in, "citizen", second).form("move_step", status="wish", before=str(first)).send(client)
    board = client.get(f"/plans/{cast.plan_id}/?view=board").content.decode()
    assert board.index("Så") < board.index("Først")


def test_a_step_that_is_hidden_is_not_here(cast: Cast, signed_in: SignedIn) -> None:
    step = cast.adds_step()
    for person in (cast.supporter, cast.stranger):
        assert signed_in(person).get(f"/plans/{cast.plan_id}/steps/{step}/").status_code == 404
