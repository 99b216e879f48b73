"""What the home screen is told: a name that tells nothing, icons and places that are there, in the chosen language."""

import re
from pathlib import Path
from typing import Any

import pytest
from django.contrib.staticfiles import finders
from django.test import Client

from tests.cast import Cast
from tests.pages.conftest import SignedIn

DIGEST = re.compile(r"\.[0-9a-f]{12}(?=\.)")
PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture
def manifest(client: Client, db: None) -> dict[str, Any]:
    told: dict[str, Any] = client.get("/manifest.webmanifest").json()
    return told


def test_it_is_the_municipalitys_and_says_nothing_of_what_it_is(client: Client, db: None, settings: Any) -> None:
    settings.TAVLEN_APP_NAME = "Sammen"
    told = client.get("/manifest.webmanifest").json()
    assert told["short_name"] == "Sammen"
    assert (told["id"], told["scope"], told["start_url"], told["display"]) == ("/", "/", "/", "standalone")


def test_it_speaks_the_chosen_language(client: Client, db: None, manifest: dict[str, Any]) -> None:
    assert (manifest["lang"], manifest["dir"], manifest["shortcuts"][0]["name"]) == ("da", "ltr", "I dag")
    client.post("/settings/", {"language": "en"})
    english = client.get("/manifest.webmanifest").json()
    assert (english["lang"], english["shortcuts"][0]["name"]) == ("en", "Today")


def test_every_picture_is_there_in_the_size_it_says(manifest: dict[str, Any]) -> None:
    pictures = [*manifest["icons"], *manifest["screenshots"]]
    assert {"any", "maskable"} == {icon["purpose"] for icon in manifest["icons"]}
    for picture in pictures:
        file = finders.find(without_digest(picture["src"]).removeprefix("/static/"))
        assert file, picture
        assert size_of(Path(file).read_bytes()) == picture["sizes"], picture


def without_digest(address: str) -> str:
    return DIGEST.sub("", address)


def size_of(picture: bytes) -> str:
    """Of a PNG from its head, of a JPEG from its frame."""
    if picture.startswith(PNG):
        return "{}x{}".format(*(int.from_bytes(picture[at : at + 4]) for at in (16, 20)))
    at = 2
    while picture[at + 1] not in (0xC0, 0xC2):
        at += 2 + int.from_bytes(picture[at + 2 : at + 4])
    return "{1}x{0}".format(*(int.from_bytes(picture[at + off : at + off + 2]) for off in (5, 7)))


def test_every_shortcut_leads_somewhere(cast: Cast, signed_in: SignedIn, manifest: dict[str, Any]) -> None:
    citizen = signed_in(cast.citizen)
    led = {shortcut["url"]: citizen.get(shortcut["url"]).headers["Location"] for shortcut in manifest["shortcuts"]}
    assert led == {"/today/": f"/plans/{cast.plan_id}/today/", "/board/": f"/plans/{cast.plan_id}/",
                   "/conversation/": f"/plans/{cast.plan_id}/conversation/#write"}  # fmt: skip
    supporter = signed_in(cast.supporter)
    assert supporter.get("/today/").headers["Location"] == f"/plans/{cast.plan_id}/"
    assert signed_in(cast.consultant).get("/board/").headers["Location"] == "/desk/"


def test_the_worker_is_asked_for_again_each_time_and_sent_when_it_is_new(client: Client, db: None) -> None:
    answer = client.get("/worker.js")
    assert answer.headers["Content-Type"].startswith("text/javascript")
    assert answer.headers["Cache-Control"] == "no-cache"
    assert answer.content.startswith(b"self.shell=")
    assert client.get("/worker.js", headers={"If-None-Match": answer.headers["ETag"]}).status_code == 304


def test_the_worker_weighs_at_most_four_kilobytes(client: Client, db: None) -> None:
    """Every phone fetches it with the first page, and whatever is in it is read again at each start."""
    answer = client.get("/worker.js", headers={"Accept-Encoding": "gzip"})
    assert answer.headers["Content-Encoding"] == "gzip"
    assert len(answer.content) <= 4096
