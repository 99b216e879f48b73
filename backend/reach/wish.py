"""Say how one wishes to be nudged, and ask how: a person's own, at every table of theirs."""

from dataclasses import dataclass
from datetime import time

from django.utils.translation import gettext_lazy as _

from backend.common.errors import Refused
from backend.common.in_line import in_line
from backend.people.models import Person
from backend.plans.access import places_of
from backend.reach.letter_address import addresses_of
from backend.reach.models import Notice, Wishes
from backend.reach.wanted import wishes_of

Sort = Notice.Sort
AFTER_HOURS = (4, 24, 48, 72)
_OF_THE_TWO = frozenset({Sort.MESSAGE, Sort.PLAN})


@dataclass(frozen=True, slots=True)
class Wished:
    """What a person has chosen. `sorts`: (sort, is wanted) of those they can get; `ways`: (kind, where) of letters."""

    sorts: tuple[tuple[str, bool], ...]
    quiet_from: time
    quiet_to: time
    rhythm: str
    daily_at: time
    fall_back: str
    fall_back_after: int
    ways: tuple[tuple[str, str], ...]


def read_wishes(person: Person) -> Wished:
    """In four queries."""
    roles = {place.role for place in places_of(person_id=person.pk)}
    of_one = wishes_of([person.pk])[person.pk]
    wishes = of_one.wishes
    return Wished(
        sorts=tuple((sort.value, of_one.wants(sort)) for sort in _sorts_for(roles)),
        quiet_from=wishes.quiet_from,
        quiet_to=wishes.quiet_to,
        rhythm=wishes.rhythm,
        daily_at=wishes.daily_at,
        fall_back=wishes.fall_back,
        fall_back_after=wishes.fall_back_after,
        ways=tuple(addresses_of(person).items()),
    )


def _sorts_for(roles: set[str]) -> list[Notice.Sort]:
    """The conversation and the plan as a whole are the two's, the question of the week the citizen's."""
    kept = set() if roles & {"citizen", "consultant"} else set(_OF_THE_TWO)
    kept |= set() if roles & {"citizen", "consultant"} else {Sort.CHECK_IN}
    kept |= set() if "citizen" in roles else {Sort.WEEKLY}
    return [sort for sort in Sort if sort not in kept]


def wish(
    person: Person,
    *,
    wanted: set[str],
    quiet: tuple[time, time],
    rhythm: str,
    daily_at: time,
    fall_back: str,
    fall_back_after: int,
) -> None:
    """These are the wishes from now on, of what waits, too. Raises Refused."""
    if fall_back and fall_back not in addresses_of(person):
        raise Refused(_("Vi kender ikke en adresse, som vi kan skrive til."), code="no_address")
    if rhythm not in Wishes.Rhythm.values or fall_back_after not in AFTER_HOURS:
        raise Refused(_("Vælg en af de muligheder, der står her."), code="unknown")
    asked = {sort for sort, _is_wanted in read_wishes(person).sorts}
    told = {
        "off": sorted(asked - wanted - {Sort.WEEKLY}),
        "quiet_from": quiet[0],
        "quiet_to": quiet[1],
        "rhythm": rhythm,
        "daily_at": daily_at,
        "fall_back": fall_back,
        "fall_back_after": fall_back_after,
        "weekly": Sort.WEEKLY in wanted & asked,
    }
    with in_line():
        Wishes.objects.update_or_create(person=person, defaults=told)
