"""The floor for fan-out: bare Daphne sends one ready frame to every socket when somebody POSTs, and keeps nothing."""

import asyncio
import sys
from typing import Any

import uvloop

FRAME = '{"after":41,"upto":42,"fragments":[{"id":"s-0","html":"' + "x" * 600 + '"}]}'
_sends: set[Any] = set()


async def application(scope: dict[str, Any], receive: Any, send: Any) -> None:
    if scope["type"] == "websocket":
        await receive()
        await send({"type": "websocket.accept"})
        _sends.add(send)
        while (await receive())["type"] != "websocket.disconnect":
            pass
        _sends.discard(send)
    elif scope["type"] == "http":
        while (await receive()).get("more_body"):
            pass
        await asyncio.gather(*(tell({"type": "websocket.send", "text": FRAME}) for tell in _sends))
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b"{}"})


def serve(port: int) -> None:
    uvloop.install()
    from daphne.server import Server

    Server(application, endpoints=[f"tcp:port={port}:interface=127.0.0.1"], verbosity=0).run()


if __name__ == "__main__":
    serve(int(sys.argv[1]))
