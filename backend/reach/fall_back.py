"""A letter instead: by mail or SMS, when what was sent has not been seen for as long as the person has chosen.

A letter cannot take another's place. So that none is written twice, it is written down as posted before it leaves;
whether one left is not known of those that a sender died over, and administrators see how many those are.
"""

import logging
from collections import defaultdict
from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.db.models import F
from django.utils import translation
from django.utils.translation import gettext

from backend.common import clock
from backend.common.errors import NotHere
from backend.common.in_line import in_line
from backend.people.models import Person
from backend.people.postman import Letter, postman_for
from backend.plans import access
from backend.reach.letter_address import addresses_of
from backend.reach.models import Notice, Wishes
from backend.reach.places import may_know_without_place, may_still_know
from backend.reach.presence import those_here
from backend.reach.wanted import WishesOf, wishes_of
from backend.reach.words import NEUTRAL

log = logging.getLogger("tavlen.reach")
State = Notice.State
AT_ONCE = 20  # letters, so that a slow mail server does not hold up what is pushed
PAUSE = timedelta(minutes=10)
MOST_TRIES = 12  # of pushes and letters together


def fall_back() -> int:
    """The letters that are due; how many left. One person gets one, whatever it is about."""
    due = Notice.objects.filter(fall_back_at__lte=clock.now(), posted_at=None)
    unseen: dict[int, list[Notice]] = defaultdict(list)
    for notice in due.order_by("fall_back_at"):
        unseen[notice.person_id].append(notice)
    if not unseen:
        return 0
    wishes = wishes_of(unseen)
    return sum(_write_to(who, unseen[who], wishes[who]) for who in list(unseen)[:AT_ONCE])


def _write_to(person_id: int, notices: list[Notice], wishes: WishesOf) -> bool:
    """True when a letter left."""
    now = clock.now()
    here = those_here({person_id})
    later = max([wishes.after_quiet(now), *here.values()])
    if later > now:
        _put_off(notices, later - now)
        return False
    person = Person.objects.get(pk=person_id)
    letter = letter_to(person, wishes.wishes.fall_back)
    known = [notice for notice in notices if letter and _may_know(notice)]
    _let_go([notice for notice in notices if notice not in known])
    if letter is None or not known or not _claim(known):
        return False
    return _carry(letter, known)


def letter_to(person: Person, way: str) -> Letter | None:
    """Says only that there is news, and where; None when there is nowhere to write to."""
    to = addresses_of(person).get(way)
    if to is None:
        return None
    with translation.override(person.language or settings.LANGUAGE_CODE):
        link = settings.TAVLEN_BASE_URL or ""
        words = gettext("Der er nyt til dig i %(app)s. Log ind for at se det.") % {"app": settings.TAVLEN_APP_NAME}
        words = f"{words} {link}".strip()
        kind = "email" if way == Wishes.FallBack.EMAIL else "phone"
        return Letter(kind, to, str(NEUTRAL) if kind == "email" else "", words)  # type: ignore[arg-type]


def _may_know(notice: Notice) -> bool:
    try:
        return may_still_know(access.seat_for(person_id=notice.person_id, plan_id=notice.plan_id), notice)
    except NotHere:
        return may_know_without_place(notice)


def _rows(notices: list[Notice]) -> set[UUID]:
    return {notice.pk for notice in notices}


def _put_off(notices: list[Notice], pause: timedelta) -> None:
    with in_line():
        Notice.objects.filter(pk__in=_rows(notices), posted_at=None).exclude(fall_back_at=None).update(
            fall_back_at=clock.now() + pause
        )


def _let_go(notices: list[Notice]) -> None:
    if notices:
        with in_line():
            Notice.objects.filter(pk__in=_rows(notices)).update(fall_back_at=None)


def _claim(notices: list[Notice]) -> bool:
    """Decided, and written down, before anything leaves."""
    mine = Notice.objects.filter(pk__in=_rows(notices), posted_at=None, fall_back_at__isnull=False)
    with in_line():
        return mine.update(posted_at=clock.now(), fall_back_at=None) > 0


def _carry(letter: Letter, notices: list[Notice]) -> bool:
    told = Notice.objects.filter(pk__in=_rows(notices))
    try:
        postman_for(letter.kind).carry(letter)
    except Exception as trouble:
        log.error("a letter could not be delivered", extra={"facts": {"error": type(trouble).__name__}})
        with in_line():
            told.filter(tries__lt=MOST_TRIES).update(posted_at=None, fall_back_at=clock.now() + PAUSE)
            told.filter(tries__gte=MOST_TRIES).update(posted_at=None, state=State.FAILED)
            told.update(tries=F("tries") + 1)
        return False
    with in_line():
        told.update(way=letter.kind)
    return True
