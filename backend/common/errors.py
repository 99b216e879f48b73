"""The two ways to say no: a sentence for the person who asked, or nothing here at all."""

from typing import Any


class Refused(Exception):
    """A change that cannot be made for a reason a person can read and act on.

    `why` is a (lazily translated) sentence, `code` a word for programs, `extra` what the person needs to go on,
    such as both texts when two people wrote at once.
    """

    def __init__(self, why: Any, *, code: str = "refused", extra: dict[str, Any] | None = None) -> None:
        super().__init__(code)
        self.why = why
        self.code = code
        self.extra = extra or {}


class NotHere(Exception):
    """Hidden, revoked or never there: the three look the same."""
