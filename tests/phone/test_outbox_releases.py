"""What a phone has waiting outlives the release that wrote it: the device's own store, and the letter to the server."""

import uuid
from typing import Any

import httpx
from playwright.sync_api import expect

from tests.browsing import Windows
from tests.phone.table import lay_out, number_of, open_board, plan_of, settle
from tests.server import Server

# As the first release kept it, version 1 of the store: one that waits, one that was refused.
KEEP = """async ([person, items]) => {
  const asked = indexedDB.open(`tavlen-${person}`, 1);
  const db = await new Promise((done) => { asked.onsuccess = () => done(asked.result); });
  const all = db.transaction("outbox", "readwrite");
  items.forEach((item) => all.objectStore("outbox").add(item));
  await new Promise((done) => { all.oncomplete = done; });
  db.close();
}"""


def kept(kind: str, fields: dict[str, str], plan: str, **more: Any) -> dict[str, Any]:
    url = f"/api/plans/{plan}/changes"
    told = {"change_id": str(uuid.uuid4()), "kind": kind, "fields": fields, "url": url, "after": 3}
    return {**told, "said_at": "2026-11-21T09:30:00.000Z", **more}


def test_what_the_first_release_kept_is_sent_and_shown_by_this_one(windows: Windows, demo_server: Server) -> None:
    phone = windows.open_as("citizen", demo_server)
    step = lay_out(phone, "Find en bænk")
    open_board(phone)
    plan, before = plan_of(phone), number_of(phone)
    refused = {"status": "refused", "why": "Det er her ikke mere.", "code": "not_here"}
    items = [
        kept("move_step", {"step_id": step, "status": "doing"}, plan),
        kept("remark_on_step", {"step_id": step, "words": "Ved åen", "audience": "us"}, plan, outcome=refused),
        kept("fly_to_the_moon", {"step_id": step, "fuel": "te"}, plan),
    ]
    phone.evaluate(KEEP, [phone.locator("html").get_attribute("data-person"), items])
    phone.reload()
    settle(phone)
    expect(phone.locator(f"#in-doing > #s-{step}:not([data-pending])")).to_be_attached()
    assert number_of(phone) == before + 1
    expect(phone.locator("#refused li")).to_have_count(2)
    expect(phone.locator("#refused")).to_contain_text("Ved åen")
    expect(phone.locator("#refused")).to_contain_text("Vi kender ikke den slags ændring")


def letter_of_the_first_release(step: str, remark: str) -> dict[str, Any]:
    """Recorded from the first release's phone: a step, its move, and words about it."""
    at = "2026-11-21T21:14:08.511Z"
    ids = [str(uuid.uuid4()) for _ in range(3)]
    told = [
        {"kind": "add_step", "said_at": at, "step_id": step, "title": "Ring til Bo", "words": "", "how": ""},
        {"kind": "move_step", "said_at": at, "step_id": step, "status": "agreed"},
        {
            "kind": "remark_on_step",
            "said_at": at,
            "remark_id": remark,
            "step_id": step,
            "words": "I aften",
            "audience": "us",
        },
    ]
    return {
        "device": str(uuid.uuid4()),
        "changes": [{"change_id": one, **change} for one, change in zip(ids, told, strict=True)],
    }


def test_the_letter_of_the_first_release_is_read(demo_server: Server) -> None:
    with httpx.Client(base_url=demo_server.url, follow_redirects=True) as phone:
        plan = str(phone.post("/demo/enter", data={"as": "citizen"}).url).split("/plans/")[1].split("/")[0]
        letter = letter_of_the_first_release(str(uuid.uuid4()), str(uuid.uuid4()))
        address = f"/api/plans/{plan}/changes?after=1&page=board"
        first, again = (phone.post(address, json=letter).json()["outcomes"] for _ in range(2))
        assert [outcome["status"] for outcome in first] == ["accepted"] * 3
        assert [outcome["status"] for outcome in again] == ["repeated"] * 3


def test_what_a_newer_phone_says_is_refused_with_a_sentence_and_blocks_nothing(demo_server: Server) -> None:
    with httpx.Client(base_url=demo_server.url, follow_redirects=True) as phone:
        plan = str(phone.post("/demo/enter", data={"as": "citizen"}).url).split("/plans/")[1].split("/")[0]
        letter = letter_of_the_first_release(str(uuid.uuid4()), str(uuid.uuid4()))
        letter["changes"][1]["mood"] = "glad"
        told = phone.post(f"/api/plans/{plan}/changes?after=1&page=board", json=letter).json()["outcomes"]
        assert [outcome["status"] for outcome in told] == ["accepted", "refused", "accepted"]
        assert told[1]["why"] == "»mood« hører ikke til her. Tag det ud, og prøv igen."
