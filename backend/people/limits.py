"""The one counter of tries: how often a code may be asked for or guessed at, an invitation, a wall or a name be tried.

It stands in the database and each try is one conditional update, so fifty at once, or in several processes, are fifty.
A stranger's tries count for the address together with where they come from, and for the address in all. The tries of
a device that its person has used before count by themselves, so that no stranger can use them up.
"""

import hmac
from datetime import timedelta
from hashlib import sha256

from allauth.core.internal import ratelimit
from django.conf import settings
from django.db.models import F
from django.http import HttpRequest

from backend.common import clock
from backend.common.in_line import in_line
from backend.people.addresses import Address
from backend.people.known_devices import device_knowing
from backend.people.models import Attempt

TRIES_PER_CODE = 5
TRIES_PER_INVITATION = 5
TRIES_PER_WALL = 5
_MINUTES, _HOUR, _DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)
# So many, from the first try on within this time. The invitation's is as long as one lives.
RATES: dict[str, tuple[tuple[int, timedelta], ...]] = {
    "ask_here": ((5, 15 * _MINUTES),),
    "ask_in_all": ((20, _HOUR), (60, _DAY)),
    "ask_from": ((300, _HOUR),),
    "passkey_from": ((600, _HOUR),),
    "guess_code": ((TRIES_PER_CODE, _HOUR),),
    "guess_here": ((20, _HOUR),),
    "guess_in_all": ((40, _HOUR), (120, _DAY)),
    "guess_from": ((600, _HOUR),),
    "invitation_from": ((30, 10 * _MINUTES),),
    "invitation": ((TRIES_PER_INVITATION, 3 * _DAY),),
    "look_in": ((6, _HOUR), (15, _DAY)),
    "wall_from": ((30, _HOUR),),
    "wall_by": ((TRIES_PER_WALL, 10 * _MINUTES),),
    "wall_code": ((TRIES_PER_WALL, 10 * _MINUTES),),
    "calendar_from": ((3000, _HOUR),),
    "calendar": ((12, _HOUR),),
    "push_trial": ((5, 10 * _MINUTES),),
    "letter_by": ((5, _HOUR), (10, _DAY)),
    "letter_to": ((5, _HOUR), (10, _DAY)),
    "letter_code": ((TRIES_PER_CODE, _HOUR),),
}
KEPT = 4 * _DAY


def may_ask(request: HttpRequest, address: Address) -> bool:
    """May another code be sent there?"""
    return _spend(request, "ask", address)


def may_guess(request: HttpRequest, address: Address, code_id: str) -> bool:
    """May this code be tried once more? It is counted before it is looked at: fifty at once are five."""
    return may_try("guess_code", code_id) and _spend(request, "guess", address)


def may_try_passkey(request: HttpRequest) -> bool:
    """Nothing can be guessed there; it is only work."""
    return may_try("passkey_from", where_from(request))


def may_try(action: str, what: str) -> bool:
    """Takes one of the tries that RATES gives of this; False when there is none left."""
    return all(_take(f"{action} {most} {what}", most, within) for most, within in RATES[action])


def where_from(request: HttpRequest) -> str:
    """The other end's address; behind a proxy what it put last in X-Forwarded-For. Of IPv6 the /64."""
    return str(ratelimit.get_ip(request))


def forget_attempts() -> None:
    """Counters that are of no more use; nobody's address stays, not even as a digest."""
    Attempt.objects.filter(since__lt=clock.now() - KEPT).delete()


def _spend(request: HttpRequest, what: str, address: Address) -> bool:
    device = device_knowing(request, address)
    if device:
        return may_try(f"{what}_here", f"{address.spelt} on {device}")
    here = where_from(request)
    return (
        may_try(f"{what}_from", here)
        and may_try(f"{what}_here", f"{address.spelt} from {here}")
        and may_try(f"{what}_in_all", address.spelt)
    )


def _take(what: str, most: int, within: timedelta) -> bool:
    key, now = _key(what), clock.now()
    with in_line():
        Attempt.objects.get_or_create(key=key, defaults={"since": now})
        Attempt.objects.filter(key=key, since__lte=now - within).update(since=now, count=0)
        return bool(Attempt.objects.filter(key=key, count__lt=most).update(count=F("count") + 1))


def _key(what: str) -> str:
    """Keyed, since there are so few addresses that a plain digest of one could be looked up."""
    key = sha256(b"tavlen.attempts" + settings.SECRET_KEY.encode()).digest()
    return hmac.new(key, what.encode(), sha256).hexdigest()
