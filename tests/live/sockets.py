"""Sockets for tests: signed in by a real session, answered by the real application."""

import asyncio
import contextlib
import json
from typing import Any

from asgiref.sync import sync_to_async
from channels.testing import WebsocketCommunicator
from django.conf import settings
from django.test import Client

from citizen_app.live import application

SOON = 5.0


def cookie_of(person: Any) -> str:
    """Signs in on a device of its own."""
    client = Client()
    client.force_login(person)
    return client.cookies[settings.SESSION_COOKIE_NAME].value


class Socket:
    """One open socket and what came over it."""

    def __init__(self, line: WebsocketCommunicator) -> None:
        self.line = line
        self.frames: list[dict[str, Any]] = []

    async def frame(self, within: float = SOON) -> dict[str, Any]:
        """The next message that tells of something; a sign of life is passed over."""
        while True:
            frame = await self.message(within)
            if set(frame) != {"upto"}:
                self.frames.append(frame)
                return frame

    async def message(self, within: float = SOON) -> dict[str, Any]:
        output = await self.line.receive_output(timeout=within)
        assert output["type"] == "websocket.send", output
        return dict(json.loads(output["text"]))

    async def up_to(self, number: int, within: float = SOON) -> list[dict[str, Any]]:
        """Every frame until this number is reached."""
        while not self.frames or self.frames[-1]["upto"] < number:
            await self.frame(within)
        return self.frames

    async def close_code(self, within: float = SOON) -> int:
        """The code it is closed with; anything that is sent before fails."""
        output = await self.line.receive_output(timeout=within)
        assert output["type"] == "websocket.close", output
        return int(output["code"])

    async def is_silent(self, for_seconds: float = 0.3) -> bool:
        return bool(await self.line.receive_nothing(timeout=for_seconds))

    async def say(self, text: str | None = None, raw: bytes | None = None) -> None:
        await self.line.send_to(text_data=text, bytes_data=raw)


class Sockets:
    """Opens sockets and closes them."""

    def __init__(self) -> None:
        self.opened: list[Socket] = []

    async def open(
        self, person: Any, plan_id: int, *, after: Any = None, page: str = "board", cookie: str | None = None
    ) -> Socket:
        """A socket as the browser opens it, from `after`."""
        cookie = cookie or (await sync_to_async(cookie_of)(person) if person else "")
        path = f"/live/plans/{plan_id}/?page={page}" + (f"&after={after}" if after is not None else "")
        headers = [(b"cookie", f"{settings.SESSION_COOKIE_NAME}={cookie}".encode())]
        socket = Socket(WebsocketCommunicator(application, path, headers=headers))
        is_accepted, _ = await socket.line.connect(timeout=SOON)
        assert is_accepted
        self.opened.append(socket)
        return socket

    async def close(self) -> None:
        for socket in self.opened:
            with contextlib.suppress(asyncio.CancelledError, TimeoutError):
                await socket.line.disconnect(timeout=SOON)
