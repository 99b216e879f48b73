"""A phone that others have, too: a short session that ends with the browser, and nothing of it stays."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from backend.common import clock
from backend.people.models import Session
from tests.cast import Cast
from tests.pages.conftest import SignedIn
from tests.pages.reading import read
from tests.pages.test_devices import ANDROID, enters

MIG = "/plans/{}/me/"
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture
def shared(cast: Cast, settings: Any) -> Client:
    """The citizen, who ticked the box when signing in."""
    return enters(cast.citizen, ANDROID, settings, shared="1")


def looks(client: Client, at: datetime, cast: Cast) -> int:
    with clock.standing_at(at):
        return client.get(MIG.format(cast.plan_id)).status_code


def ends(client: Client) -> datetime:
    return Session.objects.get(session_key=client.cookies[settings.SESSION_COOKIE_NAME].value).expire_date


def test_its_cookie_is_gone_when_the_browser_is(shared: Client) -> None:
    cookie = shared.cookies[settings.SESSION_COOKIE_NAME]
    assert not cookie["max-age"]
    assert not cookie["expires"]


def test_an_own_phone_keeps_its_cookie(cast: Cast, settings: Any) -> None:
    own = enters(cast.citizen, ANDROID, settings)
    assert own.cookies[settings.SESSION_COOKIE_NAME]["max-age"] > 13 * 24 * 3600


def test_it_ends_after_a_quarter_of_an_hour_without_a_tap(cast: Cast, settings: Any) -> None:
    with clock.standing_at(NOON):
        phone = enters(cast.citizen, ANDROID, settings, shared="1")
    assert looks(phone, NOON + timedelta(minutes=14), cast) == 200
    assert looks(phone, NOON + timedelta(minutes=28), cast) == 200
    assert looks(phone, NOON + timedelta(minutes=44), cast) == 302


def test_it_ends_after_two_hours_however_busy(cast: Cast, settings: Any) -> None:
    with clock.standing_at(NOON):
        phone = enters(cast.citizen, ANDROID, settings, shared="1")
    for minutes in range(10, 120, 10):
        assert looks(phone, NOON + timedelta(minutes=minutes), cast) == 200
    assert looks(phone, NOON + timedelta(minutes=121), cast) == 302


def test_an_own_phone_stays_signed_in_while_it_is_in_use_and_ninety_days_at_most(cast: Cast, settings: Any) -> None:
    with clock.standing_at(NOON):
        phone = enters(cast.citizen, ANDROID, settings)
    for days in range(10, 90, 10):
        assert looks(phone, NOON + timedelta(days=days), cast) == 200
    assert looks(phone, NOON + timedelta(days=91), cast) == 302


def test_an_own_phone_is_signed_out_after_a_fortnight_unused(cast: Cast, settings: Any) -> None:
    with clock.standing_at(NOON):
        phone = enters(cast.citizen, ANDROID, settings)
    assert looks(phone, NOON + timedelta(days=15), cast) == 302


def test_looking_writes_once_an_hour_at_most(cast: Cast, settings: Any) -> None:
    with clock.standing_at(NOON):
        phone = enters(cast.citizen, ANDROID, settings)
    before = ends(phone)
    looks(phone, NOON + timedelta(minutes=59), cast)
    assert ends(phone) == before
    looks(phone, NOON + timedelta(minutes=61), cast)
    assert ends(phone) == before + timedelta(minutes=61)


def test_it_can_be_said_later_and_what_was_kept_is_dropped(cast: Cast, signed_in: SignedIn) -> None:
    phone = signed_in(cast.citizen)
    page, today = read(phone, MIG.format(cast.plan_id)), f"/plans/{cast.plan_id}/today/"
    assert "data-shared" not in phone.get(today).content.decode()
    assert "data-shared" not in phone.get(MIG.format(cast.plan_id)).content.decode()
    (form,) = [form for form in page.forms if form.action == "/devices/share/"]
    answer = form.send(phone)
    assert answer.headers["Clear-Site-Data"] == '"cache", "storage"'
    assert answer.headers["Location"] == MIG.format(cast.plan_id)
    html = phone.get(MIG.format(cast.plan_id)).content.decode()
    assert " data-shared>" in html
    assert " data-shared>" in phone.get(today).content.decode()
    assert ends(phone) - clock.now() < timedelta(minutes=16)
    assert "/devices/share/" not in html


def test_the_way_out_stands_in_the_top_of_every_page(cast: Cast, shared: Client, signed_in: SignedIn) -> None:
    own = signed_in(cast.citizen)
    for page in ("", "today/", "network/"):
        address = f"/plans/{cast.plan_id}/{page}"
        assert "/sign-out/" in {form.action for form in read(shared, address).forms}
        assert "/sign-out/" not in {form.action for form in read(own, address).forms}


@pytest.mark.parametrize("way_out", ["/sign-out/", "/leave/"])
def test_going_out_clears_all_but_what_is_other_peoples(shared: Client, way_out: str) -> None:
    shared.post("/settings/", {"text": "large"})
    answer = shared.post(way_out)
    assert answer.headers["Clear-Site-Data"] == '"cache", "storage"'
    assert _dropped(answer) >= {settings.SESSION_COOKIE_NAME, "tavlen_theme", "tavlen_text"}


def test_after_it_the_box_is_still_ticked_for_the_next(cast: Cast, shared: Client) -> None:
    address = shared.post("/sign-out/").headers["Location"]
    assert 'name="shared" value="1" checked' in shared.get(address).content.decode()


def test_signing_out_of_an_own_phone_drops_the_pages_and_leaves_unsent_words(cast: Cast, signed_in: SignedIn) -> None:
    answer = signed_in(cast.citizen).post("/sign-out/")
    assert answer.headers["Clear-Site-Data"] == '"cache"'
    assert "tavlen_text" not in _dropped(answer)


def _dropped(answer: Any) -> set[str]:
    return {name for name, cookie in answer.cookies.items() if not cookie.value}
