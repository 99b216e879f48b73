"""A look outside one's own citizens: a reason, an hour, nothing to do and nothing private; told, ended by one tap."""

import json
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from backend.common import clock
from backend.common.errors import NotHere
from backend.common.ids import new_id
from backend.people.models import Organisation, Person
from backend.plans import commands as do
from backend.plans import outside, visits
from backend.plans.change import make_change
from backend.plans.models import Delivery, LookIn, Plan, Visit
from backend.plans.open import open_plan
from backend.plans.reads.caseload import read_caseload
from backend.plans.reads.look_in import read_looks_in
from backend.plans.reads.sample import read_sample
from backend.plans.run_out import end_what_ran_out
from tests.access.visitors import signed_in
from tests.cast import DEVICE, Cast, person
from tests.pages.reading import Page
from tests.plans.saying_no import refused

HOUR = timedelta(minutes=60)
SAID = {"name": "amina  HOLM ", "reason": "stand_in", "words": "Bente er syg i dag"}


def kim(cast: Cast) -> Client:
    return signed_in(cast.colleague())


def look_of(cast: Cast) -> Any:
    return read_looks_in(cast.seat("citizen"))[0]


def here(cast: Cast, more: str = "") -> str:
    return f"/plans/{cast.plan_id}/look/{more}"


def test_the_whole_name_and_a_reason_open_the_plan_for_an_hour_and_the_citizen_reads_why(cast: Cast) -> None:
    step = cast.adds_step(title="Ring til lægen", how="Om morgenen", words="Jeg tør ikke")
    cast.does("citizen", do.WriteLifeGoal(words="Et hus ved vandet"))
    browser = kim(cast)
    assert browser.get(here(cast)).status_code == 404
    assert browser.post("/desk/look/", SAID)["Location"] == here(cast)
    board, sheet = (browser.get(here(cast, more)).content.decode() for more in ("", f"steps/{step}/"))
    assert "Et hus ved vandet" in board and "Ring til lægen" in board and "Om morgenen" in sheet
    assert "Jeg tør ikke" not in sheet
    for page in (board, sheet):
        assert "<form" not in page.partition("<main")[2].partition("</main>")[0]
    told = Page(signed_in(cast.citizen).get(f"/plans/{cast.plan_id}/today/").content.decode())
    assert "Kim Kollega fra Havlunde Kommune kan se din plan lige nu" in told.words
    assert "Bente er syg i dag" in told.words and "Står i for en kollega" in told.words
    seen = Page(signed_in(cast.citizen).get(f"/plans/{cast.plan_id}/visits/").content.decode()).words
    assert "Bente er syg i dag" in seen and "Så tavlen, med en grund og et skridt" in seen
    desk = Page(signed_in(cast.consultant).get(f"/plans/{cast.plan_id}/").content.decode()).words
    assert "Kim Kollega har set planen med en grund: Står i for en kollega" in desk and "syg i dag" not in desk
    assert "looked_in" in [reason.kind for reason in read_caseload(cast.consultant.pk)[0].reasons]
    visits.seal()
    assert {one.what for one in read_sample(draw=1).visits} >= {"look_in", "look_in_step"}


def test_it_ends_by_itself_by_the_clock_and_is_written_down_once(cast: Cast) -> None:
    browser = kim(cast)
    cast.looks_in()
    with clock.standing_at(look_of(cast).at + HOUR - timedelta(seconds=1)):
        assert browser.get(here(cast)).status_code == 200 and end_what_ran_out() == 0
    with clock.standing_at(look_of(cast).at + HOUR):
        nothing = browser.get("/plans/999999999/look/").content
        for more in ("", f"steps/{new_id()}/", f"goals/{new_id()}/"):
            answer = browser.get(here(cast, more))
            assert (answer.status_code, answer.content) == (404, nothing)
        epoch = Plan.objects.get(pk=cast.plan_id).policy_epoch
        assert (end_what_ran_out(), end_what_ran_out()) == (1, 0)
        assert Plan.objects.get(pk=cast.plan_id).policy_epoch == epoch + 1
        assert not look_of(cast).is_open and not look_of(cast).is_seen


def test_the_citizen_ends_it_at_once_or_has_seen_it(cast: Cast) -> None:
    browser, amina = kim(cast), signed_in(cast.citizen)
    cast.looks_in()
    today = f"/plans/{cast.plan_id}/today/"
    Page(amina.get(today).content.decode()).form("see_look_in").send(amina)
    assert "Kim Kollega" not in Page(amina.get(today).content.decode()).words
    assert browser.get(here(cast)).status_code == 200
    Page(amina.get(f"/plans/{cast.plan_id}/visits/").content.decode()).form("end_look_in").send(amina)
    assert browser.get(here(cast)).status_code == 404
    listed = Page(amina.get(f"/plans/{cast.plan_id}/visits/").content.decode())
    assert "Bente er syg i dag" in listed.words and not listed.has_form("end_look_in")
    for role in ("consultant", "supporter"):
        refused(cast, role, do.EndLookIn(look_id=look_of(cast).id))


def test_protection_a_closed_account_or_another_role_end_it_too(cast: Cast) -> None:
    cast.colleague()
    cast.looks_in()
    who = Person.objects.filter(pk=cast.colleague().pk)
    for field, gone, back in (("is_active", False, True), ("staff_role", "", "consultant")):
        who.update(**{field: gone})
        with pytest.raises(NotHere):
            cast.seat("looking_in")
        who.update(**{field: back})
    assert cast.seat("looking_in").ends_at == look_of(cast).until
    cast.does("office", do.SetProtection(protected=True))
    with pytest.raises(NotHere):
        cast.seat("looking_in")


def test_whoever_cannot_be_opened_is_answered_in_the_same_bytes(cast: Cast) -> None:
    elsewhere = person(
        "ude", "Ulla Ude", staff_role="consultant", organisation=Organisation.objects.create(name="Nord")
    )
    for handle, name, consultant, is_protected in (
        ("p", "Petra Skjult", cast.consultant, True),
        ("t1", "Tom To", cast.consultant, False),
        ("t2", "tom to", cast.consultant, False),
        ("m", "Mona Min", cast.colleague(), False),
        ("u", "Ulrik Ude", elsewhere, False),
    ):
        open_plan(citizen=person(handle, name), consultant=consultant, protected=is_protected)
    closed = person("l", "Lis Lukket", is_active=False)
    open_plan(citizen=closed, consultant=cast.consultant)
    names = ("Ingen Her", "Petra Skjult", "Tom To", "Mona Min", "Ulrik Ude", "Lis Lukket", "Amina", "Carl Holm")
    answers = set()
    for number, name in enumerate(names):
        with clock.standing_at(clock.now() + number * HOUR):
            answer = kim(cast).post("/desk/look/", {**SAID, "name": name})
            answers.add((answer.status_code, answer.content))
    assert len(answers) == 1 and not LookIn.objects.exists()


def test_names_cannot_be_tried_and_the_log_names_nobody(cast: Cast, caplog: pytest.LogCaptureFixture) -> None:
    browser = kim(cast)
    for number in range(6):
        assert browser.post("/desk/look/", {**SAID, "name": f"Navn Nummer{number}"}).status_code == 422
    late = browser.post("/desk/look/", SAID)
    assert "for mange gange" in late.content.decode() and not LookIn.objects.exists()
    noted = [record for record in caplog.records if record.name == "tavlen.security"]
    assert len(noted) == 7
    told = json.dumps([{"message": one.getMessage(), **vars(one)["facts"]} for one in noted])
    assert "Navn" not in told and "Amina" not in told and str(cast.colleague().pk) in told


def test_too_little_is_no_reason(cast: Cast) -> None:
    for wrong in ({"words": "  kort   "}, {"reason": "nysgerrig"}, {"name": " "}):
        assert kim(cast).post("/desk/look/", {**SAID, **wrong}).status_code == 422
    refused(cast, "outside", do.LookIn(reason="other", words="kort     "), "too_short")
    assert not LookIn.objects.exists()


def test_there_is_nothing_to_do_and_nowhere_else_to_go(cast: Cast) -> None:
    step, browser = cast.adds_step(), kim(cast)
    cast.looks_in()
    seat = cast.seat("looking_in")
    for command in (
        do.MoveStep(step_id=step, status="done"),
        do.LookIn(reason="other", words="En gang til, tak"),
        do.EndLookIn(look_id=look_of(cast).id),
    ):
        with pytest.raises(NotHere):
            make_change(seat, command, device=DEVICE, change_id=new_id())
    sent = {"device": str(new_id()), "changes": []}
    url = f"/api/plans/{cast.plan_id}/"
    assert browser.post(f"{url}changes", json.dumps(sent), content_type="application/json").status_code == 404
    assert browser.get(f"{url}catch-up?after=0").status_code == 404
    before = Visit.objects.filter(role="looking_in").count()
    assert browser.get(f"{url}catch-up?after=0&page=look_in").json()["reload"] is True
    assert Visit.objects.filter(role="looking_in").count() == before + 1
    assert signed_in(cast.consultant).get(f"{url}catch-up?after=0&page=look_in").status_code == 404
    assert not Delivery.objects.filter(entry__kind__in=("looked_in", "look_in_ended", "look_in_seen")).exists()


def test_whoever_may_not_is_asked_again_under_the_lock(cast: Cast) -> None:
    found = outside.find(person_id=cast.colleague().pk, name="Amina Holm")
    assert found is not None
    cast.does("office", do.SetProtection(protected=True))
    with pytest.raises(NotHere):
        make_change(found, do.LookIn(reason="other", words="Det haster meget"), device=DEVICE, change_id=new_id())
