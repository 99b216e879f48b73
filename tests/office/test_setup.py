"""Django's own admin, arranged: administrators set up people and rules there, and never meet a plan."""

import pytest
from django.contrib.admin.models import LogEntry
from django.test import Client

from backend.people.models import CourseTemplate, MeetingKind, Person, Session
from backend.plans.models import AgendaItem
from backend.plans.reads.suggestions import read_suggestions
from citizen_app import hub
from citizen_app.office.site import office_site
from tests.access.rich import plant
from tests.access.table import SET_UP
from tests.access.visitors import addresses, browsers, filled
from tests.cast import Cast, person

PEOPLE = "/office/setup/people/person/"
TOLD = {"name": "Ny Kollega", "first_name": "Ny", "handle": "ny", "staff_role": "consultant", "is_active": "on"}
CLOSED = {name: told for name, told in TOLD.items() if name != "is_active"}


@pytest.fixture
def client(jens: Person) -> Client:
    client = Client()
    client.force_login(jens)
    return client


def test_only_these_tables_are_there_and_no_plans() -> None:
    assert {model._meta.label_lower for model in office_site._registry} == {f"people.{name}" for name in SET_UP}


@pytest.mark.django_db
def test_no_word_of_any_plan_is_on_any_of_its_pages() -> None:
    rich = plant()
    client = browsers(rich)["administrator"]
    routes = [route for name, route in addresses().items() if name.startswith("admin:")]
    for person_id in [1, *Person.objects.values_list("pk", flat=True)]:
        for route in routes if person_id == 1 else [PEOPLE.strip("/") + "/<path:object_id>/change/"]:
            url = filled(route, plan_id=1, step_id=rich.steps[0], goal_id=rich.goals[0])
            words = client.get(url.replace("/1/", f"/{person_id}/")).content.decode()
            assert not [text for text in rich.exactly if text in words], url


def test_whom_a_citizen_chose_is_not_among_the_people(cast: Cast, client: Client) -> None:
    words = client.get(PEOPLE).content.decode()
    assert "Amina Holm" in words and "Bente Krog" in words
    assert "Carl Holm" not in words
    assert client.get(f"{PEOPLE}{cast.supporter.pk}/change/").status_code == 302


def test_people_are_sorted_by_role_in_words(cast: Cast, client: Client) -> None:
    words = client.get(PEOPLE, {"role": "consultant", "is_active__exact": "1"}).content.decode()
    assert "Bente Krog" in words and "Amina Holm" not in words
    assert "Teamleder" in words and "Leader" not in words and "is active" not in words


def test_a_person_is_made_changed_and_closed_and_it_is_written_down(cast: Cast, client: Client) -> None:
    assert client.post(f"{PEOPLE}add/", TOLD).status_code == 302
    new = Person.objects.get(handle="ny")
    assert (new.staff_role, new.has_usable_password()) == ("consultant", False)
    signed_in = Client()
    signed_in.force_login(new)
    assert signed_in.get("/desk/").status_code == 200
    assert client.post(f"{PEOPLE}{new.pk}/change/", CLOSED).status_code == 302
    assert not Session.objects.filter(person=new).exists()
    assert signed_in.get("/desk/").status_code == 302
    assert LogEntry.objects.count() == 2


@pytest.mark.parametrize("told", [CLOSED, {**TOLD, "staff_role": "leader"}, {**TOLD, "staff_role": ""}])
def test_whoever_is_closed_or_becomes_another_goes_dark_at_once(
    cast: Cast, client: Client, monkeypatch: pytest.MonkeyPatch, told: dict[str, str]
) -> None:
    new = person("ny", "Ny Kollega", staff_role="consultant")
    ended: list[str] = []
    browser = Client()
    browser.force_login(new)
    key = browser.session.session_key
    monkeypatch.setattr(hub, "session_ended", ended.append)
    client.post(f"{PEOPLE}{new.pk}/change/", {**TOLD, "name": "Nyere Kollega"})
    assert ended == []
    client.post(f"{PEOPLE}{new.pk}/change/", told)
    assert ended == [key]
    assert not Session.objects.filter(person=new).exists()


def test_nobody_is_left_alone_or_locked_out(cast: Cast, client: Client, jens: Person) -> None:
    bente = {**TOLD, "name": "Bente Krog", "handle": "bente", "first_name": "Bente"}
    for told in ({**bente, "staff_role": ""}, {**bente, "is_active": ""}):
        answer = client.post(f"{PEOPLE}{cast.consultant.pk}/change/", told)
        assert "Giv konsulentens borgere videre først." in answer.content.decode()
    mine = {**TOLD, "name": jens.name, "handle": jens.handle, "staff_role": "leader"}
    assert "Du kan ikke lukke for dig selv" in client.post(f"{PEOPLE}{jens.pk}/change/", mine).content.decode()
    assert Person.objects.filter(is_active=True, staff_role="administrator", pk=jens.pk).exists()


def test_a_kind_of_meeting_is_a_row_with_its_law_and_its_days(client: Client) -> None:
    told = {
        "name": "Opfølgning",
        "code": "follow_up",
        "law": "§ 27",
        "valid_from": "2026-01-01",
        "valid_until": "2025-01-01",
    }
    assert client.post("/office/setup/people/meetingkind/add/", told).status_code == 200
    assert not MeetingKind.objects.exists()
    assert client.post("/office/setup/people/meetingkind/add/", {**told, "valid_until": ""}).status_code == 302
    assert str(MeetingKind.objects.get()) == "Opfølgning"


def test_an_agenda_is_laid_line_by_line_and_every_new_meeting_has_it(client: Client, cast: Cast) -> None:
    kind = MeetingKind.objects.create(name="Netværksmøde", code="network_meeting")
    counts = {"lines-TOTAL_FORMS": "2", "lines-INITIAL_FORMS": "0"}
    lines = {
        f"lines-{place}-{name}": told
        for place, words in enumerate(("Siden sidst", "Jobcenter: vores del"))
        for name, told in {"words": words, "stage": "other", "minutes": "10", "place": str(place)}.items()
    }
    told = {"meeting_kind": str(kind.pk), "team": "", "valid_from": "2026-01-01", "valid_until": "", **counts, **lines}
    assert client.post("/office/setup/people/agendatemplate/add/", told).status_code == 302
    agenda = AgendaItem.objects.filter(meeting=cast.plans_meeting()).values_list("words", "minutes")
    assert list(agenda) == [("Siden sidst", 10), ("Jobcenter: vores del", 10)]


def test_its_forms_want_a_token_and_its_pages_keep_the_policy(client: Client, jens: Person) -> None:
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(jens)
    assert strict.post(f"{PEOPLE}add/", TOLD).status_code == 403
    page = client.get(f"{PEOPLE}add/")
    assert "script-src 'self'" in page.headers["Content-Security-Policy"]
    assert 'action="/leave/"' in page.content.decode()
    assert " style=" not in page.content.decode() and " on" + "click=" not in page.content.decode()
    assert client.get("/office/setup/login/").status_code == 404


def test_a_template_of_a_course_is_written_line_by_line_and_the_consultant_finds_it(client: Client, cast: Cast) -> None:
    counts = {"lines-TOTAL_FORMS": "2", "lines-INITIAL_FORMS": "0"}
    lines = {
        f"lines-{place}-{name}": told
        for place, words in enumerate(("Mal et bord", "Kør en tur"))
        for name, told in {"words": words, "phase": "begun", "sort": "step", "place": str(place)}.items()
    }
    told = {"code": "wood", "name": "Træ", "team": "", "place": "0", "valid_from": "2026-01-01", "valid_until": ""}
    assert client.post("/office/setup/people/coursetemplate/add/", {**told, **counts, **lines}).status_code == 302
    chosen = str(CourseTemplate.objects.get(code="wood").pk)
    (phase,) = read_suggestions(cast.seat("consultant"), chosen).phases
    assert [line.words for line in phase.lines] == ["Mal et bord", "Kør en tur"]
