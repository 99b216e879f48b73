"""How tests ask for a no: nothing changes, no number is used up, and there is a sentence to read."""

from typing import Any

import pytest

from backend.common.errors import NotHere, Refused
from backend.plans.models import Entry, Plan
from tests.cast import Cast


def refused(cast: Cast, role: str, command: Any, code: str = "not_allowed") -> Refused:
    """The command is refused with a sentence and this code; the plan stays as it is."""
    before = numbers(cast)
    with pytest.raises(Refused) as no:
        cast.does(role, command)
    assert no.value.code == code, no.value.code
    assert len(str(no.value.why)) > 10
    assert numbers(cast) == before
    return no.value


def finds_nothing(cast: Cast, role: str, command: Any) -> None:
    """For this role there is nothing there; the plan stays as it is."""
    before = numbers(cast)
    with pytest.raises(NotHere):
        cast.does(role, command)
    assert numbers(cast) == before


def numbers(cast: Cast) -> tuple[int, int, int]:
    """(head, entries, epoch) of the cast's plan."""
    plan = Plan.objects.get(pk=cast.plan_id)
    return plan.head_seq, Entry.objects.filter(plan=plan).count(), plan.policy_epoch
