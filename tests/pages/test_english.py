"""Whoever chose English reads English everywhere; only what people wrote themselves stays as they wrote it."""

import json
from collections.abc import Callable
from uuid import uuid4

import pytest
from django.test import Client

from backend.people.models import Person
from tests.cast import Cast
from tests.live.scene import Scene, set_the_scene
from tests.pages.conftest import SignedIn
from tests.pages.leftovers import danish_left, own_words

AT_THE_TABLE = ("citizen", "consultant", "supporter", "professional")
OF_ALL = (
    "",
    "steps/new/",
    "who/",
    "who/day/",
    "strengths/",
    "me/",
    "progress/",
    "progress/over-time/",
    "progress/areas/",
    "progress/used/",
    "communities/",
    "offers/",
    "measurements/",
    "reminders/",
    "search/",
)
OF_THE_BROAD = ("?view=board", "goals/new/", "life-goal/", "course/", "about-me/", "check-ins/", "takeover/",
                "network/", "screen/", "consents/", "conversation/", "conversation/later/")  # fmt: skip


@pytest.fixture
def in_english(signed_in: SignedIn) -> SignedIn:
    def sign_in(person: Person) -> Client:
        return _english(signed_in(person))

    return sign_in


@pytest.fixture
def scene(db: None) -> Scene:
    return set_the_scene()


@pytest.mark.parametrize("role", AT_THE_TABLE)
def test_an_empty_plan_invites_in_english(role: str, cast: Cast, in_english: SignedIn) -> None:
    _all_read_in_english(in_english(cast.person_of(role)), _pages(cast.plan_id, role))


@pytest.mark.parametrize("role", AT_THE_TABLE)
def test_every_page_of_a_plan_in_use_is_english(role: str, scene: Scene, in_english: SignedIn) -> None:
    ids = [f"steps/{step_id}/" for step_id in scene.steps.values()]
    ids += [f"goals/{goal_id}/" for goal_id in (scene.goal, scene.part, scene.other, scene.reached)]
    sheets = [f"/plans/{scene.cast.plan_id}/{address}" for address in ids]
    _all_read_in_english(in_english(scene.cast.person_of(role)), [*_pages(scene.cast.plan_id, role), *sheets])


@pytest.mark.parametrize("role", AT_THE_TABLE)
def test_what_arrives_by_itself_is_english(role: str, scene: Scene, in_english: SignedIn) -> None:
    client = in_english(scene.cast.person_of(role))
    told = client.get(f"/api/plans/{scene.cast.plan_id}/catch-up?after=1&page=board").json()
    drawn = [fragment.get("html", "") for fragment in told.get("fragments", [])]
    assert drawn or told["reload"]
    assert not [left for text in (*drawn, *told.get("say", [])) for left in danish_left(text, own_words())]


def test_a_refusal_is_english_on_the_page_and_in_the_answer(scene: Scene, in_english: SignedIn) -> None:
    client = in_english(scene.cast.citizen)
    late = {"kind": "reword_goal", "goal_id": str(scene.goal), "field": "title", "text": "Ro", "was": "Uro"}
    for sent in (
        late,
        {**late, "text": ""},
        {**late, "text": "o" * 5000},
        {"kind": "add_goal"},
        {"kind": "unheard_of"},
    ):
        page = client.post(f"/plans/{scene.cast.plan_id}/changes/", {**sent, "after": "1", "next": "/"})
        assert not danish_left(page.content.decode(), {*own_words(), "Uro"}), sent
        changes = json.dumps({"device": str(uuid4()), "changes": [{**sent, "change_id": str(uuid4())}]})
        answer = client.post(f"/api/plans/{scene.cast.plan_id}/changes", changes, content_type="application/json")
        assert not [left for one in answer.json()["outcomes"] for left in danish_left(one["why"], [])], sent


@pytest.mark.parametrize(("staff_role", "address"), [("leader", "/numbers/"), ("administrator", "/office/")])
def test_the_pages_of_the_house_are_english(
    staff_role: str, address: str, cast: Cast, colleague: Callable[[str], Person], in_english: SignedIn
) -> None:
    _all_read_in_english(in_english(colleague(staff_role)), [address])


def test_a_colleague_who_looks_in_and_the_one_who_is_told_read_english(scene: Scene, in_english: SignedIn) -> None:
    cast = scene.cast
    colleague = in_english(cast.colleague())
    cast.looks_in()
    here = f"/plans/{cast.plan_id}/look/"
    sheets = [f"{here}steps/{scene.steps['agreement']}/", f"{here}goals/{scene.goal}/"]
    _all_read_in_english(colleague, ["/desk/look/", here, *sheets], statuses={200})
    told = [f"/plans/{cast.plan_id}/{page}/" for page in ("today", "visits")]
    _all_read_in_english(in_english(cast.citizen), told, statuses={200})
    _all_read_in_english(in_english(cast.consultant), ["/desk/", f"/plans/{cast.plan_id}/"], statuses={200})


def test_the_doors_are_english(client: Client, db: None) -> None:
    _all_read_in_english(_english(client), ["/sign-in/", "/accessibility/", "/nothing/"], statuses={200, 404})


def test_a_consultant_without_citizens_and_a_supporter_without_plans_are_spoken_to_in_english(
    cast: Cast, colleague: Callable[[str], Person], in_english: SignedIn
) -> None:
    _all_read_in_english(in_english(colleague("consultant")), ["/desk/"])
    _all_read_in_english(in_english(cast.stranger), ["/"])


def _english(client: Client) -> Client:
    client.post("/settings/", {"language": "en"})
    return client


def _pages(plan_id: int, role: str) -> list[str]:
    own = {
        "citizen": ("today/", "visits/", "conversation/?week=1", *OF_THE_BROAD),
        "consultant": (*OF_THE_BROAD, "course/suggestions/"),
    }.get(role, ())
    return ["/notices/", "/ready/", *(f"/plans/{plan_id}/{address}" for address in (*OF_ALL, *own))]


def _all_read_in_english(client: Client, addresses: list[str], statuses: set[int] | None = None) -> None:
    """Pages that this person cannot open answer in English, too."""
    written, left, answered = own_words(), [], set()
    for address in addresses:
        answer = client.get(address, follow=True)
        answered.add(answer.status_code)
        text = answer.content.decode()
        assert 'lang="en"' in text, address
        left += [(address, words) for words in danish_left(text, written)]
    assert not left
    assert answered <= (statuses or {200, 404})
    assert statuses or 200 in answered
