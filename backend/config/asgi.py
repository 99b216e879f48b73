"""Run by Daphne: pages and API by our handler, sockets by the live board. It does not start under unsafe settings."""

import gc
import os

import django

gc.disable()  # until all is made: none of it is rubbish
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "backend.config.settings")
django.setup(set_prefix=False)

from channels.routing import ProtocolTypeRouter  # noqa: E402  (the apps must be ready first)

from backend.config import housekeeping  # noqa: E402
from backend.config.checks import refuse_to_start_unsafely  # noqa: E402
from backend.config.handler import Handler  # noqa: E402
from backend.config.socket_guard import OurPagesOnly  # noqa: E402
from citizen_app import live  # noqa: E402

refuse_to_start_unsafely()
housekeeping.start()
application = ProtocolTypeRouter({"http": Handler(), "websocket": OurPagesOnly(live.application)})
gc.enable()
gc.freeze()  # what was made so far stays: looking through it for rubbish stops every request for a tenth of a second
gc.set_threshold(10_000, 20, 20)
