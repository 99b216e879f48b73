"""An address that somebody typed is nobody's until a code sent there has been entered: nobody shuts another out."""

from collections.abc import Callable

import pytest
from django.test import Client

from backend.common.ids import new_id
from backend.people.addresses import Address, people_at, prove
from backend.people.models import Identity, Person
from backend.plans import commands as do
from backend.plans.commands.invitation import PROMISE
from backend.plans.models import Member
from backend.plans.reads.invitation import read_invitations
from tests.cast import Cast
from tests.sign_in.conftest import MAIL, Letters, ask, code_in, is_in, try_code

METTE = "mette@example.dk"
Invited = Callable[[], Client]


@pytest.fixture
def invited(cast: Cast) -> Invited:
    """invited() → a browser that has opened an invitation of Amina's."""

    def browser() -> Client:
        invitation_id = new_id()
        cast.does("citizen", do.Invite(invitation_id=invitation_id, name="Mette"))
        link = next(one for one in read_invitations(cast.seat("citizen")) if one.id == invitation_id).link
        client = Client()
        assert client.post("/invitation/open/", {"secret": link}).status_code == 303
        return client

    return browser


def says_yes(client: Client, email: str, name: str = "Mette Mentor") -> Person:
    told = {"name": name, "email": email, "promise": PROMISE, "answer": "accepted"}
    assert client.post("/invitation/say/", told).headers["Location"] == "/invitation/waiting/"
    return Person.objects.get(pk=client.session["_auth_user_id"])


def comes_in(letters: Letters, address: str = MAIL, **choice: str) -> int:
    """With the code that was sent to the address; who they are then."""
    client = Client()
    ask(client, address)
    try_code(client, code_in(letters()[-1]), **choice)
    return int(client.session.get("_auth_user_id", 0))


def test_who_types_anothers_address_neither_shuts_them_out_nor_gets_their_letters_way_in(
    cast: Cast, letters: Letters, invited: Invited
) -> None:
    Person.objects.filter(pk=cast.supporter.pk).update(handle="guest-carl")
    assert comes_in(letters) == cast.supporter.pk
    thief = says_yes(invited(), "CARL@example.dk", "Carl Holm")
    assert comes_in(letters) == cast.supporter.pk
    assert people_at(Address("email", MAIL)) == [cast.supporter]
    assert not prove(thief, Address("email", MAIL))
    assert not Identity.objects.filter(person=thief).exists()


def test_what_the_office_wrote_counts_before_what_a_newcomer_typed(
    cast: Cast, letters: Letters, invited: Invited
) -> None:
    says_yes(invited(), MAIL)
    assert comes_in(letters) == cast.supporter.pk


def test_a_mentor_who_said_yes_twice_signed_out_says_once_who_they_are(
    cast: Cast, letters: Letters, invited: Invited
) -> None:
    first, second = says_yes(invited(), METTE), says_yes(invited(), METTE)
    client = Client()
    ask(client, METTE)
    code = code_in(letters()[-1])
    page = try_code(client, code).content.decode()
    assert page.count('name="person"') + page.count("name=person") == 2 and not is_in(client)
    assert try_code(client, f"{(int(code) + 1) % 1_000_000:06}", person=str(second.pk)).status_code == 422
    try_code(client, code, person=str(cast.citizen.pk))
    assert not is_in(client), "nobody else can be chosen"
    try_code(client, code, person=str(second.pk))
    assert int(client.session["_auth_user_id"]) == second.pk
    assert comes_in(letters, METTE) == second.pk
    assert comes_in(letters, METTE, person=str(first.pk)) == second.pk, "it is theirs now"


def test_asking_again_for_a_code_is_no_code(cast: Cast, letters: Letters) -> None:
    client = Client()
    ask(client)
    client.post("/sign-in/code/", {"action": "resend", "person": str(cast.supporter.pk)})
    assert not is_in(client) and not Identity.objects.exists()


def test_a_proof_goes_with_the_address(cast: Cast, letters: Letters, invited: Invited) -> None:
    assert comes_in(letters) == cast.supporter.pk
    Person.objects.filter(pk=cast.supporter.pk).update(email="new@example.dk")
    mette = says_yes(invited(), MAIL)
    assert comes_in(letters) == mette.pk
    assert comes_in(letters, "new@example.dk") == cast.supporter.pk


def test_a_device_is_not_known_by_an_address_that_another_has_proven(
    cast: Cast, letters: Letters, invited: Invited
) -> None:
    comes_in(letters)
    thief = invited()
    says_yes(thief, MAIL)
    thief.post("/sign-out/")
    strangers = Client()
    assert [ask(strangers).status_code for _ in range(5)].count(303) == 4, "one of the five went to Carl"
    assert ask(thief).status_code == 429


def test_who_was_here_before_signs_in_and_is_back_at_the_answer(cast: Cast, letters: Letters, invited: Invited) -> None:
    Person.objects.filter(pk=cast.professional.pk).update(email=METTE)
    Member.objects.filter(person=cast.professional).delete()
    client, people = invited(), Person.objects.count()
    assert "/sign-in/?next=/invitation/answer/" in client.get("/invitation/answer/").content.decode()
    ask(client, METTE, next="/invitation/answer/")
    answer = try_code(client, code_in(letters()[-1]), next="/invitation/answer/")
    assert answer.headers["Location"] == "/invitation/answer/"
    assert cast.professional.name in client.get("/invitation/answer/").content.decode()
    client.post("/invitation/say/", {"promise": PROMISE, "answer": "accepted"})
    assert Person.objects.count() == people
    assert client.get("/invitation/waiting/").status_code == 200


def test_who_has_no_address_gets_in_all_the_same(cast: Cast, letters: Letters, invited: Invited) -> None:
    client = invited()
    says_yes(client, "")
    assert client.get("/invitation/waiting/").status_code == 200
    assert not letters()
