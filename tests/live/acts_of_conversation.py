"""What the two do in their conversation, in the scene."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from backend.common import clock
from backend.common.ids import new_id
from backend.plans import commands as c
from backend.plans.attach import keep_attachment
from backend.plans.later import schedule
from backend.plans.models import Member, Message, Plan, ScheduledMessage
from backend.plans.reads.conversation import LEAF
from tests.live.scene import Scene
from tests.plans.pictures import document, photo


def _turn_the_leaf(scene: Scene) -> c.WriteMessage:
    """The next message is the first of the third leaf, so that the first leaf goes from the page."""
    amina = Member.objects.get(pk=scene.member["citizen"])
    written = range(amina.plan.message_head + 1, 2 * LEAF + 1)
    Message.objects.bulk_create(
        Message(plan=amina.plan, number=number, member=amina, words=f"{number}", at=clock.now()) for number in written
    )
    Plan.objects.filter(pk=amina.plan_id).update(message_head=2 * LEAF)
    scene.cast.does("citizen", c.ShowReading())  # those pages are opened anew
    return c.WriteMessage(message_id=new_id(), words="Nu vender vi bladet")


def _wait(scene: Scene) -> c.SendScheduled:
    schedule(scene.cast.seat("consultant"), words="God morgen", due_at=clock.now() + timedelta(hours=1))
    return c.SendScheduled(scheduled_id=ScheduledMessage.objects.get().pk)


def _with_a_photo(scene: Scene) -> c.WriteMessage:
    """A photo and a file, and no words."""
    ids = (new_id(), new_id())
    for one, content in zip(ids, (photo(size=(64, 48)), document()), strict=True):
        keep_attachment(scene.cast.seat("citizen"), attachment_id=one, content=content, name="Brev.pdf")
    return c.WriteMessage(message_id=new_id(), words="", attachments=ids)


CONVERSATION: dict[str, list[tuple[str, Callable[[Scene], Any]]]] = {
    "write_message": [
        ("citizen", lambda s: c.WriteMessage(message_id=new_id(), words="Den her <b>", step_id=s.steps["wish"])),
        ("consultant", _turn_the_leaf),
        ("citizen", _with_a_photo),
        ("consultant", lambda s: c.WriteMessage(message_id=new_id(), words="Se https://example.dk\nJa")),
    ],
    "send_scheduled": [("consultant", _wait)],
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
