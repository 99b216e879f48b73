"""No writer can be forgotten: after every command there is, what can be found is what stands in the plan."""

from typing import Any
from uuid import UUID

import pytest
from django.db import transaction

from backend.plans.models import Attachment, Goal, LifeGoal, Meeting, Message, Offer, Remark, SearchText, Step, Strength
from backend.plans.search_index import as_kept, rebuild
from tests.live.acts import ACTS
from tests.live.scene import set_the_scene

pytestmark = pytest.mark.django_db
THERE: dict[str, Any] = {"removed_at": None}
TEXTS: tuple[tuple[str, Any, tuple[str, ...]], ...] = (
    ("step", Step.objects.filter(**THERE), ("title", "how", "words", "learned")),
    ("remark", Remark.objects.filter(**THERE, step__removed_at=None), ("words",)),
    ("goal", Goal.objects.filter(**THERE), ("title", "community", "challenge")),
    ("offer", Offer.objects.filter(**THERE), ("title", "delivered_by", "community", "why")),
    ("strength", Strength.objects.filter(**THERE).exclude(status="declined"), ("words",)),
    ("meeting", Meeting.objects.filter(cancelled_at=None), ("purpose", "matters", "announcement")),
    ("message", Message.objects.filter(**THERE), ("words",)),
    ("file", Attachment.objects.filter(message__removed_at=None).exclude(message=None), ("name",)),
    ("life_goal", LifeGoal.objects.all(), ("words",)),
)


def test_after_every_command_what_is_found_is_what_stands_there() -> None:
    scene = set_the_scene()
    scene.cast.colleague()
    for kind, acts in ACTS.items():
        for role, make in acts:
            with transaction.atomic():
                command = make(scene)
                if found() != written():
                    rebuild()  # a scene may be set beside the door, a command may not
                scene.cast.does(role, command)
                assert found() == written(), kind
                transaction.set_rollback(True)


def found() -> set[tuple[Any, ...]]:
    return set(SearchText.objects.values_list("kind", "thing_id", "part", "words"))


def written() -> set[tuple[Any, ...]]:
    return {
        (kind, UUID(int=row["pk"]) if kind == "life_goal" else row["pk"], part, kept)
        for kind, rows, parts in TEXTS
        for row in rows.values("pk", *parts)
        for part in parts
        if (kept := as_kept(row[part]))
    }
