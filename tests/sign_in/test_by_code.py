"""Whoever has no broker comes in by a code, by mail or SMS; a stranger's address gets the very same answers."""

from datetime import timedelta
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from backend.people.models import Identity, Person, Session
from tests.cast import Cast
from tests.sign_in.conftest import MAIL, MOBILE, Letters, ask, code_in, is_in, try_code


@pytest.mark.parametrize(
    "typed", [MAIL, " CARL@Example.dk ", "12345678", "12 34 56 78", "+45 12 34 56 78", "004512345678"]
)
def test_a_code_brings_its_person_in_where_they_were_going(
    cast: Cast, client: Client, letters: Letters, typed: str
) -> None:
    page = f"/plans/{cast.plan_id}/?view=board"
    asked = ask(client, typed, next=page)
    assert asked.headers["Location"].startswith("/sign-in/code/")
    (letter,) = letters()
    assert letter["to"] == (MAIL if letter["kind"] == "email" else MOBILE)
    before = client.cookies[settings.SESSION_COOKIE_NAME].value
    answer = try_code(client, f" {code_in(letter)[:3]} {code_in(letter)[3:]} ", next=page)
    assert (answer.status_code, answer.headers["Location"]) == (302, page)
    assert client.cookies[settings.SESSION_COOKIE_NAME].value != before, "a session's key is new after signing in"
    assert not Session.objects.filter(session_key=before).exists()
    assert "Kan ikke ses" not in client.get(page).content.decode()
    assert is_in(client)


def test_from_the_walls_picture_a_code_leads_into_the_open_meeting(
    cast: Cast, client: Client, letters: Letters
) -> None:
    meeting_id = cast.meets("supporter")
    ask(client, next=(here := client.get("/meeting/").headers["Location"].partition("next=")[2]))
    answer = try_code(client, code_in(letters()[0]), next=here)
    assert answer.headers["Location"] == "/meeting/"
    assert client.get("/meeting/").headers["Location"] == f"/plans/{cast.plan_id}/meetings/{meeting_id}/"


def test_without_a_place_to_go_the_first_page_leads_on(cast: Cast, client: Client, letters: Letters) -> None:
    ask(client, next="https://evil.example/")
    answer = try_code(client, code_in(letters()[0]), next="//evil.example/")
    assert answer.headers["Location"] == "/"
    assert client.get("/").headers["Location"] == f"/plans/{cast.plan_id}/"


@pytest.mark.parametrize("unknown", ["nobody@example.dk", "87 65 43 21", "ended@example.dk", "mitid@example.dk"])
def test_an_unknown_address_gets_the_same_answers_and_no_letter(
    cast: Cast, client: Client, letters: Letters, unknown: str, settings: Any
) -> None:
    settings.TAVLEN_MITID_BROKER = "idura"
    Person.objects.filter(pk=cast.consultant.pk).update(email="ended@example.dk", is_active=False)
    Person.objects.filter(pk=cast.citizen.pk).update(email="mitid@example.dk")
    Identity.objects.create(person=cast.citizen, issuer="https://broker.example", subject="pid")
    known = MAIL if "@" in unknown else MOBILE
    assert _walk(Client(), known) == _walk(client, unknown)
    assert [letter["to"] for letter in letters()] == [known]


def _walk(client: Client, address: str) -> list[tuple[int, str, bytes, list[str]]]:
    """Status, where to, the page without the address that was typed, and the names of its cookies."""
    steps = [ask(client, address), client.get("/sign-in/code/"), *(try_code(client, "wrong") for _ in range(6))]
    spelt = address if "@" in address else f"+45{address.replace(' ', '')[-8:]}"
    return [
        (
            answer.status_code,
            answer.headers.get("Location", ""),
            answer.content.replace(spelt.encode(), b"A"),
            sorted(answer.cookies),
        )
        for answer in steps
    ]


def test_a_code_dies_of_age_of_five_wrong_tries_and_of_being_used(
    cast: Cast, client: Client, letters: Letters, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask(client)
    code = code_in(letters()[-1])
    assert [try_code(client, "000000").status_code for _ in range(4)] == [422] * 4
    assert try_code(client, "000000").headers["Location"] == "/sign-in/?spent=1&next=%2F"
    assert "Koden virker ikke mere" in client.get("/sign-in/?spent=1").content.decode()
    try_code(client, code)
    assert not is_in(client)
    ask(client)
    code = code_in(letters()[-1])
    _grow_older(client, timedelta(minutes=10, seconds=1))
    try_code(client, code)
    assert not is_in(client)


def _grow_older(client: Client, by: timedelta) -> None:
    session: Any = client.session
    login = session["account_login"]
    login["state"]["stages"]["login_by_code"]["data"]["at"] -= by.total_seconds()
    session["account_login"] = login
    session.save()


def test_anothers_code_is_no_good(cast: Cast, client: Client, letters: Letters) -> None:
    other = Client()
    ask(client)
    theirs = code_in(letters()[0])
    ask(other)
    assert theirs != code_in(letters()[1])
    try_code(other, theirs)
    assert not is_in(other)


@pytest.mark.parametrize("typed", ["", "carl", "123", "carl@", "+45", "x" * 300, "<script>"])
def test_what_is_no_address_is_said_so(cast: Cast, client: Client, letters: Letters, typed: str) -> None:
    answer = ask(client, typed)
    assert answer.status_code == 422
    assert "Skriv hele din mail" in answer.content.decode()
    assert not letters()


def test_on_a_shared_phone_the_session_is_short_and_nothing_is_remembered(
    cast: Cast, client: Client, letters: Letters
) -> None:
    ask(client, shared="1")
    answer = try_code(client, code_in(letters()[0]))
    cookie = answer.cookies[settings.SESSION_COOKIE_NAME]
    assert cookie["max-age"] == ""
    assert "device" not in answer.cookies
    assert "data-shared" in client.get("/devices/").content.decode()


def test_nothing_of_it_is_logged(
    cast: Cast, client: Client, letters: Letters, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("DEBUG")
    ask(client)
    code = code_in(letters()[0])
    try_code(client, "999999")
    try_code(client, code)
    assert not [word for word in (MAIL, code, "999999") if word in caplog.text.lower()]


@pytest.mark.parametrize(
    ("typed", "said"), [("12345678", "kan ikke sende SMS herfra"), (MAIL, "kan ikke sende mail herfra")]
)
def test_where_no_letter_leaves_the_house_it_is_said_so_and_nothing_is_put_aside(
    cast: Cast, client: Client, letters: Letters, settings: Any, typed: str, said: str
) -> None:
    settings.TAVLEN_BASE_URL = "https://tavlen.example.dk"
    answer = ask(client, typed)
    assert (answer.status_code, said in answer.content.decode()) == (422, True)
    assert f'value="{typed}"' in answer.content.decode()
    assert not letters()
