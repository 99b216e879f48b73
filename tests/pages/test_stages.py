"""What an open meeting's page says first in each stage, and how the citizen answers what is noted."""

from datetime import timedelta

import pytest

from backend.common import clock
from backend.common.ids import new_id
from backend.plans import commands as c
from citizen_app.templatetags.meeting import stage_cue, stage_lead
from tests.access.open_meeting import STAGES, begin, come_to
from tests.cast import Cast
from tests.pages.conftest import SignedIn
from tests.pages.reading import read


@pytest.mark.parametrize("stage", [one for one in STAGES if stage_lead(one)])
def test_each_stage_says_what_it_is_for_and_each_is_reminded_of_their_own(
    cast: Cast, signed_in: SignedIn, stage: str
) -> None:
    meeting = begin(cast, "supporter")
    come_to(cast, meeting, stage)
    words = {
        who: read(signed_in(cast.person_of(who)), f"/plans/{cast.plan_id}/meetings/{meeting}/").words
        for who in ("citizen", "consultant", "supporter")
    }
    for who, said in words.items():
        assert stage_lead(stage) in said, who
        for role in words:
            cue = stage_cue(stage, role)
            assert not cue or (cue in said) == (role == who), (who, cue)


def test_a_supporter_says_what_they_saw_on_what_is_read_back(cast: Cast, signed_in: SignedIn) -> None:
    step = cast.adds_step(title="Gå til tandlæge")
    cast.shares(step)
    cast.does("citizen", c.MoveStep(step_id=step, status="done"))
    meeting = begin(cast, "supporter")
    come_to(cast, meeting, "since_last")
    page, client = f"/plans/{cast.plan_id}/meetings/{meeting}/", signed_in(cast.supporter)
    form = read(client, page).form("remark_on_step", step_id=str(step))
    form.send(client, remark_id=str(new_id()), words="Han gik selv derhen")
    mine = signed_in(cast.citizen)
    assert f"{cast.supporter.name} så det" in read(mine, page).words
    assert "Han gik selv derhen" in read(mine, f"/plans/{cast.plan_id}/steps/{step}/").words
    assert not read(mine, page).has_form("remark_on_step"), "the citizen reads"


def test_the_citizen_says_no_at_once_to_what_is_noted(cast: Cast, signed_in: SignedIn) -> None:
    meeting, step = begin(cast), new_id()
    come_to(cast, meeting, "who_when")
    line = f"Ring til lægen @{cast.citizen.name.split()[0]} i morgen"
    cast.does("consultant", c.NoteStep(step_id=step, line=line))
    page, client = f"/plans/{cast.plan_id}/meetings/{meeting}/", signed_in(cast.citizen)
    assert read(client, page).form("give_voice", step_id=str(step)).send(client, answer="disagreed").status_code < 400
    come_to(cast, meeting, "agreed")
    assert "Uenig" in read(signed_in(cast.consultant), page).words


def test_the_next_meeting_is_planned_from_within_this_one_and_told_with_its_place(
    cast: Cast, signed_in: SignedIn
) -> None:
    meeting, client = begin(cast), signed_in(cast.citizen)
    come_to(cast, meeting, "take_home")
    page = f"/plans/{cast.plan_id}/meetings/{meeting}/"
    new = read(client, f"/plans/{cast.plan_id}/meetings/new/")
    assert page in new.links
    at = (clock.now() + timedelta(days=30)).strftime("%Y-%m-%dT10:00")
    said = {"meeting_id": str(new_id()), "meeting_kind": "network_meeting", "starts_at": at, "place": "Biblioteket"}
    answer = new.form("plan_meeting").send(client, **said)
    assert answer.headers["Location"].endswith(page)
    assert "Biblioteket" in read(client, page).words
