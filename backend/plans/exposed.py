"""What others can read of a protected plan: compared before and after a change, so that no place slips out unasked.

It does not ask which command it was. Whatever brings words to somebody who could not read them (sharing, rewording,
saying who is to do a step, hanging it on a shared goal) is met here, and so are commands to come.
"""

from collections.abc import Iterator
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from backend.common import clock
from backend.common.errors import Refused
from backend.plans.access import BROAD, Seat
from backend.plans.models import (
    Challenge,
    Goal,
    Invitation,
    Measurement,
    MeetingWord,
    Plan,
    ProgressArea,
    ProgressEntry,
    Remark,
    Share,
    Step,
    Strength,
)
from backend.plans.models.share import THINGS, still_counts
from backend.plans.open_meeting import open_meeting_at
from backend.plans.whereabouts import places_in

PLACE = "place"  # the refusal's code, and what somebody says who has read it and goes on
ROOM = "room"
Reader = UUID | str
Exposed = frozenset[tuple[Reader, str]]
NOTHING: Exposed = frozenset()


def is_asked(seat: Seat, confirmed: str) -> bool:
    """Only citizen and consultant bring words to others; what somebody else writes is read by no third."""
    return seat.protected and seat.is_broad and confirmed != PLACE


def exposed(plan_id: int) -> Exposed:
    """(who, words) for all that others may read, or will when they answer their invitation; about ten queries."""
    things = _things(plan_id)
    pairs = {(who, text) for who, thing in _readers(plan_id) for text in things.get(thing, ())}
    return frozenset(pair for pair in (*pairs, *_at_room(plan_id, things), *_asked(plan_id)) if pair[1])


def check(seat: Seat, before: Exposed) -> None:
    """Refuse when this change brings somebody what looks like a place."""
    words = {text for _who, text in exposed(seat.plan_id) - before}
    found = dict.fromkeys(piece for text in sorted(words) for piece in places_in(text))
    if found:
        told = " · ".join(found)
        raise Refused(_QUESTION[seat.role] % {"found": told}, code=PLACE, extra={"found": told})


_QUESTION = {
    "citizen": _("Din adresse er beskyttet, og her står: %(found)s. Skal andre end dig og din konsulent læse det?"),
    "consultant": _("Adressen er beskyttet, og her står: %(found)s. Skal andre end borgeren og dig læse det?"),
}


def _things(plan_id: int) -> dict[UUID, list[str]]:
    """Each thing that can be shared, with what others read who see it; a goal with what its steps say."""
    there = {"plan_id": plan_id, "removed_at": None}
    texts = {goal_id: [title] for goal_id, title in Goal.objects.filter(**there).values_list("pk", "title")}
    texts |= {one: [words] for one, words in Strength.objects.filter(**there).values_list("pk", "words")}
    said = Remark.objects.filter(**there, audience=Remark.Audience.TABLE, member__role__in=BROAD)
    words: dict[UUID, list[str]] = {}
    for step_id, text in said.values_list("step_id", "words"):
        words.setdefault(step_id, []).append(text)
    for step_id, goal_id, title in Step.objects.filter(**there).values_list("pk", "goal_id", "title"):
        texts[step_id] = [title, *words.get(step_id, ())]
        if goal_id in texts:
            texts[goal_id] += texts[step_id]
    texts |= {one: [name] for one, name in ProgressArea.objects.filter(**there).values_list("pk", "name")}
    noted = ProgressEntry.objects.filter(**there, area__removed_at=None, by__role__in=BROAD)
    for area_id, text in noted.exclude(words="").values_list("area_id", "words"):
        texts[area_id].append(text)
    for area_id, text in Measurement.objects.filter(plan_id=plan_id).exclude(words="").values_list("area_id", "words"):
        texts[area_id].append(text)
    return texts


def _readers(plan_id: int) -> Iterator[tuple[Reader, UUID]]:
    shares = Share.objects.filter(still_counts(clock.today()), plan_id=plan_id, ended_at=None)
    for member_id, *things in shares.values_list("member_id", *(f"{thing}_id" for thing in THINGS)):
        yield from ((member_id, thing) for thing in things if thing)


def _at_room(plan_id: int, things: dict[UUID, list[str]]) -> Iterator[tuple[Reader, str]]:
    """What the wall shows, and whoever is asked to the open meeting: titles and words alone."""
    shown = {"plan_id": plan_id, "in_room": True, "removed_at": None}
    for found in (Step.objects.filter(**shown), Goal.objects.filter(**shown), Strength.objects.filter(**shown)):
        yield from ((ROOM, things[thing][0]) for thing in found.values_list("pk", flat=True))
    small = ProgressEntry.objects.filter(**shown, area__removed_at=None)
    yield from ((ROOM, words or name) for words, name in small.values_list("words", "area__name"))
    meeting_id = open_meeting_at(plan_id)
    if meeting_id:
        hard = Challenge.objects.filter(**shown, meeting_id=meeting_id).values_list("words", flat=True)
        said = MeetingWord.objects.filter(meeting_id=meeting_id).values_list("words", flat=True)
        yield from ((ROOM, words) for words in (*hard, *said))
    dreams = Plan.objects.filter(pk=plan_id, life_goal_in_room=True).values_list("life_goal", flat=True)
    yield from ((ROOM, words) for words in dreams)


def _asked(plan_id: int) -> Iterator[tuple[Reader, str]]:
    asked = Invitation.objects.filter(plan_id=plan_id, withdrawn_at=None, answered_at=None)
    yield from ((f"invited {one}", words) for one, words in asked.values_list("pk", "asks"))
