"""A browser that somebody has signed in with before: strangers who guess at their door cannot shut them out of it."""

import secrets
from dataclasses import dataclass

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import salted_hmac

from backend.people.addresses import Address, people_at, read_address, read_number
from backend.people.models import Person

COOKIE = "device"
SALT = "tavlen.device"
DAYS = 180
AT_MOST = 8  # addresses that are remembered; the newest stay


@dataclass(frozen=True, slots=True)
class KnownDevice:
    """`name` says nothing; `marks` are keyed digests of those who signed in here, each with an address."""

    name: str
    marks: tuple[str, ...]


def device_knowing(request: HttpRequest, address: Address) -> str:
    """The name of this device if a person whom this address leads to has signed in with it; else empty."""
    device = _read(request)
    if device is None:
        return ""
    return device.name if any(_mark(address, one) in device.marks for one in people_at(address)) else ""


def remember(request: HttpRequest, response: HttpResponse, person: Person) -> None:
    """Called when somebody has signed in on a device that is not shared."""
    device = _read(request) or KnownDevice(secrets.token_urlsafe(12), ())
    mine = [_mark(address, person) for address in _addresses_of(person)]
    marks = [*mine, *(mark for mark in device.marks if mark not in mine)][:AT_MOST]
    response.set_cookie(
        _cookie(),
        signing.dumps({"name": device.name, "marks": marks}, salt=SALT),
        max_age=DAYS * 24 * 3600,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def _read(request: HttpRequest) -> KnownDevice | None:
    try:
        told = signing.loads(request.COOKIES.get(_cookie(), ""), salt=SALT, max_age=DAYS * 24 * 3600)
    except signing.BadSignature:
        return None
    return KnownDevice(told["name"], tuple(told["marks"]))


def _addresses_of(person: Person) -> list[Address]:
    mail = read_address(person.email) if person.email else None
    number = read_number(person.phone)
    return [*([mail] if mail else []), *([Address("phone", number)] if number else [])]


def _mark(address: Address, person: Person) -> str:
    """Of both: who types another's address is not known by it."""
    return salted_hmac(SALT, f"{person.pk} {address.spelt}").hexdigest()[:20]


def _cookie() -> str:
    return f"__Host-{COOKIE}" if settings.SESSION_COOKIE_SECURE else COOKIE
