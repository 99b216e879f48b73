"""Why somebody was not let in: a word for the page to make a sentence of, and nothing about the person."""

from enum import StrEnum


class Why(StrEnum):
    CANCELLED = "cancelled"  # they stopped themselves
    LATE = "late"  # it took too long, or began in another browser
    AWAY = "away"  # the broker does not answer
    LEVEL = "level"  # proven less well than asked for
    WRONG = "wrong"  # what came back is not to be believed
    UNKNOWN = "unknown"  # who they are is proven, and nobody here knows them
    NO_ROLE = "no-role"  # staff without a role in Tavlen


class NotIn(Exception):
    """Nobody is signed in. `detail` is for the log, and holds no claim and no token."""

    def __init__(self, why: Why, detail: str = "") -> None:
        super().__init__(why)
        self.why = why
        self.detail = detail
