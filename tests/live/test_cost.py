"""What a look costs: a bounded number of questions to the database, however much has happened."""

from typing import Any

import pytest
from django.test import Client

from backend.plans import commands as c
from citizen_app import page_cache
from citizen_app.owed import Asking, Question
from citizen_app.passes import Pass
from citizen_app.viewer import Viewer
from tests.live.scene import Scene, set_the_scene
from tests.live.sockets import cookie_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene() -> Scene:
    return set_the_scene()


@pytest.mark.parametrize(("role", "most"), [("citizen", 8), ("supporter", 10), ("professional", 8)])
def test_a_board_is_read_in_few_questions_and_not_again_until_it_changes(
    scene: Scene, role: str, most: int, django_assert_max_num_queries: Any
) -> None:
    """Eight; two more for whoever is asked to a meeting, which stands there too."""
    client, path = Client(), f"/plans/{scene.cast.plan_id}/"
    client.force_login(getattr(scene.cast, role))
    page_cache._pages.clear()
    with django_assert_max_num_queries(most):
        first = client.get(path)
    with django_assert_max_num_queries(4):
        again = client.get(path, headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 304
    scene.cast.does("citizen", c.MoveStep(step_id=scene.steps["second"], status="doing"))
    changed = client.get(path, headers={"If-None-Match": first["ETag"]})
    assert changed.status_code == (304 if role == "professional" else 200), "hidden changes change no byte"


def test_many_watchers_of_one_plan_cost_as_much_as_one(scene: Scene, django_assert_max_num_queries: Any) -> None:
    seat, person = scene.cast.seat("citizen"), scene.cast.citizen
    held = [Pass(cookie_of(person), Viewer(person_id=person.pk)) for _ in range(30)]
    scene.cast.does("consultant", c.SetDue(step_id=scene.steps["third"]))
    questions = [Question(p, seat, "board", "da", seat.head, "") for p in held]
    with django_assert_max_num_queries(12):
        answers = Asking(scene.cast.plan_id).answers(questions)
    assert len({answer.text for answer in answers}) == 1
    assert answers[0].upto == seat.head + 1
