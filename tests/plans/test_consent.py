"""Consent: the consultant asks, the citizen alone answers; each yes keeps its words, its days and its end."""

from datetime import timedelta
from uuid import UUID

import pytest
from django.test import Client

from backend.common import clock
from backend.common.errors import NotHere
from backend.common.ids import new_id
from backend.people.consent_texts import add_version
from backend.people.models import ConsentText
from backend.plans import access
from backend.plans import commands as do
from backend.plans.models import Consent, ConsentQuestion, Delivery
from backend.plans.open import open_plan
from backend.plans.reads.consent import ConsentView, read_consents
from tests.cast import Cast, person
from tests.house.test_words import FORBIDDEN, LIX, lix
from tests.plans.saying_no import finds_nothing, refused

NARROW = ("supporter", "professional")


def question(**other: object) -> do.AskConsent:
    said = {"giver": "Jobcenter", "receiver": "Sundhed", "what": "Hvornår jeg er der", "why": "Så vi følges ad"}
    return do.AskConsent(**{"question_id": new_id(), "until": clock.today(), **said, **other})  # type: ignore[arg-type]


def asked(cast: Cast, **other: object) -> UUID:
    command = question(**other)
    cast.does("consultant", command)
    return command.question_id


def view(cast: Cast, question_id: UUID, role: str = "citizen") -> ConsentView:
    return next(one for one in read_consents(cast.seat(role)) if one.id == question_id)


def of_plan(cast: Cast) -> ConsentView:
    return read_consents(cast.seat("citizen"))[0]


def new_words(kind: str, da: str = "Nye ord") -> None:
    add_version(ConsentText(kind=kind, da=da, en="New words"))


def test_a_new_plan_is_asked_about_and_nothing_is_given(cast: Cast) -> None:
    (one,) = read_consents(cast.seat("citizen"))
    assert (one.kind, one.state, one.given) == ("holistic_plan", "asked", None)
    assert one.newest and one.newest.version == 1


def test_yes_keeps_the_words_that_were_read_though_newer_ones_come(cast: Cast) -> None:
    read = of_plan(cast).newest
    cast.does("citizen", do.GiveConsent(question_id=of_plan(cast).id, version=1, language="en"))
    new_words("holistic_plan")
    one = of_plan(cast)
    assert (one.state, one.has_newer_words) == ("given", True)
    assert one.given and one.given.wording == read and one.given.language == "en"
    refused(cast, "citizen", do.GiveConsent(question_id=one.id, version=1), "new_text")
    cast.does("citizen", do.GiveConsent(question_id=one.id, version=2))
    again = of_plan(cast)
    assert again.given and again.given.wording.da == "Nye ord" and not again.has_newer_words
    assert [(past.wording, past.ended_as) for past in again.earlier] == [(read, "renewed")]


def test_withdrawn_it_stays_in_the_history_and_given_again_is_a_new_row(cast: Cast) -> None:
    one = asked(cast)
    with clock.standing_at(clock.now() - timedelta(hours=2)):
        cast.does("citizen", do.GiveConsent(question_id=one, version=1))
    cast.does("citizen", do.WithdrawConsent(question_id=one))
    gone = view(cast, one, "consultant")
    assert (gone.state, gone.given) == ("withdrawn", None)
    (past,) = gone.earlier
    assert past.ended_at and past.ended_at - past.given_at >= timedelta(hours=2)
    refused(cast, "citizen", do.WithdrawConsent(question_id=one), "nothing")
    cast.does("citizen", do.GiveConsent(question_id=one, version=1))
    cast.does("citizen", do.GiveConsent(question_id=one, version=1))
    assert view(cast, one).state == "given"
    assert Consent.objects.filter(question=one).count() == 2


def test_no_is_an_answer_and_is_not_asked_again_for_a_month(cast: Cast) -> None:
    one = asked(cast)
    refused(cast, "consultant", question(giver=" jobcenter "), "already_there")
    cast.does("citizen", do.DeclineConsent(question_id=one))
    assert view(cast, one).state == "declined"
    far = clock.today() + timedelta(days=90)
    refused(cast, "consultant", question(until=far), "said_no")
    with clock.standing_at(clock.now() + timedelta(days=31)):
        asked(cast, until=far)


def test_a_few_questions_at_a_time(cast: Cast) -> None:
    for number in range(5):
        asked(cast, receiver=f"Sundhed {number}")
    refused(cast, "consultant", question(receiver="Ydelse"), "too_many")
    refused(cast, "consultant", question(receiver="JOBCENTER"), "same")
    refused(cast, "consultant", question(until=clock.today() - timedelta(days=1)), "too_many")


def test_past_its_day_it_is_over(cast: Cast) -> None:
    one = asked(cast)
    cast.does("citizen", do.GiveConsent(question_id=one, version=1))
    with clock.standing_at(clock.now() + timedelta(days=1)):
        assert view(cast, one).state == "over"
        refused(cast, "citizen", do.GiveConsent(question_id=one, version=1), "bad_day")


@pytest.mark.parametrize("role", ["consultant", *NARROW])
def test_only_the_citizen_answers(cast: Cast, role: str) -> None:
    one = of_plan(cast).id
    for command in (
        do.GiveConsent(question_id=one, version=1),
        do.DeclineConsent(question_id=one),
        do.WithdrawConsent(question_id=one),
    ):
        refused(cast, role, command)


@pytest.mark.parametrize("role", ["citizen", *NARROW])
def test_only_the_consultant_asks(cast: Cast, role: str) -> None:
    refused(cast, role, question())


def test_another_plans_question_is_not_here(cast: Cast) -> None:
    frede = open_plan(citizen=person("frede", "Frede Ny"), consultant=cast.consultant)
    theirs = ConsentQuestion.objects.get(plan_id=frede).pk
    for one in (theirs, new_id()):
        finds_nothing(cast, "citizen", do.GiveConsent(question_id=one, version=1))


def test_nobody_else_hears_or_reads_of_it(cast: Cast) -> None:
    heads = {role: cast.seat(role).head for role in (*NARROW, "screen")}
    one = asked(cast)
    cast.does("citizen", do.GiveConsent(question_id=one, version=1))
    cast.does("citizen", do.WithdrawConsent(question_id=one))
    assert {role: cast.seat(role).head for role in heads} == heads
    assert not Delivery.objects.filter(entry__kind__startswith="consent_").exists()
    borrowed = access.seat_as(cast.seat("citizen"), cast.members["supporter"])
    for seat in (*map(cast.seat, heads), borrowed):
        with pytest.raises(NotHere):
            read_consents(seat)


@pytest.mark.django_db
def test_the_first_texts_are_easy_to_read(cast: Cast) -> None:
    for text in ConsentText.objects.all():
        assert lix(text.da.replace("\n", " ")) <= LIX and not FORBIDDEN.search(text.da), text


def test_a_text_is_added_and_never_changed(cast: Cast) -> None:
    browser, address = Client(), "/office/setup/people/consenttext/"
    browser.force_login(person("jens", "Jens Kontor", staff_role="administrator"))
    said = {"kind": "holistic_plan", "da": "Andre ord", "en": "Other words"}
    assert browser.post(f"{address}add/", said).status_code == 302
    newest = ConsentText.objects.get(kind="holistic_plan", version=2)
    assert newest.da == "Andre ord"
    for text in ConsentText.objects.all():
        page = browser.get(f"{address}{text.pk}/change/")
        assert page.status_code == 200 and "<textarea" not in page.content.decode()
        assert browser.post(f"{address}{text.pk}/change/", {**said, "da": "Rettet"}).status_code == 403
    assert not ConsentText.objects.filter(da="Rettet").exists()
