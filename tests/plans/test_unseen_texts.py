"""A title that nobody can see is no title: a card has something to read and to press on."""

import pytest

from backend.common.ids import new_id
from backend.plans import commands as do
from backend.plans.models import Step
from tests.cast import Cast
from tests.plans.saying_no import refused

UNSEEN = [" ", " \u00a0\u3000", "\u200b\u200d\u2060", "\u202e\u2066", "\u3164", "\u2800\u115f"]


@pytest.mark.parametrize("title", UNSEEN, ids=ascii)
def test_what_cannot_be_seen_is_refused(cast: Cast, title: str) -> None:
    refused(cast, "citizen", do.AddStep(step_id=new_id(), title=title), "empty")


@pytest.mark.parametrize("title", ["👍", "\u200fא", "한", "⠓", "?", "\U0001fadf"], ids=ascii)
def test_one_mark_that_can_be_seen_is_enough(cast: Cast, title: str) -> None:
    step_id = new_id()
    cast.does("citizen", do.AddStep(step_id=step_id, title=title))
    assert Step.objects.get(pk=step_id).title == title
