"""What the two do in their conversation, in the scene."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from backend.common import clock
from backend.common.ids import new_id
from backend.plans import commands as c
from tests.live.scene import Scene

CONVERSATION: dict[str, list[tuple[str, Callable[[Scene], Any]]]] = {
    "write_message": [
        ("citizen", lambda s: c.WriteMessage(message_id=new_id(), words="Den her <b>", step_id=s.steps["wish"])),
        ("consultant", lambda s: c.WriteMessage(message_id=new_id(), words="Se https://example.dk\nJa")),
    ],
    "reword_message": [
        ("citizen", lambda s: c.RewordMessage(message_id=s.messages["mine"], text="Ring", was="Kan vi tale sammen?"))
    ],
    "remove_message": [("citizen", lambda s: c.RemoveMessage(message_id=s.messages["about"]))],
    "restore_message": [("citizen", lambda s: c.RestoreMessage(message_id=s.messages["removed"]))],
    "read_messages": [("consultant", lambda s: c.ReadMessages(upto=3)), ("citizen", lambda s: c.ReadMessages(upto=2))],
    "show_reading": [("citizen", lambda s: c.ShowReading())],
    "agree_out_of_hours": [
        ("consultant", lambda s: c.AgreeOutOfHours(words="Til kl. 22", until=clock.today() + timedelta(days=9)))
    ],
    "hide_reading": [("citizen", lambda s: c.HideReading())],
}
