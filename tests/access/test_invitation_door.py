"""The door for the invited: looking uses nothing up, guessing leads nowhere, no sight before the citizen says yes."""

import re
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client, RequestFactory

from backend.common import clock
from backend.common.errors import NotHere, Refused
from backend.common.ids import new_id
from backend.people.addresses import Address
from backend.people.known_devices import device_knowing
from backend.people.models import Organisation, Person
from backend.people.sessions import OWN_PHONE, SHARED_PHONE
from backend.plans import access
from backend.plans import commands as do
from backend.plans.commands.invitation import PROMISE
from backend.plans.models import Invitation, Member
from backend.plans.reads.board import read_board
from backend.plans.reads.invitation import InvitationView, read_invitations
from backend.plans.reads.network import read_network
from tests.access.visitors import signed_in
from tests.cast import Cast, gather
from tests.plans.saying_no import finds_nothing, refused

pytestmark = pytest.mark.django_db
YES = {"name": "Karim Said", "promise": PROMISE, "answer": "accepted"}


@pytest.fixture
def cast() -> Cast:
    return gather()


def invite(cast: Cast, **more: object) -> InvitationView:
    invitation_id = new_id()
    cast.does("citizen", do.Invite(invitation_id=invitation_id, name="Karim", **more))  # type: ignore[arg-type]
    return next(one for one in read_invitations(cast.seat("citizen")) if one.id == invitation_id)


def opened(client: Client, **by: str) -> int:
    return client.post("/invitation/open/", by).status_code


def walk(one: InvitationView, client: Client | None = None) -> Client:
    """All the way to the citizen's question."""
    client = client or Client()
    assert opened(client, secret=one.link) == 303
    assert client.post("/invitation/say/", YES).headers["Location"] == "/invitation/waiting/"
    return client


def test_by_link_and_by_code_however_it_is_written(cast: Cast) -> None:
    one = invite(cast)
    for told in (one.code, one.code.lower().replace(" ", ""), f" {one.code.replace('0', 'o').replace('1', 'l')} "):
        assert opened(Client(), code=told) == 303, told
    assert opened(Client(), secret=one.link) == 303
    assert opened(Client(), secret=one.link[:-1] + ("A" if one.link[-1] != "A" else "B")) == 422
    row = str(Invitation.objects.values().get(pk=one.id))
    assert one.link not in row and one.code[5:] not in row


def test_looking_changes_nothing_and_says_nothing_of_the_plan(cast: Cast) -> None:
    goal = cast.adds_goal(title="Hemmeligt mål")
    one, head = invite(cast, asks="Ring til mig", offers=(goal,)), cast.seat("citizen").head
    for _scan in range(3):
        client = Client()
        client.get("/invitation/")
        assert opened(client, secret=one.link) == 303
        page = client.get("/invitation/answer/").content.decode()
    assert "Amina" in page and "Ring til mig" in page and "1 mål" in page
    assert "Hemmeligt mål" not in page and "Holm" not in page
    assert cast.seat("citizen").head == head


def test_nothing_is_seen_before_the_citizen_has_said_that_it_is_they(cast: Cast) -> None:
    step, other = cast.adds_step(title="Gå en tur"), cast.adds_step(title="Noget andet")
    one = invite(cast, offers=(step,))
    guest = walk(one)
    here, nowhere = guest.get(f"/plans/{cast.plan_id}/"), guest.get("/plans/999999999/")
    assert (here.status_code, here.content) == (nowhere.status_code, nowhere.content) == (404, here.content)
    assert "Er det Karim" in signed_in(cast.citizen).get(f"/plans/{cast.plan_id}/today/").content.decode()
    cast.does("citizen", do.ConfirmInvited(invitation_id=one.id))
    asked = signed_in(cast.citizen).get(f"/plans/{cast.plan_id}/invitations/").content.decode()
    assert "Karim sidder med nu" in asked
    karim = Person.objects.get(name="Karim Said")
    seat = access.seat_for(person_id=karim.pk, plan_id=cast.plan_id)
    assert [card.id for card in read_board(seat).cards] == [step] != [other]
    assert Invitation.objects.get(pk=one.id).promise == PROMISE
    assert guest.get("/invitation/waiting/").headers["Location"] == f"/plans/{cast.plan_id}/"


def test_it_is_answered_once_and_no_longer_than_72_hours(cast: Cast) -> None:
    one, other = invite(cast), invite(cast)
    late = Client()
    assert opened(late, secret=one.link) == 303
    walk(one)
    assert late.post("/invitation/say/", YES).headers["Location"] == "/invitation/"
    assert opened(Client(), secret=one.link) == 422
    with clock.standing_at(clock.now() + timedelta(hours=72, seconds=1)):
        assert opened(Client(), secret=other.link) == 422
        finds_nothing(cast, "citizen", do.ConfirmInvited(invitation_id=one.id))


def test_withdrawn_before_or_after_the_answer_there_is_nothing(cast: Cast) -> None:
    one, other = invite(cast), invite(cast)
    cast.does("citizen", do.WithdrawInvitation(invitation_id=one.id))
    assert opened(Client(), secret=one.link) == 422
    walk(other)
    cast.does("citizen", do.WithdrawInvitation(invitation_id=other.id))
    finds_nothing(cast, "citizen", do.ConfirmInvited(invitation_id=other.id))
    assert Member.objects.filter(plan_id=cast.plan_id).count() == 4


def test_without_the_promise_there_is_no_yes_and_nobody_new(cast: Cast) -> None:
    client, before = Client(), Person.objects.count()
    assert opened(client, secret=invite(cast).link) == 303
    assert client.post("/invitation/say/", {**YES, "promise": ""}).status_code == 409
    assert Person.objects.count() == before


def test_whoever_is_signed_in_answers_as_themself_but_not_twice_at_one_table(cast: Cast) -> None:
    walk(invite(cast), signed_in(cast.stranger))
    assert Invitation.objects.get(answer="accepted").person_id == cast.stranger.pk
    carl = signed_in(cast.supporter)
    assert opened(carl, secret=invite(cast).link) == 303
    assert carl.post("/invitation/say/", YES).status_code == 409


def test_a_no_keeps_nothing_of_who_said_it(cast: Cast) -> None:
    client, before = Client(), Person.objects.count()
    assert opened(client, secret=invite(cast).link) == 303
    assert client.post("/invitation/say/", {"answer": "declined"}).status_code == 200
    assert Person.objects.count() == before
    assert [one.state for one in read_invitations(cast.seat("citizen"))] == ["declined"]


def test_a_thousand_guesses_get_nowhere_and_the_link_still_works(cast: Cast) -> None:
    one = invite(cast)
    guesses = [f"{one.code[:4]} {number:04d}" for number in range(1000)]
    guesser = Client()
    right = {opened(guesser, code=guess) for guess in guesses}
    assert right <= {422, 429} and 429 in right
    assert opened(Client(), code=one.code) == 429
    with clock.standing_at(clock.now() + timedelta(minutes=11)):
        assert opened(Client(), code=one.code) == 422, "five tries are all that one code has, from wherever they come"
    assert opened(Client(), secret=one.link) == 303


@pytest.mark.django_db(transaction=True)
def test_fifty_at_once_have_no_more_tries_than_five_in_a_row(cast: Cast) -> None:
    """Even if all fifty knew the code: no more than five are looked at, by as many threads as a server has."""
    one = invite(cast)

    def guesses(number: int) -> int:
        try:
            return opened(Client(REMOTE_ADDR=f"10.0.0.{number}"), code=one.code)
        finally:
            connection.close()

    with ThreadPoolExecutor(8) as crowd:
        answers = list(crowd.map(guesses, range(50)))
    assert set(answers) <= {303, 422, 429, 503}
    assert 1 <= answers.count(303) <= 5
    guest = walk(one)
    cast.does("citizen", do.ConfirmInvited(invitation_id=one.id))
    assert guest.get(f"/plans/{cast.plan_id}/").status_code == 200


@pytest.mark.parametrize("role", ["consultant", "supporter", "professional"])
def test_nobody_but_the_citizen_asks_anybody(cast: Cast, role: str) -> None:
    one = invite(cast)
    refused(cast, role, do.Invite(invitation_id=new_id(), name="Ida"))
    refused(cast, role, do.WithdrawInvitation(invitation_id=one.id))
    refused(cast, role, do.ConfirmInvited(invitation_id=one.id))
    with pytest.raises(NotHere):
        read_invitations(cast.seat(role))


def test_a_seat_without_a_place_does_nothing_else(cast: Cast) -> None:
    for command in (
        do.AddStep(step_id=new_id(), title="x"),
        do.EndWhatRanOut(),
        do.ConfirmInvited(invitation_id=UUID(int=1)),
    ):
        with pytest.raises(Refused):
            cast.does("invited", command)


def test_a_professional_says_where_they_work_and_is_there_to_the_end_of_the_task(cast: Cast) -> None:
    house = Organisation.objects.create(name="Værestedet", kind="partner")
    one, client, last = invite(cast, role="professional"), Client(), clock.today() + timedelta(days=30)
    opened(client, secret=one.link)
    assert "Værestedet" in client.get("/invitation/answer/").content.decode()
    assert client.post("/invitation/say/", {**YES, "workplace": "999999"}).status_code == 409
    assert client.post("/invitation/say/", {**YES, "workplace": house.pk}).status_code == 303
    asked = signed_in(cast.citizen).get(f"/plans/{cast.plan_id}/invitations/").content.decode()
    assert "Karim Said« fra Værestedet" in asked and "name=until" in asked.replace('"', "")
    refused(
        cast, "citizen", do.ConfirmInvited(invitation_id=one.id, until=clock.today() - timedelta(days=1)), "bad_day"
    )
    cast.does("citizen", do.ConfirmInvited(invitation_id=one.id, until=last))
    (there,) = [who for who in read_network(cast.seat("citizen")) if who.face.name == "Karim Said"]
    assert (there.organisation, there.until) == ("Værestedet", last)
    with clock.standing_at(clock.now() + timedelta(days=31)):
        assert client.get(f"/plans/{cast.plan_id}/").status_code != 200
        with pytest.raises(NotHere):
            access.seat_for(person_id=Person.objects.get(name="Karim Said").pk, plan_id=cast.plan_id)


def test_a_friend_is_not_asked_where_they_work(cast: Cast) -> None:
    house = Organisation.objects.create(name="Værestedet", kind="partner")
    one, client = invite(cast), Client()
    opened(client, secret=one.link)
    assert "Værestedet" not in client.get("/invitation/answer/").content.decode()
    client.post("/invitation/say/", {**YES, "workplace": house.pk})
    assert Person.objects.get(name="Karim Said").organisation is None


def test_who_says_yes_is_known_on_their_phone(cast: Cast) -> None:
    one, client = invite(cast), Client()
    opened(client, secret=one.link)
    client.post("/invitation/say/", {**YES, "email": "karim@example.dk"})
    asked = RequestFactory().get("/")
    asked.COOKIES["device"] = client.cookies["device"].value
    assert device_knowing(asked, Address("email", "karim@example.dk"))
    assert not device_knowing(asked, Address("email", "another@example.dk"))
    assert client.session.lifetime == OWN_PHONE["guest"]  # type: ignore[attr-defined]


def test_who_says_yes_on_a_shared_phone_is_soon_out_and_forgotten(cast: Cast) -> None:
    one, client = invite(cast), Client()
    opened(client, secret=one.link)
    assert re.search(r"<input[^>]*name=\"?shared", client.get("/invitation/answer/").content.decode())
    unpromised = client.post("/invitation/say/", {**YES, "promise": "", "shared": "1"}).content.decode()
    assert re.search(r"<input[^>]*name=\"?shared\"?[^>]* checked", unpromised)
    answer = client.post("/invitation/say/", {**YES, "email": "karim@example.dk", "shared": "1"})
    assert answer.status_code == 303 and "device" not in client.cookies
    assert not client.session.lifetime.idle > SHARED_PHONE.idle  # type: ignore[attr-defined]
    assert client.session.get_expire_at_browser_close()
    assert client.get("/invitation/waiting/").status_code == 200
