"""Who can prove who they are to the demo's MitID: its citizens, and two for whom it goes wrong."""

from dataclasses import dataclass

from backend.demo.stories import STORIES

LOW, SUBSTANTIAL = "low", "substantial"


@dataclass(frozen=True, slots=True)
class Proven:
    """`number` has ten digits as a social security number has, and is nobody's: no month has 99 days."""

    key: str
    name: str
    number: str
    level: str = SUBSTANTIAL


NUMBERS = {story.key: f"99{place:08}" for place, story in enumerate(STORIES)}
CITIZENS = tuple(Proven(story.key, story.name, NUMBERS[story.key]) for story in STORIES)
STRANGER = Proven("stranger", "Alma Fremmed", "9900009999")
LESS_PROVEN = Proven(f"{STORIES[0].key}-low", STORIES[0].name, NUMBERS[STORIES[0].key], LOW)
EVERYBODY = {one.key: one for one in (*CITIZENS, STRANGER, LESS_PROVEN)}
