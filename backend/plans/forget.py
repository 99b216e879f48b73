"""After fifteen minutes what was removed is really gone: rows, remarks, shares, the journal's facts. Numbers stay."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import partial
from uuid import UUID

from django.db import connection, models, transaction
from django.db.models import Q

from backend.common import clock
from backend.files import store
from backend.plans import search_index
from backend.plans.commands.base import UNDO
from backend.plans.models import (
    AgendaItem,
    Attachment,
    Challenge,
    Discussion,
    Entry,
    Goal,
    Invitation,
    Meeting,
    Message,
    NetworkMember,
    NetworkMove,
    Offer,
    Outcome,
    Plan,
    ProgressArea,
    ProgressEntry,
    Remark,
    ScheduledMessage,
    Step,
    Strength,
)

A_DAY = timedelta(days=1)
FORGOTTEN = "forgotten"  # the kind of an entry whose subject is gone: whoever comes to it must look anew
_SUBJECTS: tuple[tuple[type[models.Model], str], ...] = (
    (Remark, ""),
    (Step, "step_id"),
    (Goal, "goal_id"),
    (Strength, "strength_id"),
    (NetworkMember, ""),
    (Challenge, ""),
    (Discussion, ""),
    (Outcome, "facts__outcome"),
    (Offer, "facts__offer"),
    (Message, "message_id"),
    (ProgressEntry, "facts__progress_entry"),
    (ProgressArea, "facts__progress_area"),
    (ScheduledMessage, ""),
)


def forget_removed() -> int:
    """Delete everything removed more than 15 minutes ago, in every plan; returns how many things went."""
    too_late = clock.now() - UNDO
    plans = {plan for model, _subject in _SUBJECTS for plan in _late(model, too_late).values_list("plan", flat=True)}
    gone = sum(_forget_in(plan, too_late) for plan in sorted(plans)) + _forget_invitations()
    gone += _forget_cancelled(too_late) + AgendaItem.objects.filter(removed_at__lt=too_late).delete()[0]
    if gone:
        search_index.forget_words()
        _empty_the_log()
    return gone


def _forget_in(plan_id: int, too_late: datetime) -> int:
    """One plan, under its lock, so that nothing goes which is being brought back just now."""
    gone = 0
    with transaction.atomic():
        Plan.objects.select_for_update().get(pk=plan_id)
        for model, subject in _SUBJECTS:
            late = _late(model, too_late).filter(plan=plan_id)
            ids = list(late.values_list("pk", flat=True))
            if model is NetworkMember:
                _forget_moves(ids)
            if model is ProgressArea:
                there = ProgressEntry.objects.filter(area__in=ids)
                _forget_facts(plan_id, "facts__progress_entry", list(there.values_list("pk", flat=True)))
            if model is Message:
                _forget_files(ids)
            late.delete()
            _forget_facts(plan_id, subject, ids)
            gone += len(ids)
    return gone


def _forget_invitations() -> int:
    """Who was asked and did not come: a day after it was over, nothing of it is left."""
    a_day_ago = clock.now() - A_DAY
    over = Q(withdrawn_at__lt=a_day_ago) | Q(answer="declined", answered_at__lt=a_day_ago) | Q(until__lt=a_day_ago)
    return Invitation.objects.filter(over, confirmed_at=None).delete()[0]


def _forget_cancelled(too_late: datetime) -> int:
    """A meeting that was called off keeps its hour, for the calendars that have it; what was said of it goes."""
    cancelled = Meeting.objects.filter(cancelled_at__lt=too_late).exclude(
        purpose="", matters="", place="", link="", announcement=""
    )
    return cancelled.update(purpose="", matters="", place="", link="", announcement="")


def _late(model: type[models.Model], too_late: datetime) -> models.QuerySet[models.Model]:
    return model._default_manager.filter(removed_at__lt=too_late)


def _forget_facts(plan_id: int, subject: str, ids: Sequence[UUID]) -> None:
    """A step's own story outlives the goal it hung on: of such entries only the goal is forgotten."""
    if not (subject and ids):
        return
    entries = Entry.objects.filter(plan=plan_id)
    about = entries.filter(**{f"{subject}__in": [str(one) for one in ids] if subject.startswith("facts") else ids})
    if subject == "goal_id":
        about.exclude(step_id=None).update(goal_id=None)
        entries.filter(kind="step_hung", facts__from__in=[str(goal) for goal in ids]).update(facts={})
        about = about.filter(step_id=None)
    about.update(
        kind=FORGOTTEN, step_id=None, goal_id=None, strength_id=None, member_id=None, message_id=None,
        facts={}, digest="", said_at=None,
    )  # fmt: skip


def _forget_files(ids: Sequence[UUID]) -> None:
    """Photos and files go from the disk with their message; after commit, so that nothing goes that is still named."""
    files = Attachment.objects.filter(message__in=ids).values_list("kept_as", "small_as")
    transaction.on_commit(partial(store.drop, [name for pair in files for name in pair]))


def _forget_moves(ids: Sequence[UUID]) -> None:
    """How near somebody stood goes with them; that the number of people rose or fell by one is the citizen's figure."""
    moves = NetworkMove.objects.filter(who__in=ids)
    moves.filter(counts=0).delete()
    moves.update(who=None, came_from=None, came_to=None)


def _empty_the_log() -> None:
    """SQLite keeps what was written in its write-ahead log until it is written over; here it is emptied at once."""
    if connection.vendor == "sqlite" and not connection.in_atomic_block:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
