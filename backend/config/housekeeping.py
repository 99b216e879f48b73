"""Once a minute, in every server process: what was removed long enough ago is deleted for good, old sessions too."""

import logging
import threading

from django.db import close_old_connections

from backend.people.limits import forget_attempts
from backend.people.sessions import SessionStore
from backend.people.walls import forget_walls
from backend.plans import visits
from backend.plans.forget import forget_removed
from backend.plans.run_out import end_what_ran_out

log = logging.getLogger(__name__)
SECONDS = 60


def start() -> None:
    """Begin keeping house in a thread of its own; it ends with the process."""
    threading.Thread(target=_keep_house, name="housekeeping", daemon=True).start()


def _keep_house() -> None:
    pause = threading.Event()
    while not pause.wait(SECONDS):
        try:
            close_old_connections()
            end_what_ran_out()
            forget_removed()
            forget_attempts()
            forget_walls()
            SessionStore.clear_expired()
            visits.look_tonight()
            visits.seal()
        except Exception:
            log.exception("keeping house failed; it is tried again in a minute")
