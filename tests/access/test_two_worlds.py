"""Two worlds that differ only in what is hidden from somebody give them the same reads, numbers, entries and bytes."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import timedelta

import pytest
from django.db import transaction

from backend.common import clock
from backend.plans import commands as do
from backend.plans.models import ProgressArea
from tests.access.behind_carl import DAWN, GOAL, SECRET, SECRET_GOAL, STEP, Act, hidden_from_carl, id_of, known_to_carl
from tests.access.everything import everything
from tests.access.visitors import addresses, filled, signed_in
from tests.cast import Cast, gather

pytestmark = pytest.mark.django_db


@contextmanager
def world(*stories: Callable[[Cast], list[Act]]) -> Iterator[Cast]:
    """A table where these stories happen, woven into one another as early as each can; gone afterwards."""
    with transaction.atomic(), clock.standing_at(DAWN):
        cast = gather()
        known, *others = [story(cast) for story in stories]
        hidden = iter([act for other in others for act in other])
        for hour, act in enumerate(known):
            with clock.standing_at(DAWN + timedelta(hours=hour)):
                _is_done(cast, act)
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
            _is_done(cast, act)


def _is_done(cast: Cast, act: Act) -> None:
    who, what = act
    if isinstance(what, str):
        assert signed_in(cast.person_of(who)).get(what).status_code == 200, act
    else:
        cast.does(who, what)


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
    for area_id, standard in ProgressArea.objects.filter(plan=cast.plan_id).values_list("pk", "standard"):
        told = told.replace(str(area_id), f"area-{standard}") if standard else told
    told = told.replace(f"/plans/{cast.plan_id}", "/plans/P").replace(f'plan-id="{cast.plan_id}"', 'plan-id="P"')
    told = re.sub(rf"\b(plan_id=|data-plan-id=){cast.plan_id}\b", r"\1P", told)
    told = re.sub(r"Person', '[0-9a-f]+", "of its own", told)
    return re.sub(r'W/"[0-9a-f]+"|[0-9:]{8} GMT|data-person="[0-9a-f]+"|Length\', \'[0-9]+', "of its own", told)


def test_a_supporter_reads_the_same_in_both_worlds() -> None:
    with world(known_to_carl) as cast:
        plain = read_by_carl(cast)
    with world(known_to_carl, hidden_from_carl) as cast:
        assert read_by_carl(cast) == plain
        orders = [act for act in hidden_from_carl(cast) if not isinstance(act[1], str)]
        assert cast.seat("citizen").head > cast.seat("supporter").head + len(orders)


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
            _is_done(cast, act)
        for page, tag in tags.items():
            assert phone.get(page, headers={"If-None-Match": tag}).status_code == 304, page


@pytest.mark.parametrize("number", range(6, 55, 8))
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
        kinds = ("show_in_room", "move_step", "looks")
        acts = [act for act in hidden_from_carl(cast) if _kind(act) not in kinds and GOAL not in _ids(act)]
        return [*known_to_carl(cast)[1:2], *acts]

    def read(cast: Cast) -> str:
        return _alike(cast, everything(cast.seat("screen"), steps=[STEP, SECRET], goals=[GOAL, SECRET_GOAL]))

    with world(shown) as cast:
        plain = read(cast)
    with world(shown, hidden) as cast:
        assert read(cast) == plain


def _kind(act: Act) -> str:
    return "looks" if isinstance(act[1], str) else act[1].kind


def _ids(act: Act) -> set[object]:
    return set() if isinstance(act[1], str) else {getattr(act[1], name) for name in act[1].__dataclass_fields__}
