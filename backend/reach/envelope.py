"""One push for one device: what it says, how it is closed, and what the push service reads on the outside."""

import base64
import json
import time
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.conf import settings
from django.utils import translation
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext
from webpush import WebPush, WebPushSubscription
from webpush.types import WebPushKeys
from webpush.vapid import VAPID

from backend.reach.keys import keys
from backend.reach.models import Device
from backend.reach.pushed import Push

DECLARATIVE = 8030  # the number by which a browser knows a message that it can show by itself
MOST_BYTES = 3_993  # what fits into one record of 4,096 (RFC 8291, 4)
AN_HOUR, A_DAY = 3600, 24 * 3600


@dataclass(frozen=True, slots=True)
class Envelope:
    """Closed: `headers` are read by the push service, `body` by the device alone."""

    headers: dict[str, str]
    body: bytes


def enclose(push: Push, device: Device) -> Envelope:
    """Encrypted (RFC 8291), and signed for this push service (RFC 8292)."""
    told = json.dumps(message(push, device), ensure_ascii=False, separators=(",", ":")).encode()
    if len(told) > MOST_BYTES:
        raise ValueError("a push holds more than it can carry")
    pair = WebPushKeys(p256dh=device.p256dh, auth=device.auth)
    closed = _press().get(told, WebPushSubscription.model_validate({"endpoint": device.endpoint, "keys": pair}))
    outside = {
        "content-type": "application/octet-stream",
        "ttl": str(max(0, int(push.ttl.total_seconds()))),
        "urgency": push.urgency,
        "topic": _topic(push),
    }
    return Envelope({**closed.headers, **outside}, closed.encrypted)


def message(push: Push, device: Device) -> dict[str, object]:
    """A Declarative Web Push; our worker reads the same. The badge stands where older and newer browsers look."""
    with translation.override(device.language):
        title = str(push.words) if device.says == Device.Says.KIND else gettext("Der er nyt")
    shown = {"title": title, "lang": device.language, "navigate": f"{_origin()}{push.url}", "tag": push.group}
    badge = {} if push.badge is None else {"app_badge": push.badge}
    return {"web_push": DECLARATIVE, "notification": {**shown, **badge}, **badge}


def _origin() -> str:
    return str(settings.TAVLEN_BASE_URL or f"http://{settings.TAVLEN_BIND}")


def _topic(push: Push) -> str:
    """A later one takes the place of one that still waits (RFC 8030, 5.4). The push service learns nothing by it."""
    digest = salted_hmac("backend.reach.topic", f"{push.person_id}:{push.group}", algorithm="sha256").digest()
    return base64.urlsafe_b64encode(digest[:24]).decode()


@cache
def _press() -> WebPush:
    """Lifetime and sender are given here once: what its `get` is given sticks to it for all that come after."""
    pair = keys()
    press = WebPush(pair.private_pem, pair.public_pem, subscriber=settings.TAVLEN_PUSH_CONTACT, ttl=A_DAY)
    press.vapid = SignedOnce(pair.private_pem, pair.public_pem)
    return press


class SignedOnce(VAPID):
    """One proof for each push service and hour, as RFC 8292 (section 3) advises; each is good for twelve."""

    def __init__(self, private_key: bytes, public_key: bytes) -> None:
        super().__init__(private_key, public_key)
        self._signed: dict[str, tuple[float, str]] = {}

    def get_authorization_header(self, endpoint: Any, subscriber: str, expiration: int) -> str:
        service, now = f"{endpoint.scheme}://{endpoint.host}", time.monotonic()
        signed_at, proof = self._signed.get(service, (0.0, ""))
        if not proof or now - signed_at > AN_HOUR:
            proof = str(super().get_authorization_header(endpoint, subscriber, expiration))
            self._signed[service] = now, proof
        return proof
