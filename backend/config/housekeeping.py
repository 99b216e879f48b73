"""In every server process: once a minute what waited is sent, and what was removed long enough ago is deleted for good,
old sessions too; once a second it is written down who looks."""

import logging
import threading
from collections.abc import Callable

from django.db import close_old_connections

from backend.people.limits import forget_attempts
from backend.people.sessions import SessionStore
from backend.people.walls import forget_walls
from backend.plans import visits
from backend.plans.attach import sweep_attachments
from backend.plans.drafts import forget_old_drafts
from backend.plans.forget import forget_removed
from backend.plans.later import send_due
from backend.plans.run_out import end_what_ran_out
from backend.plans.verified import verify_tonight
from backend.reach import presence
from backend.reach.forget import forget_notices

log = logging.getLogger(__name__)
SECONDS = 60


def start() -> None:
    """Begin keeping house in threads of its own; they end with the process."""
    for name, seconds, work in rounds():
        threading.Thread(target=_again_and_again, args=(seconds, work), name=name, daemon=True).start()


def rounds() -> tuple[tuple[str, int, Callable[[], object]], ...]:
    """Each with how many seconds lie between; the chain of looks is long, and nothing else waits while it is walked."""
    return (
        ("housekeeping", SECONDS, _keep_house),
        ("presence", 1, presence.write_down),
        ("verify", SECONDS, verify_tonight),
    )


def _again_and_again(seconds: int, work: Callable[[], object]) -> None:
    pause = threading.Event()
    while not pause.wait(seconds):
        try:
            close_old_connections()
            work()
        except Exception:
            log.exception("keeping house failed; it is tried again")


def _keep_house() -> None:
    send_due()
    end_what_ran_out()
    forget_removed()
    forget_old_drafts()
    sweep_attachments()
    forget_attempts()
    forget_walls()
    forget_notices()
    presence.forget_old()
    SessionStore.clear_expired()
    visits.look_tonight()
    visits.seal()
