"""What waits on a phone is said by the one who said it, not by whoever has signed in there since."""

import uuid

import httpx

from tests.server import Server


def letter(step_id: str) -> dict[str, object]:
    change = {"change_id": str(uuid.uuid4()), "kind": "add_step", "step_id": step_id, "title": "Gå hjem"}
    return {"device": str(uuid.uuid4()), "changes": [change]}


def enter(client: httpx.Client, who: str) -> tuple[str, str]:
    """(where their first page is, their key on their devices)"""
    page = client.post("/demo/enter", data={"as": who}, follow_redirects=True)
    return str(page.url), page.text.partition('data-person="')[2][:16]


def test_anothers_words_are_not_taken_for_mine(demo_server: Server) -> None:
    with httpx.Client(base_url=demo_server.url) as phone:
        _, consultant = enter(phone, "consultant")
        today, citizen = enter(phone, "citizen")
        plan = today.split("/plans/")[1].split("/")[0]
        step = str(uuid.uuid4())
        refused = phone.post(f"/api/plans/{plan}/changes", json=letter(step), headers={"Tavlen-Person": consultant})
        assert (refused.status_code, refused.json()["why"]) == (401, "Du er logget ud. Log ind igen.")
        taken = phone.post(f"/api/plans/{plan}/changes", json=letter(step), headers={"Tavlen-Person": citizen})
        assert taken.json()["outcomes"][0]["status"] == "accepted"


def test_nobody_is_not_somebody(demo_server: Server) -> None:
    with httpx.Client(base_url=demo_server.url) as phone:
        today, citizen = enter(phone, "citizen")
        plan = today.split("/plans/")[1].split("/")[0]
        phone.cookies.clear()
        answer = phone.post(
            f"/api/plans/{plan}/changes", json=letter(str(uuid.uuid4())), headers={"Tavlen-Person": citizen}
        )
        assert answer.status_code == 401
