"""After fifteen minutes what was removed is gone: from every table, from the database's own file, from the journal."""

from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from django.apps import apps
from django.db import connection

from backend.common import clock
from backend.common.ids import new_id
from backend.plans import commands as do
from backend.plans.forget import forget_removed
from backend.plans.journal import entries_after
from backend.plans.models import Entry, Goal, Plan, Remark, Share, Step, Strength
from backend.plans.reads.board import read_board
from tests.cast import Cast, gather

LATER = timedelta(minutes=15, seconds=1)


def remove_everything(cast: Cast, words: str) -> list[UUID]:
    """Writes and removes one of each; returns the ids."""
    step, other, goal, remark, strength, kin = (new_id() for _ in range(6))
    for command in (
        do.AddGoal(goal_id=goal, title=words, life_area="home", community=words, challenge=words),
        do.AddStep(step_id=step, title=words, words=words, how=words, goal_id=goal),
        do.AddStep(step_id=other, title="Bliver"),
        do.ShareStep(step_id=step, member_id=cast.members["supporter"]),
        do.RewordStep(step_id=step, field="learned", text=words, was=""),
        do.RemarkOnStep(remark_id=new_id(), step_id=step, words=words),
        do.RemarkOnStep(remark_id=remark, step_id=other, words=words),
        do.SuggestStrength(strength_id=strength, words=words),
        do.AddNetworkMember(network_member_id=kin, name=words, relation="kin", does=words),
        do.HangStep(step_id=other, goal_id=goal),
        do.HangStep(step_id=other),
        do.RemoveStep(step_id=step),
        do.RemoveRemark(remark_id=remark),
        do.RemoveGoal(goal_id=goal),
        do.RemoveStrength(strength_id=strength),
        do.RemoveNetworkMember(network_member_id=kin),
    ):
        cast.does("citizen", command)
    return [step, goal, remark, strength, kin]


def every_row() -> str:
    """All that any table holds, as text."""
    rows: list[Any] = []
    for model in apps.get_models(include_auto_created=True):
        rows += model._default_manager.values()
    return repr(rows)


def forget_later() -> int:
    with clock.standing_at(clock.now() + LATER):
        return forget_removed()


def test_no_table_remembers_the_words_or_the_ids(cast: Cast) -> None:
    ids = remove_everything(cast, "kanariegul")
    assert forget_removed() == 0
    assert "kanariegul" in every_row()
    assert forget_later() == 5
    left = every_row()
    assert "kanariegul" not in left
    for one in ids:
        assert str(one) not in left and one.hex not in left
    for model, many in ((Step, 1), (Goal, 0), (Remark, 0), (Strength, 0), (Share, 0)):
        assert model._default_manager.count() == many


def test_the_numbers_stay_without_gaps(cast: Cast) -> None:
    remove_everything(cast, "kanariegul")
    heads = {role: cast.seat(role).head for role in ("citizen", "supporter", "screen")}
    forget_later()
    for role, head in heads.items():
        seat = cast.seat(role)
        assert seat.head == head
        assert [entry.number for entry in entries_after(seat, 0)] == list(range(1, head + 1))


def test_who_comes_by_what_was_forgotten_is_told_to_look_anew(cast: Cast) -> None:
    step = cast.adds_step()
    cast.does("citizen", do.RemoveStep(step_id=step))
    forget_later()
    last = entries_after(cast.seat("consultant"), 0)[-1]
    assert (last.kind, last.step_id, last.facts) == ("forgotten", None, {})


def test_a_step_outlives_the_goal_it_hung_on(cast: Cast) -> None:
    goal = cast.adds_goal()
    step = cast.adds_step(goal_id=goal)
    cast.does("citizen", do.RemoveGoal(goal_id=goal))
    forget_later()
    assert [card.id for card in read_board(cast.seat("citizen")).cards] == [step]
    assert [entry.kind for entry in entries_after(cast.seat("citizen"), 0) if entry.step_id == step] == ["step_added"]


def test_what_was_brought_back_stays(cast: Cast) -> None:
    step = cast.adds_step()
    cast.does("citizen", do.RemoveStep(step_id=step))
    cast.does("citizen", do.RestoreStep(step_id=step))
    assert forget_later() == 0
    assert Step.objects.filter(pk=step).exists()


def test_a_change_sent_again_after_its_subject_is_forgotten_is_still_a_repeat(cast: Cast) -> None:
    change_id, step = new_id(), new_id()
    cast.does("citizen", do.AddStep(step_id=step, title="Væk"), change_id=change_id)
    cast.does("citizen", do.RemoveStep(step_id=step))
    forget_later()
    assert cast.does("citizen", do.AddStep(step_id=step, title="Væk"), change_id=change_id).status == "repeated"
    assert not Step.objects.filter(pk=step).exists()


@pytest.mark.django_db(transaction=True)
def test_the_databases_own_files_remember_nothing() -> None:
    cast = gather()
    words = "kanariegul" + new_id().hex
    remove_everything(cast, words)
    if connection.vendor != "sqlite":
        forget_later()
        assert words not in every_row()
        return
    assert words.encode() in _files()
    forget_later()
    assert words.encode() not in _files()
    assert Plan.objects.get(pk=cast.plan_id).head_seq == Entry.objects.filter(plan=cast.plan_id).count()


def _files() -> bytes:
    file = Path(connection.settings_dict["NAME"])
    return b"".join(one.read_bytes() for one in file.parent.glob(f"{file.name}*"))
