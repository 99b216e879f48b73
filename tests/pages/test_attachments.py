"""Photos and files by a plain form, and how their bytes go out."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from backend.plans.models import Attachment, Message
from tests.cast import Cast
from tests.pages.conftest import SignedIn
from tests.pages.reading import read
from tests.plans import pictures

GONE_WRONG = 409


@pytest.fixture
def talk(cast: Cast) -> str:
    return f"/plans/{cast.plan_id}/conversation/"


def sends(client: Client, talk: str, *contents: bytes, words: str = "Se her", name: str = "IMG_1.jpg") -> Any:
    """As a browser without scripts does."""
    files = [SimpleUploadedFile(name, content) for content in contents]
    form = read(client, talk).form("write_message")
    return client.post(form.action, {**form.fields, "words": words, "files": files})


def brought(client: Client, one: Attachment, end: str = "") -> Any:
    return client.get(f"/plans/{one.plan_id}/files/{one.pk}/{end}")


def test_words_photo_and_file_go_in_one_form(cast: Cast, signed_in: SignedIn, talk: str) -> None:
    answer = sends(signed_in(cast.citizen), talk, pictures.photo(), pictures.document(), name="Plan.pdf")
    assert answer.status_code == 303
    page = signed_in(cast.consultant).get(talk).content.decode()
    photo = Attachment.objects.get(place=0)
    assert f"/files/{photo.pk}/small/" in page and f"/photos/{photo.pk}/" in page
    assert "Plan.pdf" in page and "Se her" in page


def test_a_double_click_is_one_message(cast: Cast, signed_in: SignedIn, talk: str) -> None:
    client = signed_in(cast.citizen)
    form = read(client, talk).form("write_message")
    for _ in range(2):
        sent = {**form.fields, "words": "Se", "files": [SimpleUploadedFile("a.jpg", pictures.photo())]}
        assert client.post(form.action, sent).status_code == 303
    assert Message.objects.count() == Attachment.objects.count() == 1


def test_another_photo_from_the_same_page_is_another_message(cast: Cast, signed_in: SignedIn, talk: str) -> None:
    client = signed_in(cast.citizen)
    form = read(client, talk).form("write_message")
    for turned in (1, 6):
        sent = {**form.fields, "words": "", "files": [SimpleUploadedFile("a.jpg", pictures.photo(turned=turned))]}
        assert client.post(form.action, sent).status_code == 303
    assert Message.objects.count() == 2


@pytest.mark.parametrize("content", [pictures.SVG, pictures.bomb(6000), pictures.photo() + pictures.zipped()])
def test_a_file_that_is_refused_leaves_the_words(cast: Cast, signed_in: SignedIn, talk: str, content: bytes) -> None:
    answer = sends(signed_in(cast.citizen), talk, content, words="Det her tog mig en time at skrive")
    assert answer.status_code == GONE_WRONG
    assert "Det her tog mig en time at skrive" in answer.content.decode()
    assert not Message.objects.exists()


def test_five_are_too_many_and_nothing_at_all_too_few(cast: Cast, signed_in: SignedIn, talk: str) -> None:
    client = signed_in(cast.citizen)
    many = [pictures.document(str(number)) for number in range(5)]
    assert sends(client, talk, *many).status_code == 422
    assert sends(client, talk, words="").status_code == GONE_WRONG
    assert not Message.objects.exists()


def test_a_photo_is_looked_at_and_a_file_is_saved_and_neither_can_do_anything(
    cast: Cast, signed_in: SignedIn, talk: str
) -> None:
    client = signed_in(cast.citizen)
    sends(client, talk, pictures.photo(), pictures.document(), name="Bréf æøå.pdf")
    photo, document = Attachment.objects.order_by("place")
    for answer in (brought(client, photo), brought(client, photo, "small/"), brought(client, document)):
        headers = answer.headers
        assert answer.status_code == 200
        assert headers["Content-Security-Policy"] == "default-src 'none'; frame-ancestors 'none'; sandbox"
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Cache-Control"] == "private, no-store"
        assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert brought(client, photo).headers["Content-Disposition"] == 'inline; filename="billede.webp"'
    saved = brought(client, document).headers
    assert saved["Content-Disposition"].startswith("attachment; filename*=utf-8''Br%C3%A9f")
    assert (saved["Content-Type"], brought(client, photo).headers["Content-Type"]) == ("application/pdf", "image/webp")
    assert brought(client, document, "small/").status_code == 404
    assert client.get(f"/plans/{cast.plan_id}/photos/{document.pk}/").status_code == 404


def test_a_small_picture_is_kept_on_the_phone_where_its_page_is(cast: Cast, signed_in: SignedIn, talk: str) -> None:
    citizen, consultant = signed_in(cast.citizen), signed_in(cast.consultant)
    sends(citizen, talk, pictures.photo())
    photo = Attachment.objects.get()
    page = citizen.get(talk).headers
    kept = brought(citizen, photo, "small/").headers
    assert (kept["Tavlen-Person"], kept["Tavlen-Keep"]) == (page["Tavlen-Person"], "yes")
    assert "Tavlen-Keep" not in brought(consultant, photo, "small/").headers
    assert "Tavlen-Keep" not in brought(citizen, photo).headers
    citizen.post("/devices/share/")
    assert "Tavlen-Keep" not in brought(citizen, photo, "small/").headers


def test_a_photo_by_itself_goes_when_its_message_is_taken_back(cast: Cast, signed_in: SignedIn, talk: str) -> None:
    client = signed_in(cast.citizen)
    sends(client, talk, pictures.photo())
    address = f"/plans/{cast.plan_id}/photos/{Attachment.objects.get().pk}/"
    assert "Til beskederne" in read(client, address).words
    read(client, talk).form("remove_message").send(client)
    assert client.get(address).status_code == 404


def test_the_api_takes_a_file_once_and_says_why_not(cast: Cast, signed_in: SignedIn) -> None:
    client, one = signed_in(cast.citizen), "0f927aa9-893e-4ae0-bd60-0e16e4106ee9"
    address = f"/api/plans/{cast.plan_id}/files/{one}"
    for _ in range(2):
        answer = client.post(address, {"file": SimpleUploadedFile("a.jpg", pictures.photo())})
        assert (answer.status_code, answer.json()) == (200, {"kept": one})
    assert Attachment.objects.count() == 1
    for sent in ({"file": SimpleUploadedFile("a.svg", pictures.SVG)}, {}):
        answer = client.post(address.replace("0f9", "1f9"), sent)
        assert answer.status_code == 422 and answer.json()["why"].endswith(".")
    named = {"Tavlen-Person": "another"}
    assert client.post(address, {"file": SimpleUploadedFile("a", b"x")}, headers=named).status_code == 401
