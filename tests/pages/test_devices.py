"""Where I am signed in: I see it and end it, and nobody else does; in plain HTML."""

from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse

from backend.people.devices import device_of
from backend.people.models import Person, Session
from citizen_app.templatetags.tavlen import device
from tests.cast import Cast
from tests.pages.conftest import SignedIn
from tests.pages.reading import read

IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Safari/604.1"
ANDROID = "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/156.0.0.0 Mobile Safari/537.36"
DEVICES = "/devices/"


def enters(person: Person, user_agent: str, settings: Any, **chosen: str) -> Client:
    """A browser that signs in through the demo's door."""
    settings.TAVLEN_DEMO = True
    client = Client(headers={"User-Agent": user_agent})
    assert client.post("/demo/enter", {"person": person.pk, **chosen}).status_code == 303
    return client


def key_of(client: Client) -> str:
    return client.cookies[settings.SESSION_COOKIE_NAME].value


def test_each_device_is_told_in_words_and_which_is_this_one(cast: Cast, settings: Any) -> None:
    enters(cast.citizen, IPHONE, settings)
    here = enters(cast.citizen, ANDROID, settings)
    words = read(here, f"/plans/{cast.plan_id}/me/").words
    assert "Chrome på Android Logget ind i dag Denne her" in words
    assert "Safari på iPhone Logget ind i dag · sidst i brug i dag Log ud" in words


@pytest.mark.parametrize(
    ("user_agent", "words"),
    [
        (IPHONE, "Safari på iPhone"),
        (ANDROID, "Chrome på Android"),
        (
            "Mozilla/5.0 (iPad; CPU OS 18_0 like Mac OS X) AppleWebKit/605 CriOS/156.0 Mobile Safari/604",
            "Chrome på iPad",
        ),
        ("Mozilla/5.0 (Android 14; Mobile; rv:150.0) Gecko/150.0 Firefox/150.0", "Firefox på Android"),
        (
            "Mozilla/5.0 (Linux; Android 10; K) SamsungBrowser/28.0 Chrome/130.0 Safari/537",
            "Samsung Internet på Android",
        ),
        ("Mozilla/5.0 (Windows NT 10.0) Chrome/156.0 Safari/537.36 Edg/156.0", "Edge på Windows"),
        ("Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/18.0 Safari/605", "Safari på Mac"),
        ("Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) Chrome/156.0 Safari/537.36", "Chrome på Chromebook"),
        ("curl/8.0", "En browser"),
        ("", "En browser"),
        ("<script>alert(1)</script> Linux", "En browser på Linux"),
    ],
)
def test_a_device_has_a_name_that_its_person_knows(user_agent: str, words: str) -> None:
    assert device(device_of(user_agent)) == words


def test_nothing_finer_than_those_words_is_kept(cast: Cast, settings: Any) -> None:
    enters(cast.citizen, ANDROID, settings)
    told = Session.objects.get().get_decoded()
    assert "156.0" not in str(told)
    assert "127.0.0.1" not in str(told)


def test_one_is_signed_out_and_the_others_stay(cast: Cast, settings: Any) -> None:
    phone, lost = enters(cast.citizen, ANDROID, settings), enters(cast.citizen, IPHONE, settings)
    (form,) = [form for form in read(phone, DEVICES).forms if form.action == "/devices/end/"][:1]
    name = next(row.get_decoded()["name"] for row in Session.objects.all() if row.session_key == key_of(lost))
    assert form.send(phone, session=name).headers["Location"] == DEVICES
    assert lost.get(DEVICES).status_code == 302
    assert phone.get(DEVICES).status_code == 200


def test_all_others_are_signed_out_at_once(cast: Cast, settings: Any, signed_in: SignedIn) -> None:
    here, others = enters(cast.citizen, ANDROID, settings), [signed_in(cast.citizen) for _ in range(3)]
    consultant = signed_in(cast.consultant)
    assert "Log ud alle andre steder" in read(here, DEVICES).words
    here.post("/devices/end/")
    assert [client.get(DEVICES).status_code for client in (*others, here, consultant)] == [302, 302, 302, 200, 200]
    assert "Log ud alle andre steder" not in read(here, DEVICES).words


@pytest.mark.parametrize("name", ["theirs", "00000000-0000-4000-8000-000000000000", "", "🙂"])
def test_anothers_session_is_not_there(cast: Cast, signed_in: SignedIn, name: str) -> None:
    consultant = signed_in(cast.consultant)
    theirs = Session.objects.get().get_decoded()["name"]
    supporter = signed_in(cast.supporter)
    answer = supporter.post("/devices/end/", {"session": theirs if name == "theirs" else name})
    assert answer.status_code == 404
    assert consultant.get(DEVICES).status_code == 200
    assert theirs not in supporter.get(DEVICES).content.decode()


def test_a_session_that_has_run_out_is_not_on_the_list(cast: Cast, signed_in: SignedIn) -> None:
    here, old = signed_in(cast.citizen), signed_in(cast.citizen)
    row = Session.objects.get(session_key=key_of(old))
    Session.objects.filter(pk=row.pk).update(expire_date=row.used_at)
    assert read(here, DEVICES).words.count("Logget ind i dag") == 1


def test_the_sessions_key_stands_on_no_page(cast: Cast, signed_in: SignedIn) -> None:
    here, other = signed_in(cast.citizen), signed_in(cast.citizen)
    for address in (DEVICES, f"/plans/{cast.plan_id}/me/"):
        html = here.get(address).content.decode()
        assert key_of(here) not in html
        assert key_of(other) not in html


@pytest.mark.parametrize("staff_role", ["leader", "administrator", "consultant"])
def test_colleagues_without_a_plan_find_the_list_from_their_first_page(
    cast: Cast, signed_in: SignedIn, colleague: Any, staff_role: str
) -> None:
    client = signed_in(colleague(staff_role))
    first = client.get("/", follow=True)
    assert f'href="{reverse("devices")}"' in first.content.decode()
