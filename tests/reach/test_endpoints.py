"""This server is sent nowhere but to push services: by no phone, no name that leads inside, and no answer."""

import asyncio
from typing import Any

import httpcore
import pytest

from backend.common.errors import Refused
from backend.reach.endpoints import are_keys, is_public, is_push_service
from backend.reach.line import AT_ONCE, Line, NotOutside, OutsideOnly, post
from backend.reach.subscribe import Subscription
from tests.cast import Cast
from tests.reach.conftest import device_for
from tests.reach.services import Moody, PushService

FCM = "https://fcm.googleapis.com/fcm/send/abc"
POINT = "BNcRdreALRFXTkOOUHK1EtK2wtaz5Ry4YfYCA_0QTpQtUbVlUls0VJXg7A8u-Ts1XbjhazAkj7I99e8QcYP7DkM"  # RFC 8291's own
AUTH = "tBHItJI5svbpez7KI4CCXg"


@pytest.mark.parametrize(
    "endpoint",
    [
        FCM,
        "https://updates.push.services.mozilla.com/wpush/v2/gAAA",
        "https://web.push.apple.com/QN1",
        "https://db5p.notify.windows.com:443/w/?token=Bw",
    ],
)
def test_push_services_are_known(endpoint: str) -> None:
    assert is_push_service(endpoint)


@pytest.mark.parametrize(
    "endpoint",
    [
        "",
        "http://fcm.googleapis.com/fcm/send/abc",
        "https://fcm.googleapis.com:8443/abc",
        "https://evilfcm.googleapis.com/abc",
        "https://fcm.googleapis.com.evil.dk/abc",
        "https://evil.dk/fcm.googleapis.com",
        "https://evil.dk#.fcm.googleapis.com/",
        "https://evil.dk\\.fcm.googleapis.com/",
        "https://fcm.googleapis.com@evil.dk/",
        "https://a@fcm.googleapis.com/",
        "https://127.0.0.1/",
        "https://[::1]/",
        "https://localhost/",
        "https://fcm.googleapis.com/a\nHost: evil.dk",
        "https://fcm.googleapis.com:port/",
        "https://[fcm.googleapis.com/",
        "https://fcm.googleapis.cöm/",
        f"{FCM}{'a' * 1000}",
        "http://localhost:9/notify/one",
    ],
)
def test_nothing_else_is(endpoint: str) -> None:
    assert not is_push_service(endpoint)


def test_keys_have_their_length_and_lie_on_the_curve() -> None:
    assert are_keys(p256dh=POINT, auth=AUTH)
    for p256dh, auth in [
        (POINT[:-2], AUTH),
        (POINT, AUTH[:-2]),
        ("A" * 87, AUTH),
        ("ø", AUTH),
        ("", ""),
        (AUTH, POINT),
    ]:
        assert not are_keys(p256dh=p256dh, auth=auth)


@pytest.mark.parametrize("inside", [
    "127.0.0.1", "10.0.0.7", "172.16.3.4", "192.168.1.4", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",
    "::1", "fe80::1%eth0", "fd00::1", "::ffff:10.0.0.7", "64:ff9b::7f00:1", "2002:7f00:1::",
])  # fmt: skip
def test_an_address_inside_is_known_in_every_dress(inside: str) -> None:
    assert not is_public(inside)


@pytest.mark.parametrize("outside", ["142.250.74.106", "2a00:1450:400f:80b::200a", "64:ff9b::8efa:4a6a"])
def test_an_address_outside_is_let_through(outside: str) -> None:
    assert is_public(outside)


def test_a_name_that_leads_inside_is_not_gone_to(moods: Moody, settings: Any) -> None:
    """As a push service's name would, if somebody could make it: judged is the very address that is connected to."""
    settings.TAVLEN_PUSH_TRIAL = ""
    with pytest.raises(NotOutside):
        asyncio.run(OutsideOnly().connect_tcp("localhost", moods.server_port))

    async def send() -> None:
        await post(Line(), f"{moods.origin}/one", headers={}, body=b"x")

    with pytest.raises(Exception, match="no address outside"):
        asyncio.run(send())
    assert not moods.heard


def test_a_line_is_used_again_and_no_more_lie_idle_than_are_needed(moods: Moody) -> None:
    line = Line()

    async def send() -> None:
        for _ in range(3):
            await post(line, f"{moods.origin}/one", headers={}, body=b"x")
        assert len(line.idle) == 1
        await asyncio.gather(*(post(line, f"{moods.origin}/one", headers={}, body=b"x") for _ in range(AT_ONCE + 2)))
        assert len(line.idle) == AT_ONCE

    asyncio.run(send())
    assert len(moods.heard) == 5 + AT_ONCE


def test_a_name_that_leads_nowhere_is_an_error_of_the_line() -> None:
    with pytest.raises(httpcore.ConnectError):
        asyncio.run(OutsideOnly().connect_tcp("nobody.invalid", 443))


def test_a_device_is_only_taken_with_both(cast: Cast, service: PushService) -> None:
    phone = service.subscribe()
    for endpoint, auth in [(phone.endpoint, AUTH), (FCM, "short")]:
        with pytest.raises(Refused):
            device_for(cast.citizen, Subscription(endpoint=endpoint, p256dh=POINT, auth=auth))
    assert device_for(cast.citizen, Subscription(endpoint=FCM, p256dh=POINT, auth=AUTH)).says == "neutral"
