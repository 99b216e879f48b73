"""A meeting that is over, with a canary in everything that is said of it."""

from typing import Any
from uuid import UUID

from backend.common import clock
from backend.common.ids import new_id


def hold(rich: Any) -> UUID:
    """The supporter was asked; of what happened in it, they see only the goal and the words to take home."""
    meeting_id: UUID = rich.cast.meets("supporter")
    rich.step("citizen")
    rich.does("citizen", "set_goal_area", goal_id=rich.goals[0], life_area="work")
    rich.does("citizen", "add_challenge", challenge_id=new_id(), words=rich.canary())
    rich.does("citizen", "add_challenge", challenge_id=new_id(), words=rich.canary(), in_room=True)
    rich.does("supporter", "say_word", meeting_id=meeting_id, words=rich.canary("supporter"))
    rich.does("citizen", "end_meeting", meeting_id=meeting_id)
    rich.does("supporter", "rate_meeting", meeting_id=meeting_id, scale="way", score=4)
    for who in ("citizen", "consultant"):
        rich.does(who, "say_own_view", meeting_id=meeting_id, words=rich.canary())
    return meeting_id


def talk(rich: Any) -> None:
    """What the two write to each other, and what each took back."""
    rich.does("consultant", "agree_out_of_hours", words=rich.canary(), until=clock.today())
    for who in ("citizen", "consultant"):
        rich.does(who, "write_message", message_id=new_id(), words=rich.canary(), step_id=rich.steps[0])
        gone = new_id()
        rich.does(who, "write_message", message_id=gone, words=rich.only(who))
        rich.does(who, "remove_message", message_id=gone)
