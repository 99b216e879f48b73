"""Real servers, real sockets: one process on SQLite, or two over PostgreSQL and Redis, each hearing the other."""

import asyncio
import contextlib
import json
from typing import Any

import httpx
import pytest
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from backend.common.ids import new_id
from tests.phone.hands import SOON
from tests.server import Server


class Person:
    """Signed in on one process of the server."""

    def __init__(self, server: Server, who: str, process: int) -> None:
        self.url = server.urls[process % len(server.urls)]
        self.http = httpx.Client(base_url=self.url, follow_redirects=True, timeout=20)
        entered = self.http.post("/demo/enter", data={"as": who})
        assert entered.status_code == 200, entered.text[:300]
        self.plan = int(entered.text.split('data-plan-id="')[1].split('"')[0])
        self.seq = int(entered.text.split('data-seq="')[1].split('"')[0])

    def headers(self) -> dict[str, str]:
        return {"Cookie": "; ".join(f"{name}={value}" for name, value in self.http.cookies.items())}

    def socket(self, page: str = "board") -> Any:
        address = f"{self.url.replace('http', 'ws')}/live/plans/{self.plan}/?after={self.seq}&page={page}"
        return connect(address, additional_headers=self.headers(), origin=self.url)  # type: ignore[arg-type]

    def writes(self, *titles: str) -> list[dict[str, Any]]:
        changes = [{"kind": "add_step", "step_id": str(new_id()), "title": title} for title in titles]
        return self.sends(*changes)

    def sends(self, *changes: dict[str, Any]) -> list[dict[str, Any]]:
        body = {"device": str(new_id()), "changes": [{"change_id": str(new_id()), **change} for change in changes]}
        told = self.http.post(f"/api/plans/{self.plan}/changes?after={self.seq}", json=body)
        assert told.status_code == 200, told.text[:300]
        return list(told.json()["outcomes"])


async def frames_up_to(socket: ClientConnection, number: int, within: float = 10) -> list[dict[str, Any]]:
    frames: list[dict[str, Any]] = []
    async with asyncio.timeout(within):
        while not frames or frames[-1]["upto"] < number:
            frame = json.loads(await socket.recv())
            if frame.get("after", -1) < frame["upto"] and "after" in frame:
                frames.append(frame)
    return frames


async def test_what_one_process_wrote_the_other_shows(demo_server: Server) -> None:
    citizen, consultant = Person(demo_server, "citizen", 0), Person(demo_server, "consultant", 1)
    consultant.plan, consultant.seq = citizen.plan, citizen.seq
    async with consultant.socket() as socket, citizen.socket() as own:
        await asyncio.sleep(0.5)
        number = (await asyncio.to_thread(citizen.writes, "Købe sko"))[-1]["number"]
        for line in (socket, own):
            frames = await frames_up_to(line, number)
            assert frames[0]["after"] == citizen.seq
            assert "Købe sko" in json.dumps(frames, ensure_ascii=False)


async def test_a_heart_given_on_one_process_is_seen_on_the_other(demo_server: Server) -> None:
    citizen, consultant = Person(demo_server, "citizen", 0), Person(demo_server, "consultant", 1)
    consultant.plan, meeting = citizen.plan, {"meeting_id": str(new_id())}
    planned = {"kind": "plan_meeting", "meeting_kind": "follow_up", "starts_at": SOON, **meeting}
    outcomes = await asyncio.to_thread(citizen.sends, planned, {"kind": "start_meeting", **meeting})
    citizen.seq = consultant.seq = outcomes[-1]["number"]
    async with consultant.socket() as given, citizen.socket() as told, asyncio.timeout(10):
        await asyncio.sleep(0.5)
        await given.send('{"react": "heart"}')
        for line, mine in ((given, True), (told, False)):
            while "gesture" not in (frame := json.loads(await line.recv())):
                pass
            assert (frame["gesture"]["who"], frame["gesture"]["mine"]) == ("Torben", mine)


async def test_two_hundred_changes_arrive_without_a_gap(demo_server: Server) -> None:
    citizen, consultant = Person(demo_server, "citizen", 0), Person(demo_server, "consultant", 1)
    consultant.plan, consultant.seq = citizen.plan, citizen.seq
    begun, number = citizen.seq, 0
    frames: list[dict[str, Any]] = []

    async def watches() -> None:
        """As the browser does: a line that is cut is opened again from the page's number."""
        while not frames or frames[-1]["upto"] < begun + 200:
            with contextlib.suppress(ConnectionClosed):
                async with consultant.socket() as socket:
                    while consultant.seq < begun + 200:
                        frames.extend(await frames_up_to(socket, consultant.seq + 1, within=60))
                        consultant.seq = frames[-1]["upto"]

    watching = asyncio.create_task(watches())
    for start in range(0, 200, 20):
        titles = [f"Skridt {n}" for n in range(start, start + 20)]
        number = (await asyncio.to_thread(citizen.writes, *titles))[-1]["number"]
    assert number == begun + 200
    await asyncio.wait_for(watching, 60)
    assert [frame["after"] for frame in frames] == [begun, *[frame["upto"] for frame in frames[:-1]]]


async def test_signing_out_on_one_process_closes_the_socket_on_the_other(demo_server: Server) -> None:
    citizen = Person(demo_server, "citizen", 0)
    elsewhere = Person(demo_server, "citizen", 1)
    elsewhere.http.cookies = citizen.http.cookies
    async with elsewhere.socket() as socket:
        await asyncio.sleep(0.5)
        await asyncio.to_thread(citizen.http.post, "/sign-out/")
        with pytest.raises(ConnectionClosed) as closed:
            async with asyncio.timeout(3):
                while True:
                    await socket.recv()
        assert closed.value.rcvd is not None
        assert closed.value.rcvd.code == 4401


async def test_a_frame_larger_than_64_kb_ends_the_socket(demo_server: Server) -> None:
    citizen = Person(demo_server, "citizen", 0)
    async with citizen.socket() as socket:
        await socket.send("x" * 70_000)
        with pytest.raises(ConnectionClosed):
            async with asyncio.timeout(5):
                while True:
                    await socket.recv()


async def test_bad_manners_end_the_socket_with_a_code_of_our_own(demo_server: Server) -> None:
    citizen = Person(demo_server, "citizen", 0)
    async with citizen.socket() as socket:
        for _ in range(7):
            await socket.send("x")
        with pytest.raises(ConnectionClosed) as closed:
            async with asyncio.timeout(5):
                while True:
                    await socket.recv()
        assert closed.value.rcvd is not None
        assert closed.value.rcvd.code == 4008
