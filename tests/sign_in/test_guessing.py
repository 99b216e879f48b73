"""A thousand guesses and fifty at once get nowhere, and do not shut the person out of a device of their own."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client, RequestFactory

from backend.common import clock
from backend.people.limits import KEPT, RATES, TRIES_PER_CODE, forget_attempts, may_try, where_from
from backend.people.models import Attempt, Person
from backend.plans.commands.invitation import LIFE
from tests.cast import Cast
from tests.sign_in.conftest import MAIL, Letters, ask, code_in, is_in, try_code


def test_a_thousand_guesses_get_nowhere_and_the_person_still_comes_in(cast: Cast, letters: Letters) -> None:
    mine = Client(REMOTE_ADDR="192.0.2.7")
    ask(mine)
    try_code(mine, code_in(letters()[0]))
    assert is_in(mine)
    mine.post("/sign-out/")
    assert _guesses_that_were_looked_at(letters) <= 40
    assert ask(Client(REMOTE_ADDR="198.51.100.77")).status_code == 429, "no more codes for strangers"
    assert ask(mine).status_code == 303
    try_code(mine, code_in(letters()[-1]))
    assert is_in(mine)


def _guesses_that_were_looked_at(letters: Letters) -> int:
    """A stranger with fifty addresses of their own asks and guesses as fast as they may."""
    looked_at, strangers = 0, [Client(REMOTE_ADDR=f"203.0.113.{number}") for number in range(50)]
    for guess in range(1000):
        stranger = strangers[guess % 50]
        if guess % (50 * TRIES_PER_CODE) < 50:
            ask(stranger)
        answer = try_code(stranger, f"{guess:06}")
        assert answer.status_code == 422 or "spent" in answer.headers["Location"]
        looked_at += answer.status_code == 422
        assert not is_in(stranger)
    return looked_at


@pytest.mark.django_db(transaction=True)
def test_fifty_at_once_are_five(letters: Letters) -> None:
    Person.objects.create_person(handle="carl", name="Carl Holm", email=MAIL)
    first = Client()
    ask(first)
    code = code_in(letters()[0])
    wrong = [f"{(int(code) + add) % 1_000_000:06}" for add in range(1, 50)]

    def guess(number: str) -> int:
        client = Client()
        client.cookies.load(first.cookies.output(header="", sep=";"))
        try:
            return int(try_code(client, number).status_code)
        finally:
            connection.close()

    with ThreadPoolExecutor(16) as crowd:
        looked_at = [status for status in crowd.map(guess, [*wrong, code]) if status == 422]
    assert len(looked_at) <= TRIES_PER_CODE
    assert not is_in(first)


def test_a_forged_device_is_a_stranger(cast: Cast, letters: Letters) -> None:
    forger = Client()
    forger.cookies["device"] = "eyJuYW1lIjoieCIsIm1hcmtzIjpbXX0:1abc:forged"
    assert [ask(forger).status_code for _ in range(6)] == [303] * 5 + [429]
    assert ask(forger, "12345678").status_code == 303, "another address is another count"


def test_asking_for_codes_is_counted_alike_for_known_and_unknown(cast: Cast, letters: Letters) -> None:
    for address in (MAIL, "nobody@example.dk"):
        client = Client()
        assert [ask(client, address).status_code for _ in range(6)] == [303] * 5 + [429]
    assert len(letters()) == 5


def test_whoever_guesses_says_in_vain_that_they_come_from_elsewhere(rf: RequestFactory, settings: Any) -> None:
    """Only the last address is the proxy's own word; without a proxy none of them is anybody's."""
    told: dict[str, Any] = {"HTTP_X_FORWARDED_FOR": "203.0.113.9, 198.51.100.7", "REMOTE_ADDR": "127.0.0.1"}
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    assert where_from(rf.get("/", **told)) == "198.51.100.7"
    assert where_from(rf.get("/", **{**told, "HTTP_X_FORWARDED_FOR": ""})) == "127.0.0.1"
    households = {where_from(rf.get("/", REMOTE_ADDR=f"2001:db8:1:2::{number}")) for number in (1, 2)}
    assert len(households) == 1
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 0
    assert where_from(rf.get("/", **told)) == "127.0.0.1"


@pytest.mark.django_db
def test_tries_come_back_with_time_and_leave_nothing_behind() -> None:
    now, (most, within) = clock.now(), RATES["invitation_from"][0]
    with clock.standing_at(now):
        assert [may_try("invitation_from", "here") for _ in range(most + 1)] == [True] * most + [False]
        assert may_try("invitation_from", "elsewhere")
    with clock.standing_at(now + within):
        assert may_try("invitation_from", "here")
    assert max(within for rates in RATES.values() for _, within in rates) < KEPT
    assert RATES["invitation"][0][1] >= LIFE, "a code's tries last as long as the invitation"
    with clock.standing_at(now + within + KEPT + timedelta(seconds=1)):
        forget_attempts()
    assert not Attempt.objects.exists()
