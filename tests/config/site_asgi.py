"""The small site as Daphne runs it: put together as backend/config/asgi.py does, with an echo behind the sockets."""

import os
from typing import Any

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "tests.config.site_settings"
django.setup(set_prefix=False)

from channels.routing import ProtocolTypeRouter  # noqa: E402  (the apps must be ready first)

from backend.config.handler import Handler  # noqa: E402
from backend.config.socket_guard import OurPagesOnly  # noqa: E402


async def echo(scope: dict[str, Any], receive: Any, send: Any) -> None:
    await receive()
    await send({"type": "websocket.accept"})
    while (message := await receive())["type"] == "websocket.receive":
        await send({"type": "websocket.send", "text": message["text"]})


application = ProtocolTypeRouter({"http": Handler(), "websocket": OurPagesOnly(echo)})
