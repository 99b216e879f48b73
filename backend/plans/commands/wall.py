"""The wall of the room while a meeting is open: told what to show by a code that it shows itself, and made blank."""

from dataclasses import dataclass
from typing import ClassVar
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from backend.common.errors import NotHere, Refused
from backend.people.walls import take_wall, wall_there
from backend.plans.audience import US, Audience
from backend.plans.commands.base import Change, Happened, check_new
from backend.plans.models import Meeting, Screen
from backend.plans.models.meeting import LONGEST, is_open

ROOM = Audience(room=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class PairWall:
    """Let a wall whose code was typed in show the room of one open meeting, until that ends. A code counts once."""

    kind: ClassVar[str] = "pair_wall"
    told: ClassVar[str] = "wall_paired"
    power: ClassVar[str] = "open_screen"

    screen_id: UUID
    meeting_id: UUID
    wall_id: UUID
    round: int

    def carry_out(self, change: Change) -> Happened:
        check_new(Screen, self.screen_id)
        meeting = Meeting.objects.filter(plan=change.plan, pk=self.meeting_id)
        open_now = meeting.filter(is_open(change.now - LONGEST)).first()
        if not meeting.exists() or wall_there(self.wall_id) is None:
            raise NotHere
        if open_now is None or open_now.started_at is None:
            raise Refused(_("Der er ikke et møde i gang. Start mødet først."), code="not_open")
        room_name = take_wall(self.wall_id, round=self.round, screen_id=self.screen_id)
        if room_name is None:
            raise Refused(_("Koden er brugt. Skriv den, der står på skærmen nu."), code="used")
        Screen.objects.create(
            pk=self.screen_id,
            plan=change.plan,
            meeting=open_now,
            room_name=room_name,
            opened_by_id=change.me,
            opened_at=change.now,
            until=open_now.started_at + LONGEST,
        )
        return Happened(meeting_id=open_now.pk, only=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class BlankRoom:
    """Make every wall blank at once: from now on it reads nothing, and is told nothing."""

    kind: ClassVar[str] = "blank_room"
    told: ClassVar[str] = "room_blanked"
    power: ClassVar[str] = "blank_room"

    def carry_out(self, change: Change) -> Happened:
        return _be_blank(change, True)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowRoom:
    """Let the walls show again what the room may see."""

    kind: ClassVar[str] = "show_room"
    told: ClassVar[str] = "room_shown"
    power: ClassVar[str] = "show_room"

    def carry_out(self, change: Change) -> Happened:
        return _be_blank(change, False)


def _be_blank(change: Change, is_blank: bool) -> Happened:
    is_news = change.plan.room_blank != is_blank
    change.plan.room_blank = is_blank
    change.plan.save(update_fields=["room_blank"])
    return Happened(only=True, also=ROOM if is_news else US, new_policy=True)
