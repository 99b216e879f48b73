"""When the chain of looks was last walked on this machine, and how much did not hold: for the administrators."""

from dataclasses import dataclass
from datetime import date, timedelta

from backend.common import clock
from backend.plans.verified import last_walk


@dataclass(frozen=True, slots=True)
class Verified:
    """When this machine last walked the chain, and how much did not hold. `is_late`: not today, nor yesterday."""

    on: date | None
    wrong: int
    is_late: bool


def read_verified() -> Verified:
    """What the last walk on this machine came to; no query."""
    told = last_walk()
    on = date.fromisoformat(told["done"]) if told.get("done") else None
    return Verified(on, len(told.get("wrong", ())), on is not None and on < clock.today() - timedelta(days=1))
