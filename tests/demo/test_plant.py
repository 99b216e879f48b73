"""Planting: everything through the door, whole, and only once."""

from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db.models import Count

from backend.common import clock
from backend.demo.plant import plant
from backend.people.models import Person
from backend.plans.access import seat_for
from backend.plans.exposed import exposed
from backend.plans.models import Entry, Goal, Meeting, Member, Plan, Remark, Step, Strength
from backend.plans.reads.handover import read_takeover
from backend.plans.whereabouts import places_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("town")]


def test_every_plans_numbers_have_no_gaps() -> None:
    for plan in Plan.objects.all():
        numbers = list(Entry.objects.filter(plan=plan).order_by("seq").values_list("seq", flat=True))
        assert numbers == list(range(1, plan.head_seq + 1))


def test_a_readers_own_numbers_have_no_gaps() -> None:
    for member in Member.objects.exclude(role__in=("citizen", "consultant")):
        numbers = sorted(member.deliveries.values_list("number", flat=True))
        assert numbers == list(range(1, member.head + 1))


def test_the_journal_runs_forwards_and_never_into_the_future() -> None:
    for plan in Plan.objects.all():
        moments = list(Entry.objects.filter(plan=plan).order_by("seq").values_list("at", flat=True))
        assert moments == sorted(moments)
        assert moments[-1] <= clock.now()


def test_each_plan_has_one_consultant_and_each_consultant_fifteen() -> None:
    consultants = Member.objects.filter(role="consultant", ended_at=None)
    assert Plan.objects.count() == consultants.count() == 45
    assert set(consultants.values_list("person").annotate(n=Count("pk")).values_list("n", flat=True)) == {15}


def test_a_consultant_changed_and_the_promises_went_along_by_name() -> None:
    citizen = Person.objects.get(handle="jimmi")
    seat = seat_for(person_id=citizen.pk, plan_id=Plan.objects.get(citizen=citizen).pk)
    there = read_takeover(seat)
    assert there.consultant and there.consultant.name == "Lone Sivkær" and there.since and there.since < clock.today()
    assert {one.by.name for one in there.promises} == {"Amina Klitmark"} and len(there.promises) == 2
    assert there.waiting == 1, "one is taken, the other waits for its yes"
    met = Meeting.objects.filter(plan_id=seat.plan_id, starts_at__date__lt=there.since).latest("starts_at")
    assert met.ended_at and "alle tre" in met.purpose


def test_one_board_has_sixty_cards_and_a_long_journal() -> None:
    plan = Plan.objects.annotate(n=Count("steps")).get(n=60)
    assert Entry.objects.filter(plan=plan).count() >= 600
    assert Entry.objects.filter(plan=plan).earliest("seq").at < clock.now() - timedelta(days=720)
    assert not Step.objects.filter(plan=plan, status__in=("paused", "dropped")).exists()


def test_a_suggestion_waits_until_the_citizen_has_said_yes() -> None:
    assert not Step.objects.filter(accepted_at=None, status__in=("agreed", "doing", "done")).exists()
    assert Step.objects.filter(accepted_at=None).count() >= 30
    assert Strength.objects.filter(status="suggested").exists() and Strength.objects.filter(status="declined").exists()


def test_what_is_hard_is_in_the_citizens_own_words() -> None:
    assert all("challenge" in goal.by_citizen for goal in Goal.objects.exclude(challenge=""))


def test_dates_look_fresh() -> None:
    today = clock.today()
    open_steps = Step.objects.filter(status__in=("agreed", "doing"))
    for days in (0, 1, 2):
        assert open_steps.filter(due=today + timedelta(days=days)).exists()
    assert open_steps.filter(due__lt=today).exists()
    assert Step.objects.filter(done_at__date__gte=today - timedelta(days=8)).count() >= 10


def test_small_talk_has_both_audiences() -> None:
    assert Remark.objects.filter(audience="us").count() >= 20
    assert Remark.objects.filter(audience="table").count() >= 100


def test_planting_again_adds_nothing() -> None:
    before = Entry.objects.count(), Person.objects.count()
    assert plant(lambda line: None) == 0
    assert (Entry.objects.count(), Person.objects.count()) == before


def test_progress_is_told(town: list[str]) -> None:
    assert town[0] == "  planting: 5 of 45 plans" and town[-2] == "  planting: 45 of 45 plans"


def test_the_command_refuses_outside_the_demo(settings: Any) -> None:
    settings.TAVLEN_DEMO = False
    with pytest.raises(CommandError, match="TAVLEN_DEMO"):
        call_command("plant_demo")


def test_the_command_is_quiet_when_all_is_there(settings: Any) -> None:
    settings.TAVLEN_DEMO = True
    out = StringIO()
    call_command("plant_demo", stdout=out)
    assert out.getvalue() == ""


def test_what_others_read_of_the_protected_names_no_place_and_something_between_two_does() -> None:
    for plan in Plan.objects.filter(protected=True):
        assert not [text for _who, text in exposed(plan.pk) if places_in(text)]
    assert any(places_in(step.title) for step in Step.objects.filter(plan__protected=True))
