"""What Daphne runs: pages and API by our handler, sockets by the live board."""

import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "backend.config.settings")
django.setup(set_prefix=False)

from channels.routing import ProtocolTypeRouter  # noqa: E402  (the apps must be ready first)
from django.core.handlers.asgi import ASGIHandler  # noqa: E402

from citizen_app import live  # noqa: E402

application = ProtocolTypeRouter({"http": ASGIHandler(), "websocket": live.application})
