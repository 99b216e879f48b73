"""A meeting with as much in it as is allowed, or as an ordinary full one has, and what its wall is given."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from backend.common import clock
from backend.common.ids import new_id
from backend.people.models import Principle
from backend.plans import commands as do
from backend.plans.models import ProgressArea
from tests.access.open_meeting import begin
from tests.access.visitors import wall
from tests.cast import gather

SAID = "Ring til Jobcenteret sammen med Mette, og spørg efter en plads på tømrerholdet, når skolen er begyndt igen. "
NAMES = ("Frederikke", "Christoffer", "Magdalena", "Konstantin", "Anne-Marie", "Sebastian", "Josefine", "Maximilian")
AGREEMENTS, DONE, SMALL_STEPS, STRENGTHS, HARD = 7, 8, 4, 14, 3


@dataclass(frozen=True)
class Fill:
    """How long everything is that is written, in signs, and how many come beside the four who always do."""

    dream: int
    title: int
    strength: int
    hard: int
    word: int
    small: int
    guests: int


ORDINARY = Fill(dream=70, title=75, strength=65, hard=140, word=34, small=60, guests=2)
FULLEST = Fill(dream=500, title=120, strength=200, hard=200, word=60, small=200, guests=8)


def text(length: int, number: int = 0) -> str:
    """So many signs of ordinary Danish, no two alike."""
    start = f"{number + 1}. "
    return (start + SAID * 5)[:length].strip().ljust(length, "e")


class FullWall:
    """Lays the table; then `html` is what the wall is given, in the stage that the meeting has come to."""

    def __init__(self, fill: Fill) -> None:
        self.fill, self.cast, self.screen_id = fill, gather(), new_id()
        self.guests = ["supporter", "professional"]
        for name in NAMES[: fill.guests]:
            self.cast.sits_down(name, name)
            self.guests.append(name)
        Principle.objects.create(words=text(200 if fill is FULLEST else 80), place=1)
        self.plan()
        self.meeting_id = begin(self.cast, *self.guests, purpose=text(120 if fill is FULLEST else 60))
        self.lit = self.agree()
        self.says_the_rest()
        self.does("consultant", do.OpenScreen(screen_id=self.screen_id, room_name="Mødelokale 2"))

    def does(self, who: str, command: Any) -> None:
        self.cast.does(who, command)

    def plan(self) -> None:
        self.does("citizen", do.WriteLifeGoal(words=text(self.fill.dream), was=""))
        self.does("citizen", do.ShowInRoom(subject="life_goal"))
        for number in range(3):
            goal_id = self.cast.adds_goal(title=text(self.fill.title, number))
            self.does("citizen", do.ShowInRoom(subject="goal", subject_id=goal_id))
            self.goal_id = goal_id
        for number in range(DONE):
            step_id = self.let_in(self.cast.adds_step(title=text(self.fill.title, 20 + number)))
            self.does("citizen", do.MoveStep(step_id=step_id, status="done"))

        area = ProgressArea.objects.filter(plan_id=self.cast.plan_id, is_community=False).first()
        assert area is not None
        for number in range(SMALL_STEPS):
            entry_id, words = new_id(), text(self.fill.small, 40 + number)
            small = do.AddProgressEntry(progress_entry_id=entry_id, progress_area_id=area.pk, words=words)
            self.does("supporter" if number % 2 else "citizen", small)
            self.does("citizen", do.ShowInRoom(subject="progress_entry", subject_id=entry_id))

    def let_in(self, step_id: UUID) -> UUID:
        self.does("citizen", do.ShowInRoom(subject="step", subject_id=step_id))
        return step_id

    def agree(self) -> UUID:
        """Agreements of this meeting, with answers that differ; returns the one to be lit."""
        for number in range(AGREEMENTS):
            who, due = self.guests[number % len(self.guests)], clock.today() + timedelta(days=9 + number)
            fields: dict[str, Any] = {"responsible": self.cast.members[who], "due": due}
            step_id = self.let_in(self.cast.adds_step(title=text(self.fill.title, number), **fields))
            self.does("citizen", do.MoveStep(step_id=step_id, status="agreed"))
            self.does("consultant", do.GiveVoice(step_id=step_id, answer="not_yet"))
        return step_id

    def says_the_rest(self) -> None:
        for number in range(STRENGTHS):
            said = do.SuggestStrength(strength_id=(strength_id := new_id()), words=text(self.fill.strength, number))
            self.does("supporter", said)
            self.does("citizen", do.AcceptStrength(strength_id=strength_id))
        for number in range(HARD):
            hard: dict[str, Any] = {"words": text(self.fill.hard, number), "goal_id": self.goal_id, "in_room": True}
            self.does("citizen", do.AddChallenge(challenge_id=new_id(), **hard))
        for number, who in enumerate(("citizen", "consultant", *self.guests)):
            self.does(who, do.SayWord(meeting_id=self.meeting_id, words=text(self.fill.word, number)))

    def light(self, step_id: UUID | None) -> None:
        self.does("citizen", do.LightStep(meeting_id=self.meeting_id, step_id=step_id))

    def html(self) -> str:
        page: Any = wall(self.screen_id).get(f"/plans/{self.cast.plan_id}/screen/")
        assert page.status_code == 200
        return str(page.content.decode())
