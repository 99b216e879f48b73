"""What the municipality has set up is read by those it is for: how often we meet, what we stand by, whom it is for."""

from datetime import date, timedelta

import pytest
from django.test import Client

from backend.common import clock
from backend.common.errors import NotHere
from backend.people.models import ContactRule, MeetingKind, Person, Principle, TargetGroup
from backend.plans.reads.contact import read_contact
from tests.access.visitors import signed_in
from tests.cast import Cast, gather, person

pytestmark = pytest.mark.django_db
GROUP = "Unge på vej"


@pytest.fixture
def cast() -> Cast:
    """A citizen of a target group that is to meet at least once in four weeks, and three times in fifty days."""
    cast, kind = gather(), MeetingKind.objects.create(name="Opfølgning", code="follow_up")
    group, other = (TargetGroup.objects.create(name=name, code=name[:3]) for name in (GROUP, "Andre"))
    Person.objects.filter(pk=cast.citizen.pk).update(target_group=group)
    rules = ((group, 1, 28, None), (group, 3, 50, None), (group, 9, 9, _YESTERDAY), (other, 8, 8, None))
    for whose, least, days, until in rules:
        rule = {"target_group": whose, "meeting_kind": kind, "least": least, "within_days": days}
        ContactRule.objects.create(**rule, valid_from=date(2020, 1, 1), valid_until=until)
    return cast


_YESTERDAY = clock.today() - timedelta(days=1)


def told(client: Client, cast: Cast, page: str) -> str:
    return client.get(f"/plans/{cast.plan_id}/{page}").content.decode()


def test_the_citizen_reads_when_the_consultant_is_there_and_how_often_they_meet(cast: Cast) -> None:
    body = told(signed_in(cast.citizen), cast, "me/")
    section = body.partition('id="my-consultant"')[2].partition("</section>")[0]
    assert "Bente Krog" in section and "Hverdage 9–15" in section and 'href="tel:12345678"' in section
    assert "Opfølgning: mindst 1 gang på 4 uger" in section and "Opfølgning: mindst 3 gange på 50 dage" in section
    assert "mindst 9" not in section and "mindst 8" not in section, "what is over, and what is for others"
    MeetingKind.objects.update(valid_from=date(2020, 1, 1), valid_until=_YESTERDAY)
    client = signed_in(cast.citizen)
    assert "mindst" not in told(client, cast, "me/"), "a way to meet that is no more"


def test_nobody_else_reads_it(cast: Cast) -> None:
    for role in ("consultant", "supporter", "professional"):
        assert "my-consultant" not in told(signed_in(cast.person_of(role)), cast, "me/")
        with pytest.raises(NotHere):
            read_contact(cast.seat(role))


def test_the_target_group_is_told_to_the_consultant_beside_the_citizen_and_to_nobody_else(cast: Cast) -> None:
    row = told(signed_in(cast.consultant), cast, "").partition('id="people"')[2].partition("</li>")[0]
    assert "Amina Holm" in row and GROUP in row
    for role in ("citizen", "supporter", "professional"):
        for page in ("", "me/", "network/", "today/", "screen/"):
            assert GROUP not in told(signed_in(cast.person_of(role)), cast, page), (role, page)


def test_the_office_says_whom_a_citizen_belongs_to(cast: Cast) -> None:
    client = signed_in(person("jens", "Jens Kontor", staff_role="administrator"))
    for one, is_there in ((cast.citizen, True), (cast.consultant, False)):
        page = client.get(f"/office/setup/people/person/{one.pk}/change/").content.decode()
        assert ('name="target_group"' in page) is is_there


def test_principles_that_hold_are_read_in_their_order_by_whoever_is_signed_in(cast: Cast) -> None:
    client = signed_in(cast.citizen)
    assert "Spørg din konsulent" in client.get("/principles/").content.decode()
    sentences = (("Små skridt tæller.", None), ("Gammelt", _YESTERDAY), ("Du bestemmer.", None))
    for place, (words, until) in enumerate(sentences):
        Principle.objects.create(words=words, place=9 - place, valid_from=date(2020, 1, 1), valid_until=until)
    body = client.get("/principles/").content.decode()
    assert 0 < body.index("Du bestemmer.") < body.index("Små skridt tæller.") and "Gammelt" not in body
    assert 'href="/principles/"' in told(client, cast, "me/")
