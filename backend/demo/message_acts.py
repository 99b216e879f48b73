"""From what the two wrote to each other to the acts."""

from __future__ import annotations

from collections.abc import Iterator

from backend.plans import commands as do

from .act import Act, id_of
from .stories.handed_on import HANDED_ON
from .stories.messages import FIRST_WORDS, MESSAGES
from .story import US, Story, Written


def messages_of(story: Story) -> Iterator[Act]:
    """The consultant's first word on the second day, and what was written since."""
    consultant = HANDED_ON[story.key].before if story.key in HANDED_ON else story.consultant
    first = FIRST_WORDS[consultant].format(name=story.name.partition(" ")[0])
    steps = {step.title: id_of(story, "step", number) for number, step in enumerate(story.steps)}
    written = (Written(max(0, story.began - 1), US, first), *MESSAGES.get(story.key, ()))
    for number, one in enumerate(written):
        message_id = id_of(story, "message", number)
        about = steps[one.about] if one.about else None
        files = (id_of(story, "attachment", number),) if one.brings else ()
        message = do.WriteMessage(message_id=message_id, words=one.words, step_id=about, attachments=files)
        yield Act(one.on, one.by, message, brings=one.brings)
