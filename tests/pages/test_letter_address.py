"""An address for letters: given on »Når der er nyt«, proven by the code that was sent there, and no way in."""

import json
import re
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from backend.common import clock
from backend.people.addresses import Address, person_at
from backend.people.models import Person
from backend.people.postman import FILE_NAME, wait_for_letters
from backend.reach.deliver import deliver_due
from backend.reach.follow import follow
from backend.reach.models import LetterAddress, Wishes
from tests.cast import Cast
from tests.reach.owed import at, from_now_on, writes

SignedIn = Callable[[Person], Client]
HERE, MAIL = "/notices/", "amina@example.dk"


@pytest.fixture(autouse=True)
def _letters_are_put_here(cast: Cast, tmp_path: Path, settings: Any) -> None:
    settings.TAVLEN_DATA_DIR = tmp_path


def letters(tmp_path: Path) -> list[dict[str, str]]:
    wait_for_letters()
    file = tmp_path / FILE_NAME
    return [json.loads(line) for line in file.read_text().splitlines()] if file.exists() else []


def code_in(letter: dict[str, str]) -> str:
    (code,) = re.findall(r"\d{6}", letter["words"])
    return code


def wrong(code: str) -> str:
    return f"{(int(code) + 1) % 1_000_000:06}"


def test_who_gives_an_address_is_written_to_there(cast: Cast, signed_in: SignedIn, tmp_path: Path) -> None:
    with at():
        from_now_on()
        client = signed_in(cast.citizen)
        assert client.post(HERE, {"address": " Amina@Example.dk "}).status_code == 303
        (letter,) = letters(tmp_path)
        assert (letter["kind"], letter["to"]) == ("email", MAIL)
        page = client.get(HERE).content.decode()
        assert MAIL in page and code_in(letter) not in page
        assert client.post(HERE, {"code": code_in(letter)}).status_code == 303
        assert Wishes.objects.get(person=cast.citizen).fall_back == "email"
        assert "Fjern amina@example.dk" in client.get(HERE).content.decode()
        writes(cast)
        follow()
        deliver_due()
    with at("2026-11-25 12:00"):
        assert deliver_due() == 1
    assert letters(tmp_path)[-1]["to"] == MAIL
    assert person_at(Address("email", MAIL)) is None  # nobody comes in by it


def test_a_mobile_number_is_spelt_out_and_taken_back(cast: Cast, signed_in: SignedIn, tmp_path: Path) -> None:
    client = signed_in(cast.citizen)
    client.post(HERE, {"address": "20 30 40 50"})
    code = code_in(letters(tmp_path)[-1])
    client.post(HERE, {"code": f"{code[:3]} {code[3:]}"})
    assert LetterAddress.objects.get().spelt == "+4520304050"
    client.post(HERE, {"forget": "phone"})
    assert not LetterAddress.objects.exists()
    assert Wishes.objects.get(person=cast.citizen).fall_back == ""


def test_five_guesses_and_no_more(cast: Cast, signed_in: SignedIn, tmp_path: Path) -> None:
    client = signed_in(cast.citizen)
    client.post(HERE, {"address": MAIL})
    code = code_in(letters(tmp_path)[-1])
    said = [client.post(HERE, {"code": wrong(code)}).content.decode() for _ in range(5)]
    assert all("Koden passer ikke" in page for page in said)
    answer = client.post(HERE, {"code": code})
    assert answer.status_code == 409 and "gælder ikke mere" in answer.content.decode()
    assert not LetterAddress.objects.exists()


def test_the_code_holds_ten_minutes_in_the_session_that_asked(cast: Cast, signed_in: SignedIn, tmp_path: Path) -> None:
    client = signed_in(cast.citizen)
    client.post(HERE, {"address": MAIL})
    code = code_in(letters(tmp_path)[-1])
    signed_in(cast.consultant).post(HERE, {"code": code})
    with clock.standing_at(clock.now() + timedelta(minutes=10)):
        assert client.post(HERE, {"code": code}).status_code == 409
    assert not LetterAddress.objects.exists()


def test_nobody_can_have_codes_sent_without_end(cast: Cast, signed_in: SignedIn, tmp_path: Path) -> None:
    client = signed_in(cast.citizen)
    asked = [client.post(HERE, {"address": MAIL}).status_code for _ in range(6)]
    assert asked == [303] * 5 + [409]
    assert len(letters(tmp_path)) == 5
    assert signed_in(cast.supporter).post(HERE, {"address": MAIL}).status_code == 409  # nor several of them together
    answer = signed_in(cast.consultant).post(HERE, {"address": "ikke en adresse"})
    assert "Skriv en mailadresse eller et mobilnummer" in answer.content.decode()


def test_where_no_sms_leaves_the_house_none_is_offered(
    cast: Cast, signed_in: SignedIn, tmp_path: Path, settings: Any
) -> None:
    settings.TAVLEN_BASE_URL = "https://testserver"
    settings.EMAIL_HOST = "mail.example.dk"
    Person.objects.filter(pk=cast.citizen.pk).update(phone="20 30 40 50", email=MAIL)
    client = signed_in(cast.citizen)
    assert 'value="phone"' not in client.get(HERE).content.decode().split('id="letters"')[0]
    answer = client.post(HERE, {"address": "20304050"})
    assert (answer.status_code, "Vi kan ikke skrive dertil herfra" in answer.content.decode()) == (409, True)
    assert not letters(tmp_path)
