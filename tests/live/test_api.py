"""The outbox's way in: in order, each for itself, exactly once, and with everything that was missed."""

import json
import random
from typing import Any

import pytest
from django.test import Client

from backend.common.ids import new_id
from backend.plans import commands
from backend.plans.models import Entry, Step
from tests.live.scene import Scene, set_the_scene

pytestmark = pytest.mark.django_db
DEVICE = str(new_id())


@pytest.fixture
def scene() -> Scene:
    return set_the_scene()


def sends(scene: Scene, role: str, *changes: Any, query: str = "", raw: bytes | None = None) -> Any:
    client = Client()
    if role:
        client.force_login(getattr(scene.cast, role))
    body = raw if raw is not None else json.dumps({"device": DEVICE, "changes": changes}).encode()
    path = f"/api/plans/{scene.cast.plan_id}/changes{query}"
    return client.post(path, body, content_type="application/json")


def move(scene: Scene, status: str = "doing", step: str = "agreement", **rest: Any) -> dict[str, Any]:
    return {
        "change_id": str(new_id()),
        "kind": "move_step",
        "step_id": str(scene.steps[step]),
        "status": status,
        **rest,
    }


def test_a_change_is_accepted_and_everything_missed_comes_back(scene: Scene) -> None:
    before = scene.cast.seat("citizen").head
    scene.cast.does("consultant", commands.SetDue(step_id=scene.steps["third"]))
    change = move(scene, said_at="2026-03-01T09:00:00Z")
    told = sends(scene, "citizen", change, query=f"?after={before}&page=board").json()
    outcome = {"change_id": change["change_id"], "status": "accepted", "number": before + 2}
    assert told["outcomes"] == [outcome]
    assert (told["after"], told["upto"]) == (before, before + 2)
    assert {f["id"] for f in told["fragments"]} >= {f"s-{scene.steps[name]}" for name in ("third", "agreement")}


def test_one_bad_change_does_not_hold_back_the_others(scene: Scene) -> None:
    bad = [
        {**move(scene), "status": "nowhere"},
        {**move(scene), "surprise": 1},
        {"kind": "fly", "change_id": "x" * 500},
        {"kind": "move_step"},
        "not even an object",
        None,
        {**move(scene), "change_id": "not-an-id"},
        {**move(scene), "step_id": str(new_id())},
        {**move(scene), "said_at": "yesterday"},
        {"kind": "add_step", "change_id": str(new_id()), "step_id": str(new_id()), "title": "a" * 10_000},
        {"kind": "add_step", "change_id": str(new_id()), "step_id": str(new_id()), "title": "\u0000\ud800"},
    ]
    before = scene.cast.seat("citizen").head
    response = sends(scene, "citizen", move(scene), *bad, move(scene, "done"))
    outcomes = response.json()["outcomes"]
    assert [o["status"] for o in outcomes] == ["accepted", *["refused"] * len(bad), "accepted"]
    assert all(len(o["why"]) > 15 for o in outcomes[1:-1])
    assert scene.cast.seat("citizen").head == before + 2


def test_a_refusal_says_which_field_and_what_to_do(scene: Scene) -> None:
    told = sends(scene, "citizen", {**move(scene), "status": "nowhere"}).json()["outcomes"][0]
    assert "Kolonnen" in told["why"] and "Aftalt, I gang, Klaret" in told["why"]


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'{"device": "x", "changes": []}',
        b'{"changes": []}',
        b'{"device": "8f1d4a52-6a53-4c0a-9d3e-0c2f8f6c9b17", "changes": {}}',
        b"[" * 100_000,
        b"\xff\xfe",
        b'{"device": "8f1d4a52-6a53-4c0a-9d3e-0c2f8f6c9b17", "changes": [], "more": 1}',
    ],
)
def test_a_wrong_envelope_gets_one_sentence(scene: Scene, raw: bytes) -> None:
    before = scene.cast.seat("citizen").head
    response = sends(scene, "citizen", raw=raw)
    assert response.status_code == 422
    assert set(response.json()) == {"why"}
    assert scene.cast.seat("citizen").head == before


def test_too_much_at_once_is_refused_whole(scene: Scene) -> None:
    assert sends(scene, "citizen", *[move(scene) for _ in range(201)]).status_code == 422
    assert sends(scene, "citizen", raw=b" " * (256 * 1024 + 1)).status_code == 413
    assert scene.cast.seat("citizen").head == max(Entry.objects.values_list("seq", flat=True))


def test_sent_one_to_three_times_and_shuffled_each_is_made_once(scene: Scene) -> None:
    chance = random.Random(7)
    new = [
        {"kind": "add_step", "change_id": str(new_id()), "step_id": str(new_id()), "title": f"Skridt {n}"}
        for n in range(20)
    ]
    sent = [change for change in new for _ in range(chance.randint(1, 3))]
    chance.shuffle(sent)
    before = scene.cast.seat("citizen").head
    outcomes = [o for n in range(0, len(sent), 7) for o in sends(scene, "citizen", *sent[n : n + 7]).json()["outcomes"]]
    assert {o["status"] for o in outcomes} == {"accepted", "repeated"}
    assert len({o["number"] for o in outcomes}) == 20 == scene.cast.seat("citizen").head - before
    assert Step.objects.filter(pk__in=[change["step_id"] for change in new]).count() == 20


def test_the_same_id_with_another_body_is_refused(scene: Scene) -> None:
    first, before = move(scene), scene.cast.seat("citizen").head
    sends(scene, "citizen", first)
    told = sends(scene, "citizen", {**first, "status": "done"}).json()["outcomes"][0]
    assert (told["status"], told["code"]) == ("refused", "same_id_other_change")
    assert scene.cast.seat("citizen").head == before + 1


def test_two_who_write_at_once_lose_nothing(scene: Scene) -> None:
    reword = {"kind": "reword_step", "step_id": str(scene.steps["suggested"]), "field": "how", "was": ""}
    sends(scene, "consultant", {**reword, "change_id": str(new_id()), "text": "Pr. telefon"})
    told = sends(scene, "citizen", {**reword, "change_id": str(new_id()), "text": "Pr. brev"}).json()["outcomes"][0]
    assert told["code"] == "conflict"
    assert told["extra"] == {"theirs": "Pr. telefon", "yours": "Pr. brev", "field": "how"}


def test_nobody_hears_401_and_a_stranger_404_like_a_plan_that_does_not_exist(scene: Scene) -> None:
    assert sends(scene, "").status_code == 401
    client = Client()
    client.force_login(scene.cast.stranger)
    paths = [f"/api/plans/{plan}/catch-up?after=0" for plan in (scene.cast.plan_id, 999_999, 2**70)]
    answers = [client.get(path) for path in paths]
    assert [a.status_code for a in answers] == [404] * 3
    assert len({a.content for a in answers}) == 1


def test_the_wall_may_look_and_not_touch(scene: Scene) -> None:
    screen_id = new_id()
    scene.cast.does("consultant", commands.OpenScreen(screen_id=screen_id, room_name="Mødelokale 2"))
    client = Client()
    session = client.session
    session["screen_id"] = str(screen_id)
    session.save()
    client.cookies["tavlen"] = str(session.session_key)
    plan, before = scene.cast.plan_id, scene.cast.seat("citizen").head
    assert client.get(f"/api/plans/{plan}/catch-up?after=0&page=screen").status_code == 200
    body = {"device": DEVICE, "changes": [move(scene)]}
    told = client.post(f"/api/plans/{plan}/changes", body, content_type="application/json").json()
    assert told["outcomes"][0]["status"] == "refused"
    assert scene.cast.seat("citizen").head == before


@pytest.mark.parametrize(
    "query", ["after=-1", "after=x", "", "after=0&page=UPPER", "after=1.5", "after=0&page=" + "a" * 99]
)
def test_a_bad_question_gets_a_sentence(scene: Scene, query: str) -> None:
    client = Client()
    client.force_login(scene.cast.citizen)
    response = client.get(f"/api/plans/{scene.cast.plan_id}/catch-up?{query}")
    assert response.status_code in (200, 422)
    assert response.status_code == 200 or set(response.json()) == {"why"}


@pytest.mark.parametrize("after", [9999, 2**63, 10**30])
def test_a_number_the_plan_never_had_gets_reload(scene: Scene, after: int) -> None:
    client = Client()
    client.force_login(scene.cast.citizen)
    told = client.get(f"/api/plans/{scene.cast.plan_id}/catch-up?after={after}").json()
    assert told == {"reload": True, "upto": scene.cast.seat("citizen").head}


def test_the_description_is_open_in_the_demo_only(scene: Scene, settings: Any) -> None:
    settings.TAVLEN_DEMO = False
    assert {Client().get(path).status_code for path in ("/api/openapi.json", "/api/docs")} == {404}
    settings.TAVLEN_DEMO = True
    assert Client().get("/api/docs").status_code == 200
    described = Client().get("/api/openapi.json").json()
    assert described["openapi"].startswith("3.1")
    kinds = json.dumps(described["components"]["schemas"]["Changes"])
    assert '"propertyName": "kind"' in kinds
    assert all(f'"{kind}"' in kinds for kind in commands.OPEN)
    assert described["components"]["schemas"]["AddStep"]["properties"]["title"]["maxLength"] == 120


def test_the_root_of_the_api_is_nobodys_in_the_demo_either(scene: Scene, settings: Any) -> None:
    for settings.TAVLEN_DEMO in (False, True):
        assert Client().get("/api/").status_code == 404


def test_what_is_not_open_cannot_be_sent(scene: Scene) -> None:
    change = {"kind": "open_screen", "change_id": str(new_id()), "screen_id": str(new_id()), "room_name": "x"}
    before = scene.cast.seat("consultant").head
    assert sends(scene, "consultant", change).json()["outcomes"][0]["status"] == "refused"
    assert scene.cast.seat("consultant").head == before
