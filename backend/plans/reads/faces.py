"""Who sits at the table, named only as far as this seat may know them."""

from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from backend.common.prepared import Prepared, a_number
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
    members = _MEMBERS.all(plan_id=seat.plan_id)
    faces: dict[UUID, Face] = {}
    active = []
    for member in members:
        face = protection.for_seat(seat, _face(seat, member))
        faces[member.pk] = face
        if member.ended_at is None and face.member_id and (seat.role != SCREEN or member.role in BROAD):
            active.append(face)
    return Table(faces, tuple(active))


_MEMBERS = Prepared(
    lambda: (
        Member.objects.filter(plan_id=a_number("plan_id")).select_related("person").order_by("joined_at", "role", "pk")
    )
)


def _face(seat: Seat, member: Member) -> Face:
    if not access.may_know(seat, member_id=member.pk, role=member.role):
        return Face(None, str(_("En anden")), "·", "")
    person = member.person
    if seat.role == SCREEN:
        return Face(member.pk, person.first_name, person.first_name[:2], member.role)
    full = seat.is_broad or member.role in BROAD
    return Face(
        member_id=member.pk,
        name=person.first_name if member.role == "citizen" or not full else person.name,
        initials=person.initials,
        role=member.role,
        relation=member.relation,
        is_me=member.pk == seat.member_id,
    )
