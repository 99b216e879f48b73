"""A citizen gets another consultant: by the consultant, or by the office, which sees nothing of the plan."""

import pytest
from django.test import Client

from backend.common import clock
from backend.common.errors import NotHere
from backend.common.ids import new_id
from backend.people.models import Person
from backend.plans import access
from backend.plans import commands as do
from backend.plans.change import make_change
from backend.plans.journal import entries_after
from backend.plans.models import Entry, Plan, Step
from backend.plans.reads.caseload import read_caseload
from backend.plans.reads.elsewhere import read_handed_over
from backend.plans.reads.faces import read_table
from backend.plans.reads.news import read_news
from tests.access.everything import everything
from tests.access.rich import plant
from tests.cast import Cast
from tests.pages.reading import read
from tests.plans.saying_no import refused


def in_(who: Person) -> Client:
    client = Client()
    client.force_login(who)
    return client


def test_the_office_moves_a_citizen_and_all_are_told(cast: Cast, lone: Person, jens: Person) -> None:
    cast.does("office", do.ReplaceConsultant(member_id=new_id(), person_id=lone.pk))
    with pytest.raises(NotHere):
        cast.seat("consultant")
    (news,) = read_news(cast.seat("citizen"), read_table(cast.seat("citizen")), at_most=1)
    assert (news.kind, news.by and news.by.name) == ("consultant_replaced", "Lone Sivkær")
    (told,) = read_handed_over(cast.consultant.pk)
    assert (told.name, told.to) == ("Amina Holm", "Lone Sivkær")
    (row,) = read_caseload(lone.pk)
    assert (row.why, row.waits) == ("taken_over", True)
    assert Entry.objects.latest("pk").facts["office"] == jens.pk
    assert "Amina Holm har Lone Sivkær nu" in read(in_(cast.consultant), "/desk/").words
    assert "Er ny hos dig" in in_(lone).get("/desk/", follow=True).content.decode()


def test_what_was_promised_and_not_done_goes_along(cast: Cast, lone: Person) -> None:
    bente, open_, done = cast.members["consultant"], cast.adds_step(), cast.adds_step(title="Skriv brevet")
    for step_id in (open_, done):
        cast.does("citizen", do.AssignStep(step_id=step_id, responsible=bente))
        cast.does("citizen", do.SetDue(step_id=step_id, due=clock.today()))
        cast.does("consultant", do.GiveVoice(step_id=step_id, answer="agreed"))
    cast.does("citizen", do.MoveStep(step_id=done, status="done"))
    member = new_id()
    cast.does("consultant", do.ReplaceConsultant(member_id=member, person_id=lone.pk))
    kept, finished = Step.objects.get(pk=open_), Step.objects.get(pk=done)
    assert (kept.responsible_id, [*kept.voices]) == (member, [str(cast.members["citizen"])])
    assert (finished.responsible_id, str(bente) in finished.voices) == (bente, True)


@pytest.mark.django_db
def test_the_office_reads_nothing_and_does_nothing_else() -> None:
    rich = plant()
    seat = rich.cast.seat("office")
    told = everything(seat, steps=rich.steps, goals=rich.goals)
    assert not [text for text, seen_by in rich.exactly.items() if text in told], "a canary is in the office"
    assert entries_after(seat, 0) == []
    for command in (
        do.WriteLifeGoal(words="x"),
        do.AddStep(step_id=new_id(), title="x"),
        do.CloseScreen(screen_id=rich.screen_id),
    ):
        refused(rich.cast, "office", command)


def test_only_administrators_at_work_have_that_seat(cast: Cast, jens: Person) -> None:
    for who in (cast.citizen, cast.consultant, cast.stranger):
        with pytest.raises(NotHere):
            access.office_seat(person_id=who.pk, plan_id=cast.plan_id)
    seat = cast.seat("office")
    Person.objects.filter(pk=jens.pk).update(is_active=False)
    with pytest.raises(NotHere):
        make_change(seat, do.SetProtection(protected=True), device=new_id(), change_id=new_id())


def test_protection_is_set_and_taken_away_by_the_office_alone(cast: Cast, jens: Person) -> None:
    epoch = Plan.objects.get().policy_epoch
    client = in_(jens)
    for told, expected in (("yes", True), ("no", False)):
        assert client.post("/office/citizens/", {"plan_id": cast.plan_id, "protected": told}).status_code == 303
        assert Plan.objects.get().protected is expected
    assert Plan.objects.get().policy_epoch == epoch + 2
    for role in ("citizen", "consultant", "supporter"):
        refused(cast, role, do.SetProtection(protected=False))


def test_on_the_offices_page(cast: Cast, lone: Person, jens: Person) -> None:
    client, address = in_(jens), f"/office/citizens/?consultant={cast.consultant.pk}"
    cast.does("citizen", do.WriteLifeGoal(words="En hemmelig have"))
    words = read(client, address).words
    assert "Amina Holm" in words and "hemmelig" not in words
    for told, status in (
        ({"to": ""}, 422),
        ({"to": str(cast.consultant.pk)}, 422),
        ({"to": "99"}, 404),
        ({"to": "²"}, 422),
    ):
        assert client.post(address, {"plan_id": cast.plan_id, **told}).status_code == status, told
    for unknown in ("0", "9" * 30, "x", ""):
        assert client.post(address, {"plan_id": unknown, "to": lone.pk}).status_code == 404
    assert client.post(address, {"plan_id": cast.plan_id, "to": lone.pk}).status_code == 303
    assert access.seat_for(person_id=lone.pk, plan_id=cast.plan_id).role == "consultant"


def test_a_consultant_gives_on_their_own_citizen(cast: Cast, lone: Person) -> None:
    bente, address = in_(cast.consultant), f"/plans/{cast.plan_id}/handover/"
    assert f'href="{address}"' in bente.get(f"/plans/{cast.plan_id}/network/").content.decode()
    for nobody in (cast.supporter.pk, cast.consultant.pk, ""):
        assert bente.post(address, {"to": nobody}).status_code == 422
    assert "Lone Sivkær" in bente.get(address).content.decode()
    assert in_(cast.citizen).get(address).status_code == 404
    assert bente.post(address, {"to": lone.pk})["Location"] == "/desk/"
    assert bente.get(address).status_code == 404
    assert in_(lone).get(address).status_code == 200
