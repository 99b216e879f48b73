"""What is said in the conversation when orders are played."""

from collections.abc import Callable
from typing import Any

from backend.common import clock


def _write(play: Any, a: int, b: int, c: int) -> dict[str, Any]:
    return {"message_id": play.new("message", a), "words": play.text(), "step_id": play.maybe("step", b)}


def _reword(play: Any, a: int, b: int, c: int) -> dict[str, Any]:
    one = play.old("message", a)
    return {"message_id": one, "text": play.text(), "was": play.was(play.world.messages, one, "words", c)}


CONVERSATION: dict[str, Callable[..., dict[str, Any]]] = {
    "write_message": _write,
    "reword_message": _reword,
    **dict.fromkeys(
        ("remove_message", "restore_message"), lambda play, a, b, c: {"message_id": play.old("message", a)}
    ),
    "agree_out_of_hours": lambda play, a, b, c: {"words": play.text(), "until": clock.today()},
    **dict.fromkeys(("show_reading", "hide_reading"), lambda play, a, b, c: {}),
}
