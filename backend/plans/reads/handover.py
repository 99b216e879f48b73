"""When a citizen gets another consultant: what the citizen wants them to know, and what the one before promised."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef

from backend.common import clock
from backend.common.errors import NotHere
from backend.plans.access import Seat
from backend.plans.models import AboutMe, Member, Step
from backend.plans.powers import step_powers
from backend.plans.reads.faces import Face, Table, read_table

NEW = timedelta(days=14)  # how long a consultant is new, and the citizen is asked for a letter to them


@dataclass(frozen=True, slots=True)
class AboutMeView:
    """The letter as it stands; empty words when none is written."""

    words: str
    on: date | None


@dataclass(frozen=True, slots=True)
class CarriedPromise:
    """A step that a former consultant promised. `who` has it now, if anybody; `says`: their own voice on it."""

    step_id: UUID
    title: str
    due: date | None
    is_over: bool
    by: Face
    who: Face | None
    says: str
    may_take: bool


@dataclass(frozen=True, slots=True)
class Takeover:
    """`before`: the consultant before this one, and `since` when this one is here."""

    whose: Face | None
    consultant: Face | None
    before: Face | None
    since: date | None
    promises: tuple[CarriedPromise, ...]

    @property
    def waiting(self) -> int:
        return sum(not one.who or one.says != "agreed" for one in self.promises)


def read_about_me(seat: Seat) -> AboutMeView:
    """One query. Raises NotHere for all but citizen and consultant."""
    _check(seat)
    told = AboutMe.objects.filter(plan_id=seat.plan_id).values_list("words", "at").first()
    return AboutMeView(told[0], clock.day_of(told[1])) if told else AboutMeView("", None)


def is_asked_for_letter(seat: Seat) -> bool:
    """The consultant is new, and the citizen has written them nothing yet; one query."""
    consultants = Member.objects.filter(plan_id=seat.plan_id, role="consultant")
    former = Member.objects.filter(plan=OuterRef("plan"), role="consultant", ended_at__isnull=False)
    letter = AboutMe.objects.filter(plan=OuterRef("plan"))
    new = consultants.filter(Exists(former), ~Exists(letter), ended_at=None, joined_at__gt=clock.now() - NEW)
    return seat.role == "citizen" and not seat.is_borrowed and new.exists()


def read_takeover(seat: Seat) -> Takeover:
    """Two queries beside the table's. Raises NotHere for all but citizen and consultant."""
    _check(seat)
    table = read_table(seat)
    rows = Member.objects.filter(plan_id=seat.plan_id, role="consultant").order_by("joined_at")
    places = list(rows.values_list("pk", "ended_at", "joined_at"))
    former = [pk for pk, ended_at, _joined_at in places if ended_at]
    since = next((clock.day_of(joined_at) for _pk, ended_at, joined_at in places if not ended_at), None)
    return Takeover(
        whose=table.with_role("citizen"),
        consultant=table.with_role("consultant"),
        before=table.of(former[-1]) if former else None,
        since=since if former else None,
        promises=_promises(seat, table),
    )


def _check(seat: Seat) -> None:
    if not seat.is_broad:
        raise NotHere


def _promises(seat: Seat, table: Table) -> tuple[CarriedPromise, ...]:
    """Those still open, by day; none is left out because somebody else has it now."""
    open_ones = Step.objects.filter(plan_id=seat.plan_id, promised_by__isnull=False, removed_at=None)
    steps = open_ones.exclude(status__in=("done", "dropped"))
    return tuple(
        _promise(seat, step, table) for step in sorted(steps, key=lambda one: (one.due or date.max, one.title))
    )


def _promise(seat: Seat, step: Step, table: Table) -> CarriedPromise:
    voice = step.voices.get(str(step.responsible_id), ())
    by = table.of(step.promised_by_id)
    assert by is not None
    is_asked = step.responsible_id == seat.member_id and (not voice or voice[0] != "agreed")
    return CarriedPromise(
        step_id=step.pk,
        title=step.title,
        due=step.due,
        is_over=step.due is not None and step.due < clock.today(),
        by=by,
        who=table.of(step.responsible_id),
        says=voice[0] if voice else "",
        may_take=seat.role == "consultant" and (is_asked or "take_step" in step_powers(seat, step)),
    )
