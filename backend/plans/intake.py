"""Citizens brought in from a spreadsheet: first what would happen, line by line, then all of it or nothing."""

from collections import Counter
from dataclasses import dataclass
from typing import Any, Literal

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from backend.common.errors import Refused
from backend.common.ids import new_id
from backend.common.in_line import in_line
from backend.people.models import Person
from backend.people.spreadsheet import read_spreadsheet
from backend.plans import access
from backend.plans.change import make_change
from backend.plans.commands import Command, ReplaceConsultant, SetProtection
from backend.plans.intake_lines import NAMES, Line, Lines, Wrong, read_lines
from backend.plans.models import Member, Plan
from backend.plans.open import open_plan

Act = Literal["new", "move", "protect", "same", "wrong"]


@dataclass(frozen=True, slots=True)
class Planned:
    """A line and what would be done. `before`: the consultant whom the citizen has now, when that would change."""

    line: Line
    act: Act
    consultant: Person | None = None
    before: str = ""
    plan_id: int | None = None
    protects: bool = False
    wrong: tuple[Wrong, ...] = ()


@dataclass(frozen=True, slots=True)
class Intake:
    """What a file would do: its lines, what is wrong with them first, and the headings that are not read."""

    planned: tuple[Planned, ...]
    unread: tuple[str, ...] = ()

    @property
    def lines(self) -> tuple[Line, ...]:
        return tuple(one.line for one in sorted(self.planned, key=lambda one: one.line.row))

    @property
    def counts(self) -> Counter[str]:
        """How many lines of each kind."""
        return Counter(one.act for one in self.planned)

    @property
    def may_be_made(self) -> bool:
        """Something would happen, and nothing is wrong."""
        return not self.counts["wrong"] and len(self.planned) > self.counts["same"]


def read_intake(content: bytes) -> Intake:
    """What a spreadsheet would do, as things stand. Raises Refused when it cannot be read as a whole."""
    return plan_intake(read_lines(read_spreadsheet(content)))


def plan_intake(lines: Lines) -> Intake:
    """Every line against the people and plans there are now."""
    look = _Look(lines.lines)
    planned = [look.at(line) for line in lines.lines]
    return Intake(tuple(sorted(planned, key=lambda one: (one.act != "wrong", one.line.row))), lines.unread)


def bring_in(lines: tuple[Line, ...], *, by: int) -> Counter[str]:
    """Do all of it in one transaction, as things stand now; how many of each kind. Raises Refused, and then nothing
    is done. What stands already is passed over, so the same file twice is once."""
    try:
        with in_line(), transaction.atomic():
            intake = plan_intake(Lines(lines, ()))
            if intake.counts["wrong"]:
                raise Refused(_("Noget har ændret sig imens. Se listen igennem igen."), code="changed")
            for planned in intake.planned:
                _carry_out(planned, by)
    except IntegrityError:
        raise Refused(_("Noget har ændret sig imens. Se listen igennem igen."), code="changed") from None
    return intake.counts


def _carry_out(planned: Planned, by: int) -> None:
    line, consultant = planned.line, planned.consultant
    assert consultant is not None
    if planned.act == "new":
        citizen = Person.objects.filter(handle=line.handle).first() or Person.objects.create_person(
            handle=line.handle, name=line.name, born=line.born
        )
        open_plan(citizen=citizen, consultant=consultant, protected=bool(line.protected))
    if planned.act == "move":
        _change(planned, ReplaceConsultant(member_id=new_id(), person_id=consultant.pk), by)
    if planned.protects:
        _change(planned, SetProtection(protected=True), by)


def _change(planned: Planned, command: Command, by: int) -> None:
    assert planned.plan_id is not None
    seat = access.office_seat(person_id=by, plan_id=planned.plan_id)
    make_change(seat, command, device=new_id(), change_id=new_id())


class _Look:
    """The people and plans that the lines are about, read once."""

    def __init__(self, lines: tuple[Line, ...]) -> None:
        handles = [line.handle for line in lines]
        self.people = {person.handle: person for person in Person.objects.filter(handle__in=handles)}
        plans = Plan.objects.filter(citizen__in=self.people.values()).prefetch_related("members__person")
        self.plans = {plan.citizen_id: plan for plan in plans}
        self.consultants = list(Person.objects.filter(staff_role="consultant", is_active=True))

    def at(self, line: Line) -> Planned:
        consultant, wrong = self._consultant(line)
        wrong = [*line.wrong, *wrong]
        citizen = self.people.get(line.handle)
        plan = self.plans.get(citizen.pk) if citizen else None
        if citizen:
            wrong += _wrong_with(citizen, line)
        if plan:
            wrong += _wrong_with_plan(plan, line, consultant)
        if wrong or consultant is None:
            return Planned(line, "wrong", wrong=tuple(wrong))
        return _planned(line, plan, consultant)

    def _consultant(self, line: Line) -> tuple[Person | None, list[Wrong]]:
        """By e-mail, handle or full name. What was already said of the cell is not said twice."""
        name = line.consultant.casefold()
        if not name:
            return None, []
        found = [one for one in self.consultants if name in (one.email.casefold(), one.handle, one.name.casefold())]
        if len(found) == 1:
            return found[0], []
        told = {"name": line.consultant}
        why = _("Flere hedder »%(name)s«. Skriv e-mail i stedet.") if found else _("Vi kender ikke »%(name)s«.")
        return None, [_in("consultant", why % told)]


def _in(field: str, why: Any) -> Wrong:
    return Wrong(str(NAMES[field]), why)


def _wrong_with(citizen: Person, line: Line) -> list[Wrong]:
    wrong = []
    if citizen.name.casefold() != line.name.casefold():
        wrong.append(_in("name", _("Nummeret findes i forvejen med et andet navn.")))
    if not citizen.is_active:
        wrong.append(_in("number", _("Borgeren er lukket i Tavlen.")))
    return wrong


def _wrong_with_plan(plan: Plan, line: Line, consultant: Person | None) -> list[Wrong]:
    wrong = []
    if plan.protected and line.protected is False:
        wrong.append(_in("protected", _("Borgeren er beskyttet i Tavlen. Det kan en fil ikke slå fra.")))
    place = next((one for one in _sitting(plan) if consultant and one.person_id == consultant.pk), None)
    if place and place.role != "consultant":
        wrong.append(_in("consultant", _("Konsulenten sidder allerede ved bordet som noget andet.")))
    return wrong


def _sitting(plan: Plan) -> list[Member]:
    return [member for member in plan.members.all() if member.ended_at is None]


def _planned(line: Line, plan: Plan | None, consultant: Person) -> Planned:
    if plan is None:
        return Planned(line, "new", consultant)
    before = next(member.person for member in _sitting(plan) if member.role == "consultant")
    protects = bool(line.protected) and not plan.protected
    if before.pk != consultant.pk:
        return Planned(line, "move", consultant, before.name, plan.pk, protects)
    return Planned(line, "protect" if protects else "same", consultant, "", plan.pk, protects)
