"""On a protected plan what looks like a place is asked about before others read it, whichever command brings it."""

import re
from collections.abc import Callable
from typing import Any
from uuid import UUID

import pytest
from django.test import Client

from backend.common.errors import Refused
from backend.common.ids import new_id
from backend.plans import commands as do
from backend.plans.commands import Command
from backend.plans.commands.invitation import PROMISE
from backend.plans.exposed import PLACE
from backend.plans.models import Plan, Step
from tests.access.visitors import signed_in
from tests.cast import DEVICE, Cast, gather

pytestmark = pytest.mark.django_db
PLACE_WORDS, FOUND = "Kom til Blåhejrevej 12, 2. tv", "Blåhejrevej 12, 2. tv"
Way = Callable[[Cast], tuple[str, Command]]


def carl(cast: Cast) -> UUID:
    return cast.members["supporter"]


def secret_step(cast: Cast, **more: Any) -> UUID:
    return cast.adds_step(title=PLACE_WORDS, **more)


def shared_step(cast: Cast) -> UUID:
    step_id = cast.adds_step("consultant")
    cast.shares(step_id)
    return step_id


def shared_goal(cast: Cast) -> UUID:
    goal_id = cast.adds_goal()
    cast.does("citizen", do.ShareGoal(goal_id=goal_id, member_id=carl(cast)))
    return goal_id


def _strength(cast: Cast) -> tuple[str, Command]:
    strength_id = new_id()
    cast.does("citizen", do.SuggestStrength(strength_id=strength_id, words=PLACE_WORDS))
    return "citizen", do.ShareStrength(strength_id=strength_id, member_id=carl(cast))


def _dream_on_the_wall(cast: Cast) -> tuple[str, Command]:
    cast.does("citizen", do.WriteLifeGoal(words=PLACE_WORDS))
    return "citizen", do.ShowInRoom(subject="life_goal")


def _dream_reworded(cast: Cast) -> tuple[str, Command]:
    cast.does("citizen", do.WriteLifeGoal(words="Ro"))
    cast.does("citizen", do.ShowInRoom(subject="life_goal"))
    return "citizen", do.WriteLifeGoal(words=PLACE_WORDS, was="Ro")


def _accepted(cast: Cast) -> tuple[str, Command]:
    offers = (secret_step(cast),)
    one = do.Invite(invitation_id=new_id(), name="Erik", offers=offers)
    cast.does("citizen", one)
    cast.does("invited", do.AnswerInvitation(invitation_id=one.invitation_id, answer="accepted", promise=PROMISE))
    return "citizen", do.ConfirmInvited(invitation_id=one.invitation_id)


def _restored(cast: Cast) -> tuple[str, Command]:
    step_id = secret_step(cast)
    cast.does("citizen", do.ShareStep(step_id=step_id, member_id=carl(cast)), confirmed=PLACE)
    cast.does("citizen", do.RemoveStep(step_id=step_id))
    return "citizen", do.RestoreStep(step_id=step_id)


WAYS: dict[str, Way] = {
    "a step is shared": lambda c: ("citizen", do.ShareStep(step_id=secret_step(c), member_id=carl(c))),
    "a goal is shared": lambda c: (
        "citizen", do.ShareGoal(goal_id=c.adds_goal(title=PLACE_WORDS), member_id=carl(c)),
    ),
    "a goal with such a step": lambda c: (
        "citizen", do.ShareGoal(goal_id=(goal := c.adds_goal(), secret_step(c, goal_id=goal))[0], member_id=carl(c)),
    ),
    "somebody is to do it": lambda c: ("citizen", do.AssignStep(step_id=secret_step(c), responsible=carl(c))),
    "hung on a shared goal": lambda c: ("citizen", do.HangStep(step_id=secret_step(c), goal_id=shared_goal(c))),
    "written on a shared goal": lambda c: (
        "consultant", do.AddStep(step_id=new_id(), title=PLACE_WORDS, goal_id=shared_goal(c)),
    ),
    "written for somebody": lambda c: (
        "citizen", do.AddStep(step_id=new_id(), title=PLACE_WORDS, responsible=carl(c)),
    ),
    "a shared step is reworded": lambda c: (
        "consultant", do.RewordStep(step_id=shared_step(c), field="title", text=PLACE_WORDS, was="Ring til lægen"),
    ),
    "a shared goal is reworded": lambda c: (
        "citizen", do.RewordGoal(goal_id=shared_goal(c), field="title", text=PLACE_WORDS, was="Mere ro på"),
    ),
    "said to the table": lambda c: (
        "consultant",
        do.RemarkOnStep(remark_id=new_id(), step_id=shared_step(c), words=PLACE_WORDS, audience="table"),
    ),
    "a step on the wall": lambda c: ("citizen", do.ShowInRoom(subject="step", subject_id=secret_step(c))),
    "a goal on the wall": lambda c: (
        "citizen", do.ShowInRoom(subject="goal", subject_id=c.adds_goal(title=PLACE_WORDS)),
    ),
    "a strength is shared": _strength,
    "the dream on the wall": _dream_on_the_wall,
    "the dream there is reworded": _dream_reworded,
    "somebody is asked": lambda c: ("citizen", do.Invite(invitation_id=new_id(), name="Bo", asks=PLACE_WORDS)),
    "what was offered is given": _accepted,
    "brought back": _restored,
}  # fmt: skip


@pytest.mark.parametrize("way", WAYS)
def test_it_is_asked_about_and_done_when_somebody_says_so(way: str) -> None:
    cast = gather(protected=True)
    who, command = WAYS[way](cast)
    before = Plan.objects.get().head_seq
    with pytest.raises(Refused) as no:
        cast.does(who, command)
    assert (no.value.code, no.value.extra) == (PLACE, {"found": FOUND}) and FOUND in str(no.value.why)
    assert Plan.objects.get().head_seq == before, "nothing is done, and no number used"
    cast.does(who, command, confirmed=PLACE)
    assert Plan.objects.get().head_seq == before + 1


@pytest.mark.parametrize("way", WAYS)
def test_on_other_plans_nobody_is_asked(way: str) -> None:
    cast = gather()
    who, command = WAYS[way](cast)
    cast.does(who, command)


def test_between_citizen_and_consultant_anything_is_said_and_what_others_know_is_not_asked_again() -> None:
    cast = gather(protected=True)
    step_id = secret_step(cast, how=PLACE_WORDS, words=PLACE_WORDS)
    cast.does("citizen", do.RemarkOnStep(remark_id=new_id(), step_id=step_id, words=PLACE_WORDS))
    cast.does("citizen", do.WriteLifeGoal(words=PLACE_WORDS))
    cast.does("citizen", do.ShareStep(step_id=step_id, member_id=carl(cast)), confirmed=PLACE)
    cast.does("consultant", do.MoveStep(step_id=step_id, status="doing"))
    cast.does("citizen", do.RewordStep(step_id=step_id, field="how", text="Blåhejrevej 14", was=PLACE_WORDS))
    cast.does("citizen", do.AssignStep(step_id=step_id, responsible=carl(cast)))
    with pytest.raises(Refused, match=PLACE):
        cast.does("citizen", do.ShareStep(step_id=step_id, member_id=cast.members["professional"]))


def test_whoever_is_not_told_of_the_protection_is_not_asked() -> None:
    cast = gather(protected=True)
    step_id = shared_step(cast)
    cast.does("supporter", do.AddStep(step_id=new_id(), title=PLACE_WORDS))
    remark = do.RemarkOnStep(remark_id=new_id(), step_id=step_id, words=PLACE_WORDS, audience="table")
    cast.does("supporter", remark)
    cast.does("supporter", do.SuggestStrength(strength_id=new_id(), words=PLACE_WORDS))


# Its two mouths


def test_a_plain_form_asks_with_the_words_and_two_ways_on() -> None:
    cast = gather(protected=True)
    client, step_id = signed_in(cast.citizen), str(secret_step(cast))
    change = {"kind": "share_step", "step_id": step_id, "member_id": str(carl(cast)), "next": "/"}
    asked = client.post(f"/plans/{cast.plan_id}/changes/", change)
    body = asked.content.decode()
    assert asked.status_code == 409 and FOUND in body and "Del det ikke" in body
    assert cast.seat("supporter").steps == frozenset()
    assert _presses(client, cast, body, "Del alligevel").status_code == 303
    assert cast.seat("supporter").steps == {UUID(step_id)}


def test_a_form_with_several_choices_keeps_them_all() -> None:
    cast = gather(protected=True)
    client, offers = signed_in(cast.citizen), [str(cast.adds_step()), str(cast.adds_step())]
    change = {"kind": "invite", "name": "Bo", "asks": PLACE_WORDS, "role": "supporter", "offers": offers}
    body = client.post(f"/plans/{cast.plan_id}/changes/", change).content.decode()
    assert PLACE_WORDS in body
    _presses(client, cast, body, "Del alligevel")
    row = Plan.objects.get().invitations.get()
    assert (row.asks, sorted(row.offers)) == (PLACE_WORDS, sorted(offers))


def test_the_api_answers_with_a_code_and_takes_the_same_again() -> None:
    cast = gather(protected=True)
    client, change = signed_in(cast.consultant), {"change_id": str(new_id()), "kind": "reword_step", "field": "title"}
    change |= {"step_id": str(shared_step(cast)), "text": PLACE_WORDS, "was": "Ring til lægen"}
    [no] = _sends(client, cast, change)
    assert (no["status"], no["code"], no["extra"]) == ("refused", PLACE, {"found": FOUND})
    [yes] = _sends(client, cast, {**change, "confirmed": "place"})
    assert yes["status"] == "accepted" and Step.objects.get().title == PLACE_WORDS
    [twice] = _sends(client, cast, change)
    assert twice["status"] == "repeated"


def _sends(client: Client, cast: Cast, *changes: object) -> list[dict[str, object]]:
    sent = {"device": str(DEVICE), "changes": changes}
    answer = client.post(f"/api/plans/{cast.plan_id}/changes", sent, content_type="application/json")
    outcomes: list[dict[str, object]] = answer.json()["outcomes"]
    return outcomes


def _presses(client: Client, cast: Cast, body: str, button: str) -> Any:
    """Sends the plain form that a button stands in."""
    form = next(one for one in re.findall(r"<form.*?</form>", body, re.DOTALL) if button in one)
    fields: dict[str, list[str]] = {}
    for name, value in re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', form):
        fields.setdefault(name, []).append(value)
    return client.post(f"/plans/{cast.plan_id}/changes/", fields)
