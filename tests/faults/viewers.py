"""People who only watch: each holds a page as static/js does, and can be held to a fresh one."""

import asyncio
import json
import re
import threading
import time
from collections.abc import Coroutine, Sequence
from difflib import unified_diff
from random import Random
from typing import Any, TypeVar

import httpx
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed, InvalidHandshake

from tests.faults.history import History
from tests.faults.people import Person
from tests.live import dom

DARK = {4401, 4404}
SILENCE_SECONDS = 13.5  # after which a line is held to be dead, as in live.js
MARKS = re.compile(r"kanarie-(\w+)")
NUMBERED = re.compile(r"kanarie-table-at-(\d+)")
PAGES = {
    "citizen": (("board", "?view=board"), ("way", ""), ("today", "today/")),
    "consultant": (("desk", ""), ("strengths", "strengths/")),
    "supporter": (("shared", ""),),
    "professional": (("shared", ""),),
    "screen": (("screen", "screen/"),),
}
Asked = TypeVar("Asked")


class Viewer:
    """One open page. `seq` is the number it stands at; `dark_at` when it was told that there is nothing here for it."""

    def __init__(self, name: str, person: Person, page: tuple[str, str], history: History, seed: str) -> None:
        self.name, self.person, self.history = name, person, history
        self.page, self.path = page[0], f"/plans/{person.plan_id}/{page[1]}"
        self.rng = Random(f"{seed} {name}")
        self.seq = -1
        self.tree = dom.Node()
        self.dark_at = 0.0
        self.moments: list[tuple[float, int]] = []  # when it reached which number
        self.task: asyncio.Task[None] | None = None

    async def watch(self) -> None:
        """Until it is dark: opened, cut, opened again, as live.js does."""
        tries = 0
        async with httpx.AsyncClient(base_url=self.person.url, headers=self.person.headers, timeout=15) as http:
            while not self.dark_at:
                try:
                    await (self._catch_up(http) if self.seq >= 0 else self._load(http))
                    tries = 0
                    await self._listen(http)
                except (httpx.HTTPError, OSError, ConnectionClosed, InvalidHandshake, TimeoutError):
                    tries += 1
                await asyncio.sleep(min(10.0, 0.3 * 2 ** max(tries - 1, 0)) * self.rng.uniform(0.5, 1))

    async def _listen(self, http: httpx.AsyncClient) -> None:
        address = f"{self.person.url.replace('http', 'ws')}/live/plans/{self.person.plan_id}/"
        query = f"?after={self.seq}&page={self.page}"
        how: Any = {"additional_headers": self.person.headers, "origin": self.person.url, "max_size": None}
        try:
            async with connect(address + query, open_timeout=10, **how) as socket:
                while not self.dark_at:
                    text = str(await asyncio.wait_for(socket.recv(), SILENCE_SECONDS))
                    self._hear(text)
                    await self._take(http, json.loads(text))
        except ConnectionClosed as closed:
            if closed.rcvd is not None and closed.rcvd.code in DARK:
                self._go_dark(closed.rcvd.code)
                return
            raise

    async def _take(self, http: httpx.AsyncClient, frame: dict[str, Any]) -> None:
        """As swap.js: what is passed is left out, a gap is caught up, `reload` fetches the page anew."""
        if frame.get("reload"):
            await self._load(http)
        elif "fragments" not in frame:
            if frame["upto"] > self.seq:
                await self._catch_up(http)
        elif frame["after"] > self.seq:
            self.history.note("gap", who=self.name, stands_at=self.seq, after=frame["after"])
            await self._catch_up(http)
        elif frame["upto"] > self.seq:
            dom.apply(self.tree, frame)
            self._stand_at(frame["upto"])

    async def _catch_up(self, http: httpx.AsyncClient) -> None:
        query = {"after": str(self.seq), "page": self.page}
        answer = await http.get(f"/api/plans/{self.person.plan_id}/catch-up", params=query)
        if self._is_good(answer):
            await self._take(http, answer.json())

    async def _load(self, http: httpx.AsyncClient) -> None:
        answer = await http.get(self.path)
        if self._is_good(answer):
            self.tree = dom.read(answer.text)
            self._stand_at(_number(self.tree))

    def _is_good(self, answer: httpx.Response) -> bool:
        """Whether there is a page or a frame in it; 5xx is as good as silence."""
        if answer.status_code >= 500:
            raise TimeoutError
        self._hear(answer.text)
        if answer.status_code in (302, 401, 404):
            self._go_dark(answer.status_code)
        return answer.status_code == 200

    def _stand_at(self, number: int) -> None:
        self.seq = number
        self.moments.append((time.monotonic(), number))

    def _go_dark(self, code: int) -> None:
        self.dark_at = time.monotonic()
        self.history.note("dark", who=self.name, code=code)

    def _hear(self, text: str) -> None:
        marks, numbers = sorted(set(MARKS.findall(text))), sorted({int(n) for n in NUMBERED.findall(text)})
        if marks:
            is_broad = self.person.is_broad
            self.history.note("heard", who=self.name, is_broad=is_broad, marks=marks, numbers=numbers)

    async def compare(self, within: float) -> None:
        """Beside the page as it is fetched now. Nobody may be writing meanwhile."""
        deadline = time.monotonic() + within
        async with httpx.AsyncClient(base_url=self.person.url, headers=self.person.headers, timeout=15) as http:
            while (fresh := dom.read((await http.get(self.path)).text)) and _number(fresh) != self.seq:
                if time.monotonic() > deadline:
                    self._compared([f"stands at {self.seq}, the fresh page at {_number(fresh)}"])
                    return
                await asyncio.sleep(0.1)
        is_narrow = not self.person.is_broad
        followed, now = (dom.picture(page, is_narrow=is_narrow).split("\n") for page in (self.tree, fresh))
        self._compared([*unified_diff(followed, now, "followed", "fresh", lineterm="")])

    def _compared(self, differences: Sequence[str]) -> None:
        self.history.note("compared", who=self.name, number=self.seq, differences="\n".join(differences[:60]))


def _number(page: dom.Node) -> int:
    plan = page.find("plan")
    return int(plan.attrs["data-seq"]) if plan else -1


class Audience:
    """Viewers in a loop and thread of their own."""

    def __init__(self) -> None:
        self.viewers: list[Viewer] = []
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()

    def seat(self, viewers: Sequence[Viewer], *, within: float = 30) -> None:
        """They sit down, and have a page when this returns."""
        self.viewers += viewers
        for viewer in viewers:
            self._loop.call_soon_threadsafe(self._begin, viewer)
        self.wait_for(0, within=within)

    def _begin(self, viewer: Viewer) -> None:
        viewer.task = self._loop.create_task(viewer.watch())

    def wait_for(self, number: int, *, within: float) -> list[Viewer]:
        """Until all stand at this number (narrow ones count otherwise: they only have a page); who does not yet."""
        deadline = time.monotonic() + within
        while late := [v for v in self.viewers if v.seq < (number if v.person.is_broad else 0) and not v.dark_at]:
            if time.monotonic() > deadline:
                break
            time.sleep(0.05)
        return late

    def compare(self, *, within: float = 30) -> None:
        """Every viewer that still sees something beside a fresh page; a few at a time."""
        seeing = [viewer for viewer in self.viewers if not viewer.dark_at]
        for start in range(0, len(seeing), 6):
            self._run(_together([viewer.compare(within) for viewer in seeing[start : start + 6]]))

    def leaves(self) -> None:
        self._run(_end([viewer.task for viewer in self.viewers if viewer.task]))
        self.viewers.clear()

    def close(self) -> None:
        self.leaves()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()

    def _run(self, work: Coroutine[Any, Any, Asked]) -> Asked:
        return asyncio.run_coroutine_threadsafe(work, self._loop).result()


async def _together(works: Sequence[Coroutine[Any, Any, None]]) -> None:
    await asyncio.gather(*works)


async def _end(tasks: Sequence[asyncio.Task[None]]) -> None:
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
