"""Who sits at the table, named only as far as this seat may know them."""

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from backend.common.prepared import Prepared, a_number
from backend.common.reading import once
from backend.people.models.person import initials_of
from backend.plans import protection
from backend.plans.access import BROAD, LOOKING_IN, SCREEN, Seat
from backend.plans.models import Member
from backend.plans.sight import may_know


@dataclass(frozen=True, slots=True)
class Face:
    """A member as one seat sees them. `member_id` is empty for somebody this seat may not know."""

    member_id: UUID | None
    name: str
    initials: str
    role: str
    relation: str = ""
    is_me: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Everybody who sits, or once sat, at a plan's table."""

    faces: dict[UUID, Face]
    active: tuple[Face, ...]

    def of(self, member_id: UUID | None) -> Face | None:
        return self.faces.get(member_id) if member_id else None

    def with_role(self, role: str) -> Face | None:
        return next((face for face in self.active if face.role == role), None)

    def of_me(self) -> Face | None:
        return next((face for face in self.active if face.is_me), None)


def read_table(seat: Seat) -> Table:
    """One query, and one reading of it: the faces at the table, for this seat.

    The wall names citizen and consultant, and on its cards whoever is to do them; who else comes is not its business.
    Whoever looks in for an hour reads first names, and not what anybody is to the citizen.
    """
    return once(("table", seat, get_language()), lambda: _read(seat))


def _read(seat: Seat) -> Table:
    faces: dict[UUID, Face] = {}
    active = []
    if seat.is_blank:
        return Table({}, ())
    for member_id, role, is_known, ended_at, *names in _MEMBERS.all(plan_id=seat.plan_id):
        if may_know(seat, member_id=member_id, role=role, is_known=is_known and ended_at is None):
            face = _face(seat, member_id, role, *names)
        else:
            face = Face(None, str(_("En anden")), "·", "")
        face = faces[member_id] = protection.for_seat(seat, face)
        if ended_at is None and face.member_id and (seat.role != SCREEN or face.role in BROAD):
            active.append(face)
    return Table(faces, tuple(active))


_MEMBERS = Prepared(
    lambda: (
        Member.objects.filter(plan_id=a_number("plan_id"))
        .order_by("joined_at", "role", "pk")
        .values_list("pk", "role", "is_known", "ended_at", "relation", "person__name", "person__first_name")
    )
)


def _face(seat: Seat, member_id: UUID, role: str, relation: str, name: str, first_name: str) -> Face:
    if seat.role in (SCREEN, LOOKING_IN):
        return Face(member_id, first_name, first_name[:2], role)
    full, is_me = seat.is_broad or role in BROAD, member_id == seat.member_id
    return Face(
        member_id=member_id,
        name=first_name if role == "citizen" or not full else name,
        initials=initials_of(name if full or is_me else first_name),
        role=role,
        relation=relation if full or is_me else "",
        is_me=is_me,
    )
