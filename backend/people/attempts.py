"""Few tries: counted in the database, so that fifty at once, or in several processes, are still fifty."""

import hmac
from datetime import timedelta
from hashlib import sha256

from django.conf import settings
from django.db.models import F

from backend.common import clock
from backend.common.in_line import in_line
from backend.people.models import Attempt

KEPT = timedelta(days=4)


def may_try(what: str, *, most: int, within: timedelta) -> bool:
    """Takes one of `most` tries within a stretch of time; False when there is none left."""
    key, now = _key(what), clock.now()
    with in_line():
        Attempt.objects.get_or_create(key=key, defaults={"since": now})
        Attempt.objects.filter(key=key, since__lte=now - within).update(since=now, count=0)
        return bool(Attempt.objects.filter(key=key, count__lt=most).update(count=F("count") + 1))


def forget_attempts() -> None:
    """Counters that are of no more use; nobody's address stays, not even as a digest."""
    Attempt.objects.filter(since__lt=clock.now() - KEPT).delete()


def _key(what: str) -> str:
    """Keyed, since there are so few addresses that a plain digest of one could be looked up."""
    key = sha256(b"tavlen.attempts" + settings.SECRET_KEY.encode()).digest()
    return hmac.new(key, what.encode(), sha256).hexdigest()
