"""Who sits at the table, named only as far as this seat may know them."""

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from backend.common.prepared import Prepared, a_number
from backend.people.models.person import initials_of
from backend.plans import access, protection
from backend.plans.access import BROAD, SCREEN, Seat
from backend.plans.models import Member


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
    """One query: the faces at the table, for this seat.

    The wall names citizen and consultant, and on its cards whoever is to do them; who else comes is not its business.
    """
    faces: dict[UUID, Face] = {}
    active = []
    for member_id, role, relation, name, first_name, ended_at in _MEMBERS.all(plan_id=seat.plan_id):
        face = protection.for_seat(seat, _face(seat, member_id, role, relation, name, first_name))
        faces[member_id] = face
        if ended_at is None and face.member_id and (seat.role != SCREEN or face.role in BROAD):
            active.append(face)
    return Table(faces, tuple(active))


_MEMBERS = Prepared(
    lambda: (
        Member.objects.filter(plan_id=a_number("plan_id"))
        .order_by("joined_at", "role", "pk")
        .values_list("pk", "role", "relation", "person__name", "person__first_name", "ended_at")
    )
)


def _face(seat: Seat, member_id: UUID, role: str, relation: str, name: str, first_name: str) -> Face:
    if not access.may_know(seat, member_id=member_id, role=role):
        return Face(None, str(_("En anden")), "·", "")
    if seat.role == SCREEN:
        return Face(member_id, first_name, first_name[:2], role)
    full = seat.is_broad or role in BROAD
    return Face(
        member_id=member_id,
        name=first_name if role == "citizen" or not full else name,
        initials=initials_of(name),
        role=role,
        relation=relation,
        is_me=member_id == seat.member_id,
    )
