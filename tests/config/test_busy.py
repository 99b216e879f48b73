"""When the database gives nobody a turn, a person is told to come again, and the same change is then made once."""

import json
import threading
from typing import Any

import pytest
from django.test import Client

from backend.common import in_line
from backend.common.ids import new_id
from tests.live.scene import set_the_scene

pytestmark = pytest.mark.django_db(transaction=True)


def client_of(person: Any) -> Client:
    client = Client(raise_request_exception=False)
    client.force_login(person)
    return client


def while_nobody_has_a_turn(act: Any) -> Any:
    """What `act` answers while another holds the line of writers."""
    held, done = threading.Event(), threading.Event()

    def hold() -> None:
        with in_line._one_writer:
            held.set()
            done.wait(60)

    holder = threading.Thread(target=hold)
    holder.start()
    held.wait(5)
    try:
        return act()
    finally:
        done.set()
        holder.join()


def test_a_change_is_asked_to_come_again_and_is_then_made_once() -> None:
    scene = set_the_scene()
    client = client_of(scene.cast.citizen)
    move = {"kind": "move_step", "step_id": str(scene.steps["third"]), "status": "doing"}
    letter = json.dumps({"device": str(new_id()), "changes": [{"change_id": str(new_id()), **move}]})

    def send() -> Any:
        return client.post(f"/api/plans/{scene.cast.plan_id}/changes", letter, content_type="application/json")

    refused = while_nobody_has_a_turn(send)
    assert (refused.status_code, refused.headers["Retry-After"]) == (503, "5")
    assert "travlt" in refused.json()["why"]
    assert [send().json()["outcomes"][0]["status"] for _ in range(2)] == ["accepted", "repeated"]


def test_a_look_that_cannot_be_written_down_shows_nothing_and_the_citizen_reads_on() -> None:
    scene = set_the_scene()
    consultant, citizen = client_of(scene.cast.consultant), client_of(scene.cast.citizen)
    page = f"/plans/{scene.cast.plan_id}/"
    refused, read = while_nobody_has_a_turn(lambda: (consultant.get(page), citizen.get(page)))
    assert refused.status_code == 503
    assert "travlt" in refused.content.decode()
    assert "card" not in refused.content.decode()
    assert read.status_code == 200
