"""The address that wall and phone show to all: it leads whoever is asked into the open meeting, and opens nothing."""

import re
from dataclasses import replace

import pytest
from django.test import Client, override_settings

from backend.common.ids import new_id
from backend.plans import commands as do
from backend.plans.models import Member
from backend.plans.open import open_plan
from tests.access.open_meeting import begin, come_to, end
from tests.access.visitors import signed_in, wall
from tests.cast import Cast, gather, person

pytestmark = pytest.mark.django_db
HERE = "/meeting/"


@pytest.fixture
def cast() -> Cast:
    return gather()


def beside(cast: Cast) -> Cast:
    """Another plan with the same consultant."""
    citizen = person("freja", "Freja Lind")
    plan_id = open_plan(citizen=citizen, consultant=cast.consultant, protected=False)
    members = {member.role: member.pk for member in Member.objects.filter(plan_id=plan_id)}
    return replace(cast, citizen=citizen, plan_id=plan_id, members=members)


def opened_by(cast: Cast, role: str) -> str:
    """Where it leads; "" where it leads nowhere, and says so."""
    answer = signed_in(cast.person_of(role)).get(HERE)
    if answer.status_code == 302:
        return str(answer.headers["Location"])
    assert answer.status_code == 200 and "ikke bedt om at komme" in answer.content.decode()
    return ""


def test_whoever_is_asked_comes_to_the_very_meeting_and_nobody_else_does(cast: Cast) -> None:
    there = f"/plans/{cast.plan_id}/meetings/{begin(cast, 'supporter')}/"
    led = {role: opened_by(cast, role) for role in ("citizen", "consultant", "supporter", "professional")}
    assert led == {"citizen": there, "consultant": there, "supporter": there, "professional": ""}
    assert signed_in(cast.supporter).get(there).status_code == 200
    assert signed_in(cast.professional).get(there).status_code == 404


def test_who_is_not_asked_cannot_tell_whether_one_is_open(cast: Cast) -> None:
    browser = signed_in(cast.professional)
    before = browser.get(HERE).content
    begin(cast, "supporter")
    assert browser.get(HERE).content == before


def test_it_leads_nowhere_before_and_after_and_when_the_place_has_ended(cast: Cast) -> None:
    cast.plans_meeting("supporter")
    assert opened_by(cast, "supporter") == ""
    meeting_id = begin(cast, "supporter")
    assert opened_by(cast, "supporter")
    cast.does("citizen", do.EndMember(member_id=cast.members["supporter"]))
    assert opened_by(cast, "supporter") == ""
    end(cast, meeting_id)
    assert opened_by(cast, "citizen") == ""


def test_of_several_that_are_open_one_is_chosen(cast: Cast) -> None:
    other, place = beside(cast), new_id()
    other.does("citizen", do.AddMember(member_id=place, person_id=cast.supporter.pk, role="supporter", relation=""))
    other.members["carl"] = place
    paths = [f"/plans/{one.plan_id}/meetings/{begin(one, who)}/" for one, who in ((cast, "supporter"), (other, "carl"))]
    told = signed_in(cast.supporter).get(HERE).content.decode()
    assert re.findall(r'href="?(/plans/\d+/meetings/[0-9a-f-]+/)', told) == paths


def test_signed_out_it_asks_first_who_one_is_a_wall_too(cast: Cast) -> None:
    begin(cast, "supporter")
    for browser in (Client(), wall(new_id())):
        assert browser.get(HERE).headers["Location"] == f"/sign-in/?next={HERE}"


def test_looking_changes_nothing(cast: Cast) -> None:
    begin(cast, "supporter")
    head = cast.seat("citizen").head
    for role in ("citizen", "consultant", "supporter", "professional"):
        opened_by(cast, role)
    assert cast.seat("citizen").head == head


@override_settings(TAVLEN_BASE_URL="https://tavlen.example.dk")
def test_a_wall_says_the_same_of_every_plan_and_names_none(cast: Cast) -> None:
    corners = set()
    for one in (cast, beside(cast)):
        meeting_id = begin(one)
        told = of_wall(one)
        corners.add(told)
        assert "tavlen.example.dk/meeting/" in told and str(meeting_id) not in told
        assert not re.search(rf"plans/|\b{one.plan_id}/", told)
        come_to(one, meeting_id, "strengths")
        assert of_wall(one) == "", "it stands there while one says welcome"
    assert len(corners) == 1


def of_wall(cast: Cast) -> str:
    """The corner that says how to come in."""
    screen_id = new_id()
    cast.does("consultant", do.OpenScreen(screen_id=screen_id, room_name="Mødelokale 2"))
    page = wall(screen_id).get(f"/plans/{cast.plan_id}/screen/").content.decode()
    found = re.search(r'<div class="?wall__join"?>(.*?)</div>', page, re.DOTALL)
    return found[1] if found else ""
