"""The real settings, in a folder of their own that goes away; PostgreSQL and Redis when the environment names them."""

import os
import tempfile

from tests.services import REDIS_FOR_EACH

SCRATCH = tempfile.TemporaryDirectory(prefix="tavlen-tests-")
os.environ["TAVLEN_DATA_DIR"] = SCRATCH.name
os.environ["TAVLEN_SECRET_KEY"] = "k3y-of-the-tests-" * 4
if REDIS_FOR_EACH in os.environ:
    worker = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
    os.environ["TAVLEN_REDIS_URL"] = os.environ[REDIS_FOR_EACH].split()[worker]

from backend.config.settings import *  # noqa: E402, F403

# Django's test client makes the whole application anew: it should not read a thousand static files each time.
WHITENOISE_AUTOREFRESH = True
