"""Two worlds that differ only in what is hidden from somebody give them the same reads, numbers, entries and bytes."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid5

import pytest
from django.db import transaction

from backend.common import clock
from backend.plans import commands as do
from backend.plans.commands import Command
from tests.access.everything import everything
from tests.access.visitors import addresses, filled, signed_in
from tests.cast import Cast, gather

pytestmark = pytest.mark.django_db
NAMES = UUID("00000000-0000-4000-8000-00000000aaaa")
DAWN = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
DUE = DAWN.date()
Act = tuple[str, Command]


def id_of(name: str) -> UUID:
    return uuid5(NAMES, name)


STEP, GOAL, SECRET, SECRET_GOAL = (id_of(name) for name in ("step", "goal", "secret", "secret goal"))


def known_to_carl(cast: Cast) -> list[Act]:
    """What the supporter sees happen, in both worlds."""
    carl = cast.members["supporter"]
    return [
        ("citizen", do.AddStep(step_id=STEP, title="Ring til lægen", how="Sammen")),
        ("citizen", do.AddGoal(goal_id=GOAL, title="Mere ro på", life_area="health")),
        ("citizen", do.ShareStep(step_id=STEP, member_id=carl)),
        ("citizen", do.ShareGoal(goal_id=GOAL, member_id=carl)),
        ("citizen", do.AddStep(step_id=id_of("second"), title="Gå en tur", goal_id=GOAL)),
        ("supporter", do.AddStep(step_id=id_of("idea"), title="Kom til middag")),
        ("citizen", do.AssignStep(step_id=STEP, responsible=carl)),
        ("consultant", do.SetDue(step_id=STEP, due=DUE)),
        ("supporter", do.GiveVoice(step_id=STEP, answer="agreed")),
        ("consultant", do.RemarkOnStep(remark_id=id_of("r"), step_id=STEP, words="Godt", audience="table")),
        ("supporter", do.SuggestStrength(strength_id=id_of("s"), words="Modig")),
        ("supporter", do.MoveStep(step_id=STEP, status="doing")),
        ("citizen", do.MoveStep(step_id=id_of("second"), status="done")),
    ]


def hidden_from_carl(cast: Cast) -> list[Act]:
    """What happens behind the supporter's back, in one of the worlds."""
    dorte = cast.members["professional"]
    return [
        ("citizen", do.WriteLifeGoal(words="Væk herfra")),
        ("citizen", do.AddStep(step_id=SECRET, title="Flyt hemmeligt", words="Han må ikke vide det", due=DUE)),
        ("citizen", do.AddGoal(goal_id=SECRET_GOAL, title="Ny by", life_area="home", community="Krisecenter")),
        ("citizen", do.HangStep(step_id=SECRET, goal_id=SECRET_GOAL)),
        ("citizen", do.ShareStep(step_id=SECRET, member_id=dorte)),
        ("citizen", do.ShareStep(step_id=STEP, member_id=dorte)),
        ("citizen", do.ShareGoal(goal_id=GOAL, member_id=dorte)),
        ("citizen", do.AssignStep(step_id=SECRET, responsible=dorte)),
        ("professional", do.GiveVoice(step_id=SECRET, answer="agreed")),
        ("professional", do.MoveStep(step_id=SECRET, status="doing")),
        ("citizen", do.MoveStep(step_id=SECRET, status="doing")),
        ("citizen", do.RewordStep(step_id=STEP, field="words", text="Jeg er bange for ham", was="")),
        ("citizen", do.RewordStep(step_id=STEP, field="learned", text="Sig intet", was="")),
        ("citizen", do.RewordGoal(goal_id=GOAL, field="challenge", text="Min bror", was="")),
        ("citizen", do.RemarkOnStep(remark_id=id_of("us"), step_id=STEP, words="Kun os")),
        ("professional", do.RemarkOnStep(remark_id=id_of("d"), step_id=STEP, words="Se her", audience="table")),
        ("citizen", do.ShowInRoom(subject="step", subject_id=STEP)),
        ("citizen", do.ShowInRoom(subject="goal", subject_id=GOAL)),
        ("citizen", do.ShowInRoom(subject="life_goal")),
        ("consultant", do.OpenScreen(screen_id=id_of("wall"), room_name="Lokale 2")),
        ("consultant", do.SuggestStrength(strength_id=id_of("s2"), words="Handlekraftig")),
        ("citizen", do.AcceptStrength(strength_id=id_of("s2"))),
        *_network_behind_carl(cast),
        *_said_between_others(cast),
        ("citizen", do.MoveGoal(goal_id=SECRET_GOAL, before=GOAL)),
        ("citizen", do.ReachGoal(goal_id=SECRET_GOAL)),
        ("citizen", do.UnshareStep(step_id=STEP, member_id=dorte)),
        ("citizen", do.HangStep(step_id=SECRET)),
        ("citizen", do.RemoveGoal(goal_id=SECRET_GOAL)),
        ("citizen", do.RemoveStep(step_id=SECRET)),
        ("citizen", do.EndMember(member_id=dorte)),
    ]


def _said_between_others(cast: Cast) -> list[Act]:
    """Consent, and a colleague who looks in for an hour."""
    said = {"giver": "Jobcenter", "receiver": "Sundhed", "what": "Hvornår", "why": "Så det passer"}
    cast.colleague()
    return [
        ("consultant", do.AskConsent(question_id=id_of("q"), until=DAWN.date() + timedelta(days=9), **said)),
        ("citizen", do.GiveConsent(question_id=id_of("q"), version=1)),
        ("outside", do.LookIn(reason="urgent", words="Hun ringede, og det hastede")),
        ("citizen", do.WithdrawConsent(question_id=id_of("q"))),
    ]


def _network_behind_carl(cast: Cast) -> list[Act]:
    """He is on the map himself."""
    add, carl, dorte = do.AddNetworkMember, cast.members["supporter"], cast.members["professional"]
    return [
        ("citizen", add(network_member_id=id_of("n"), name="Bo", relation="kin", member_id=dorte)),
        ("citizen", add(network_member_id=id_of("n2"), name="Carl", relation="family", member_id=carl)),
        ("citizen", do.MoveNetworkMember(network_member_id=id_of("n2"), near=4)),
        ("citizen", do.RemoveNetworkMember(network_member_id=id_of("n"))),
    ]


@contextmanager
def world(*stories: Callable[[Cast], list[Act]]) -> Iterator[Cast]:
    """A table where these stories happen, woven into one another as early as each can; gone afterwards."""
    with transaction.atomic(), clock.standing_at(DAWN):
        cast = gather()
        known, *others = [story(cast) for story in stories]
        hidden = iter([act for other in others for act in other])
        for hour, act in enumerate(known):
            with clock.standing_at(DAWN + timedelta(hours=hour)):
                cast.does(act[0], act[1])
            for _turn in range(3 if hour > 1 else 0):
                _happens(cast, next(hidden, None), hour)
        for act in hidden:
            _happens(cast, act, len(known))
        with clock.standing_at(DAWN + timedelta(days=1)):
            yield cast
        transaction.set_rollback(True)


def _happens(cast: Cast, act: Act | None, hour: int) -> None:
    if act:
        with clock.standing_at(DAWN + timedelta(hours=hour, minutes=30)):
            cast.does(act[0], act[1])


def read_by_carl(cast: Cast) -> str:
    told = everything(cast.seat("supporter"), steps=[STEP, id_of("second"), id_of("idea"), SECRET], goals=[GOAL])
    return _alike(cast, f"{cast.seat('supporter').head} {told}")


def bytes_to_carl(cast: Cast) -> str:
    """Every address, with headers, in a browser that has just signed in."""
    client, told = signed_in(cast.supporter), []
    for name, route in sorted(addresses().items()):
        for step_id in (STEP, SECRET) if "step_id" in route else (STEP,):
            url = filled(route, plan_id=cast.plan_id, step_id=step_id, goal_id=GOAL)
            answer = client.get(f"{url}?after=1" if name == "what_was_missed" else url)
            told.append(f"{name} {answer.status_code} {sorted(answer.headers.items())} {answer.content.decode()}")
    return _alike(cast, "\n".join(told))


def _alike(cast: Cast, told: str) -> str:
    """Ids that databases and dice give are named alike."""
    for role, member in cast.members.items():
        told = told.replace(str(member), f"member-{role}")
    told = told.replace(f"/plans/{cast.plan_id}", "/plans/P").replace(f'plan-id="{cast.plan_id}"', 'plan-id="P"')
    told = re.sub(rf"\b(plan_id=|data-plan-id=){cast.plan_id}\b", r"\1P", told)
    told = re.sub(r"Person', '[0-9a-f]+", "of its own", told)
    return re.sub(r'W/"[0-9a-f]+"|[0-9:]{8} GMT|data-person="[0-9a-f]+"|Length\', \'[0-9]+', "of its own", told)


def test_a_supporter_reads_the_same_in_both_worlds() -> None:
    with world(known_to_carl) as cast:
        plain = read_by_carl(cast)
    with world(known_to_carl, hidden_from_carl) as cast:
        assert read_by_carl(cast) == plain
        assert cast.seat("citizen").head > cast.seat("supporter").head + len(hidden_from_carl(cast))


def test_a_supporter_receives_the_same_bytes_in_both_worlds() -> None:
    with world(known_to_carl) as cast:
        plain = bytes_to_carl(cast)
    with world(known_to_carl, hidden_from_carl) as cast:
        assert bytes_to_carl(cast) == plain
    assert "Ring til lægen" in plain


def test_a_page_asked_for_again_has_not_changed_by_what_is_hidden() -> None:
    with world(known_to_carl) as cast:
        phone, here = signed_in(cast.supporter), f"/plans/{cast.plan_id}/"
        pages = [here, f"{here}steps/{STEP}/", f"{here}goals/{GOAL}/"]
        tags = {page: phone.get(page).headers["ETag"] for page in pages}
        for act in hidden_from_carl(cast):
            cast.does(*act)
        for page, tag in tags.items():
            assert phone.get(page, headers={"If-None-Match": tag}).status_code == 304, page


@pytest.mark.parametrize("number", range(4, 29, 4))
def test_already_while_it_happens(number: int) -> None:
    """After every few hidden acts: what a page opened just then would have shown."""
    with world(known_to_carl) as cast:
        plain = read_by_carl(cast)
    with world(known_to_carl, lambda cast: hidden_from_carl(cast)[:number]) as cast:
        assert read_by_carl(cast) == plain


def test_the_wall_reads_the_same_whatever_it_does_not_show() -> None:
    def shown(cast: Cast) -> list[Act]:
        room = do.ShowInRoom(subject="step", subject_id=STEP)
        return [*known_to_carl(cast)[:1], ("citizen", room), ("citizen", do.MoveStep(step_id=STEP, status="doing"))]

    def hidden(cast: Cast) -> list[Act]:
        kinds = ("show_in_room", "move_step")
        acts = [act for act in hidden_from_carl(cast) if act[1].kind not in kinds and GOAL not in _ids(act[1])]
        return [*known_to_carl(cast)[1:2], *acts]

    def read(cast: Cast) -> str:
        return _alike(cast, everything(cast.seat("screen"), steps=[STEP, SECRET], goals=[GOAL, SECRET_GOAL]))

    with world(shown) as cast:
        plain = read(cast)
    with world(shown, hidden) as cast:
        assert read(cast) == plain


def _ids(command: Command) -> set[object]:
    return {getattr(command, name) for name in command.__dataclass_fields__}
