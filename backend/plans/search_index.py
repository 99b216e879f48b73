"""What can be found by a word is written here, for every writer: the door calls `follow` for each entry it appends.

It does not ask which command it was. What an entry is about is read anew from its tables and compared with what stands
in the index, in the same transaction: what is new comes, what is removed goes at once, what is brought back comes back.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from django.db import connection, transaction
from django.db.models import Model

from backend.common.danish import STOPS, stem, words_in
from backend.common.prepared import Prepared, PreparedInsert, a_number, a_text, an_id
from backend.plans.models import (
    Attachment,
    Entry,
    Goal,
    LifeGoal,
    Meeting,
    Message,
    Offer,
    Plan,
    Remark,
    SearchText,
    Step,
    Strength,
)

# Nobody's words change by these, and they come often. Whatever is not named here is read anew.
_WITHOUT_WORDS = frozenset({
    "step_assigned", "step_due_set", "step_hung", "step_lit", "step_moved", "step_noticed", "step_shared", "step_taken",
    "step_given_back", "step_unshared", "goal_moved", "goal_shared", "goal_unshared", "strength_shared",
    "strength_unshared", "voice_given", "shown_in_room", "hidden_from_room", "messages_read", "pen_passed",
    "item_reached", "asked_to_meeting", "unasked_from_meeting", "meeting_answered", "meeting_started", "word_said",
    "offer_help_said", "overlap_answered",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Text:
    """One text of one thing."""

    kind: str
    thing_id: UUID
    part: str
    words: str


def follow(entry: Entry) -> None:
    """Bring the index to where the plan is after this entry. Under the plan's lock."""
    if entry.kind in _WITHOUT_WORDS:
        return
    for group in _groups_of(entry):
        _renew(entry.plan_id, group)


def rebuild() -> int:
    """All of it anew, plan by plan: after a change of what is found, or of how. How many texts there are."""
    for plan_id in Plan.objects.values_list("pk", flat=True):
        with transaction.atomic():
            Plan.objects.select_for_update().get(pk=plan_id)
            SearchText.objects.filter(plan=plan_id).delete()
            for group in _all_groups(plan_id):
                _renew(plan_id, group)
    return SearchText.objects.count()


def forget_words() -> None:
    """What went from the index goes from SQLite's own list of words, too."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("INSERT INTO plans_search(plans_search) VALUES('optimize')")


def _groups_of(entry: Entry) -> Iterator[str]:
    about = (("step", entry.step_id), ("goal", entry.goal_id), ("strength", entry.strength_id),
             ("meeting", entry.meeting_id), ("message", entry.message_id))  # fmt: skip
    yield from (f"{kind} {thing_id}" for kind, thing_id in about if thing_id)
    if entry.kind == "life_goal_written":
        yield f"life_goal {entry.plan_id}"
    if "offer" in entry.facts:
        yield f"offer {entry.facts['offer']}"


def _all_groups(plan_id: int) -> Iterator[str]:
    there = (("step", Step), ("goal", Goal), ("strength", Strength), ("meeting", Meeting), ("message", Message),
             ("offer", Offer))  # fmt: skip
    for kind, model in there:
        ids = model._default_manager.filter(plan=plan_id).values_list("pk", flat=True)
        yield from (f"{kind} {thing_id}" for thing_id in ids)
    yield f"life_goal {plan_id}"


def _renew(plan_id: int, group: str) -> None:
    rows = _THERE.all(plan_id=plan_id, group=group)
    there = {Text(kind, thing, part, words): pk for pk, kind, thing, part, words in rows}
    noun, _, thing_id = group.partition(" ")
    found = _TEXTS[noun](plan_id, thing_id)
    now = {replace(one, words=words) for one in found if (words := as_kept(one.words))}
    gone = [pk for text, pk in there.items() if text not in now]
    if gone:
        SearchText.objects.filter(pk__in=gone).delete()
    for one in now:
        if one not in there:
            _WRITE(plan_id=plan_id, group=group, kind=one.kind, thing_id=one.thing_id, part=one.part, words=one.words)


def as_kept(words: str) -> str:
    """As the database is to look for it: stemmed for SQLite; PostgreSQL stems by itself."""
    found = [word for word in words_in(words) if word not in STOPS]
    return " ".join(map(stem, found) if connection.vendor == "sqlite" else found)


def _step(plan_id: int, thing_id: str) -> Iterable[Text]:
    for one in _STEP.all(plan_id=plan_id, thing_id=thing_id):
        texts = {"title": one.title, "how": one.how, "words": one.words, "learned": one.learned}
        yield from (Text("step", one.pk, part, words) for part, words in texts.items())
        for remark in _REMARKS.all(thing_id=thing_id):
            yield Text("remark", remark.pk, "words", remark.words)


def _goal(plan_id: int, thing_id: str) -> Iterable[Text]:
    for one in _GOAL.all(plan_id=plan_id, thing_id=thing_id):
        yield Text("goal", one.pk, "title", one.title)
        yield Text("goal", one.pk, "community", one.community)
        yield Text("goal", one.pk, "challenge", one.challenge)


def _strength(plan_id: int, thing_id: str) -> Iterable[Text]:
    return (Text("strength", one.pk, "words", one.words) for one in _STRENGTH.all(plan_id=plan_id, thing_id=thing_id))


def _meeting(plan_id: int, thing_id: str) -> Iterable[Text]:
    for one in _MEETING.all(plan_id=plan_id, thing_id=thing_id):
        yield Text("meeting", one.pk, "purpose", one.purpose)
        yield Text("meeting", one.pk, "matters", one.matters)
        yield Text("meeting", one.pk, "announcement", one.announcement)


def _message(plan_id: int, thing_id: str) -> Iterable[Text]:
    for one in _MESSAGE.all(plan_id=plan_id, thing_id=thing_id):
        yield Text("message", one.pk, "words", one.words)
        for file in _FILES.all(thing_id=thing_id):
            yield Text("file", file.pk, "name", file.name)


def _offer(plan_id: int, thing_id: str) -> Iterable[Text]:
    """What they say of whether it helped is found by nobody: it is sealed until the citizen has answered."""
    for one in _OFFER.all(plan_id=plan_id, thing_id=thing_id):
        for part in ("title", "delivered_by", "community", "why"):
            yield Text("offer", one.pk, part, getattr(one, part))


def _life_goal(plan_id: int, _of: str) -> Iterable[Text]:
    """Every version: they are few."""
    for one in _LIFE_GOALS.all(plan_id=plan_id):
        yield Text("life_goal", UUID(int=one.pk), "words", one.words)


def _the(model: type[Model]) -> Any:
    return model._default_manager.filter(plan_id=a_number("plan_id"), pk=an_id("thing_id"))


_THERE = Prepared(
    lambda: SearchText.objects.filter(plan_id=a_number("plan_id"), group=a_text("group")).values_list(
        "pk", "kind", "thing_id", "part", "words"
    )
)
_WRITE = PreparedInsert(SearchText)
_STEP = Prepared(lambda: _the(Step).filter(removed_at=None))
_REMARKS = Prepared(lambda: Remark.objects.filter(step_id=an_id("thing_id"), removed_at=None))
_GOAL = Prepared(lambda: _the(Goal).filter(removed_at=None))
_STRENGTH = Prepared(lambda: _the(Strength).filter(removed_at=None).exclude(status=Strength.Status.DECLINED))
_MEETING = Prepared(lambda: _the(Meeting).filter(cancelled_at=None))
_MESSAGE = Prepared(lambda: _the(Message).filter(removed_at=None))
_FILES = Prepared(lambda: Attachment.objects.filter(message_id=an_id("thing_id")).exclude(name=""))
_OFFER = Prepared(lambda: _the(Offer).filter(removed_at=None))
_LIFE_GOALS = Prepared(lambda: LifeGoal.objects.filter(plan_id=a_number("plan_id")))
_TEXTS = {"step": _step, "goal": _goal, "strength": _strength, "meeting": _meeting, "message": _message,
          "offer": _offer, "life_goal": _life_goal}  # fmt: skip
