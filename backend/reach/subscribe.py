"""A device asks for nudges, says how much they may say, and wants no more of them: it speaks for itself alone."""

from dataclasses import dataclass

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from backend.common import clock
from backend.common.errors import NotHere, Refused
from backend.people.models import Session
from backend.reach.endpoints import are_keys, is_push_service
from backend.reach.models import Device

MOST = 8  # devices of one person: who has more has forgotten some


@dataclass(frozen=True, kw_only=True, slots=True)
class Subscription:
    """What a browser hands out (`PushSubscription.toJSON()`)."""

    endpoint: str
    p256dh: str
    auth: str


def subscribe(*, person_id: int, session_key: str, subscription: Subscription, language: str) -> Device:
    """The device of this session, made or renewed; what its person chose stays. Refused, where it is no push service.

    An endpoint belongs to whoever signed in last on that browser: it is taken from an earlier session.
    """
    keys = {"p256dh": subscription.p256dh, "auth": subscription.auth}
    if not (is_push_service(subscription.endpoint) and are_keys(**keys)):
        raise Refused(_("Din browser kan ikke få besked fra Tavlen endnu."), code="no_push_service")
    told = {"endpoint": subscription.endpoint, "language": language, **keys}
    try:
        with transaction.atomic():
            return _keep(person_id=person_id, session_key=session_key, told=told)
    except IntegrityError:
        raise NotHere from None  # the session ended meanwhile


def _keep(*, person_id: int, session_key: str, told: dict[str, str]) -> Device:
    session = Session.objects.select_for_update().filter(pk=session_key, person_id=person_id).first()
    if session is None:
        raise NotHere
    Device.objects.filter(endpoint=told["endpoint"]).exclude(session=session).delete()
    fresh = {**told, "person_id": person_id, "rests_until": None}
    device, _is_new = Device.objects.update_or_create(
        session=session, defaults=fresh, create_defaults={**fresh, "made_at": clock.now()}
    )
    older = Device.objects.filter(person_id=person_id).exclude(pk=device.pk).order_by("-made_at", "-pk")
    Device.objects.filter(pk__in=list(older.values_list("pk", flat=True)[MOST - 1 :])).delete()
    return device


def renew(*, person_id: int, session_key: str, subscription: Subscription, language: str) -> Device:
    """The push service has given this device another address: only for one that was told of before. Or NotHere."""
    if device_of(session_key) is None:
        raise NotHere
    return subscribe(person_id=person_id, session_key=session_key, subscription=subscription, language=language)


def unsubscribe(*, session_key: str) -> None:
    """Also where there is none: gone is gone."""
    Device.objects.filter(session_id=session_key).delete()


def choose(*, session_key: str, says: str) -> None:
    """How much may stand on this device's lock screen."""
    if says not in Device.Says.values or not Device.objects.filter(session_id=session_key).update(says=says):
        raise NotHere


def device_of(session_key: str | None) -> Device | None:
    """That of this session."""
    return Device.objects.filter(session_id=session_key).first() if session_key else None
