"""Once a day the chain of looks is walked by itself, and what does not hold is kept for the office to read."""

import json
import logging
from datetime import timedelta
from pathlib import Path
from typing import Any

from django.conf import settings

from backend.common import clock
from backend.plans import visits

log = logging.getLogger(__name__)
LONGEST = timedelta(minutes=30)


def verify_tonight(*, within: timedelta = LONGEST) -> bool:
    """Once a day on each machine, when tonight's look is in the chain. True when it was done now.

    The day is written down before the walk begins: another process of this machine then leaves it alone.
    """
    told = last_walk()
    if told.get("begun") == clock.today().isoformat() or not visits.is_tonight_chained():
        return False
    _tell({**told, "begun": clock.today().isoformat()})
    wrong = visits.verify(within=within)
    for one in wrong:
        log.error("who has looked: %s", one)
    if not wrong:
        log.info("who has looked: nobody has touched the visits")
    _tell({"begun": clock.today().isoformat(), "done": clock.today().isoformat(), "wrong": wrong})
    return True


def _file() -> Path:
    return Path(settings.TAVLEN_DATA_DIR) / "visits.verified"


def last_walk() -> dict[str, Any]:
    """Nothing, too, when the file is none of ours any more: then the chain is walked again."""
    try:
        told = json.loads(_file().read_text())
    except (OSError, ValueError):
        return {}
    return told if isinstance(told, dict) else {}


def _tell(told: dict[str, Any]) -> None:
    """Whole or not at all: a reader never finds half of it."""
    half = _file().with_suffix(".half")
    half.write_text(json.dumps(told))
    half.replace(_file())
