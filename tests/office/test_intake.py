"""Citizens from a spreadsheet: looked through first, then all of it or nothing, and never twice."""

import io
import zipfile
from collections.abc import Callable
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from backend.common.errors import Refused
from backend.people.models import Person
from backend.plans import access
from backend.plans import intake as module
from backend.plans.intake import bring_in, read_intake
from backend.plans.intake_lines import looks_like_security_number
from backend.plans.models import Member, Plan
from backend.plans.open import open_plan
from tests.cast import Cast, person
from tests.pages.reading import Page

HEAD = "Nummer;Navn;Fødselsår;Konsulent;Beskyttet"
TWO = f"{HEAD}\r\nA-1;Søren Østergård;1990;Bente Krog;nej\r\nA-2;Åse Ærø;;lone@eksempel.dk;ja\r\n"


def why(content: bytes) -> str:
    with pytest.raises(Refused) as no:
        read_intake(content)
    return str(no.value.why)


def wrong(*rows: str, head: str = HEAD) -> list[tuple[int, str, str]]:
    """(row, column, sentence) of everything wrong in these rows."""
    found = read_intake("\r\n".join([head, *rows]).encode())
    return [(one.line.row, one_wrong.column, str(one_wrong.why)) for one in found.planned for one_wrong in one.wrong]


@pytest.mark.usefixtures("lone")
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_what_excel_writes_is_read(encoding: str, delimiter: str) -> None:
    found = read_intake(TWO.replace(";", delimiter).encode(encoding))
    first, second = found.planned
    assert (first.line.name, first.line.born, second.line.name) == ("Søren Østergård", 1990, "Åse Ærø")
    assert (first.act, second.act, second.line.protected) == ("new", "new", True)
    assert found.may_be_made and [line.row for line in found.lines] == [2, 3]


@pytest.mark.usefixtures("lone")
def test_a_workbook_is_read_as_its_text(xlsx: Callable[..., bytes]) -> None:
    found = read_intake(xlsx(["Nr", "Navn", "Født", "Konsulent", "Note"], [7, "Eva Bæk", 1988.0, "LONE SIVKÆR", "hej"]))
    (eva,) = found.planned
    assert (eva.act, eva.line.number, eva.line.born, found.unread) == ("new", "7", 1988, ("Note",))


def test_all_is_made_at_once_and_the_same_file_twice_is_once(lone: Person, jens: Person) -> None:
    lines = read_intake(TWO.encode()).lines
    assert bring_in(lines, by=jens.pk)["new"] == 2
    before = (Person.objects.count(), Plan.objects.count(), Plan.objects.get(citizen__name="Åse Ærø").head_seq)
    assert Plan.objects.get(citizen__name="Åse Ærø").protected
    again = bring_in(lines, by=jens.pk)
    assert (again["same"], again["new"]) == (2, 0)
    assert before == (Person.objects.count(), Plan.objects.count(), Plan.objects.get(citizen__name="Åse Ærø").head_seq)
    assert not read_intake(TWO.encode()).may_be_made


def test_another_consultant_in_the_file_moves_the_citizen(lone: Person, jens: Person) -> None:
    bring_in(read_intake(TWO.encode()).lines, by=jens.pk)
    (moved,) = read_intake(f"{HEAD}\nA-1;Søren Østergård;1990;Lone Sivkær;ja".encode()).planned
    assert (moved.act, moved.before, moved.protects) == ("move", "Bente Krog", True)
    bring_in((moved.line,), by=jens.pk)
    plan = Plan.objects.get(citizen__name="Søren Østergård")
    assert access.seat_for(person_id=lone.pk, plan_id=plan.pk).role == "consultant"
    assert plan.protected


@pytest.mark.usefixtures("lone")
def test_nothing_is_half_done(jens: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    lines, people = read_intake(TWO.encode()).lines, Person.objects.count()
    Person.objects.filter(handle="lone").update(is_active=False)
    with pytest.raises(Refused):
        bring_in(lines, by=jens.pk)
    Person.objects.filter(handle="lone").update(is_active=True)
    monkeypatch.setattr(module, "open_plan", _fails_at_the_second())
    with pytest.raises(RuntimeError):
        bring_in(lines, by=jens.pk)
    assert (Person.objects.count(), Plan.objects.count()) == (people, 1)


def _fails_at_the_second() -> Callable[..., int]:
    done: list[int] = []

    def fails(**how: object) -> int:
        if done:
            raise RuntimeError
        done.append(open_plan(**how))  # type: ignore[arg-type]
        return done[-1]

    return fails


@pytest.mark.usefixtures("lone")
@pytest.mark.parametrize(
    ("row", "column", "sentence"),
    [
        (";Eva;1990;Bente Krog;", "Nummer", "mangler"),
        ("A-9;;1990;Bente Krog;", "Navn", "mangler"),
        ("A-9;Eva;1990;;", "Konsulent", "mangler"),
        ("A-9;Eva;90;Bente Krog;", "Fødselsår", "fire tal"),
        ("A-9;Eva;2999;Bente Krog;", "Fødselsår", "fire tal"),
        ("A-9;Eva;1990;Bente Krog;måske", "Beskyttet", "ja eller nej"),
        ("A-9;Eva;1990;Ingen Kendt;", "Konsulent", "»Ingen Kendt«"),
        ("A-9;Eva;1990;To Ens;", "Konsulent", "e-mail"),
        ("---;Eva;1990;Bente Krog;", "Nummer", "40 tal"),
        (f"A-9;{'x' * 121};1990;Bente Krog;", "Navn", "120 tegn"),
        ("010190-1234;Eva;1990;Bente Krog;", "Nummer", "personnummer"),
        ("A-9;Eva 0101901234;1990;Bente Krog;", "Navn", "personnummer"),
    ],
)
def test_what_is_wrong_is_said_by_row_and_column(row: str, column: str, sentence: str) -> None:
    for handle in ("to-a", "to-b"):
        person(handle, "To Ens", staff_role="consultant")
    (said,) = wrong("A-1;Søren Østergård;1990;Bente Krog;", row)
    assert said[:2] == (3, column)
    assert sentence in said[2]


@pytest.mark.usefixtures("lone")
def test_doubles_and_what_stands_against_the_plan_are_told(cast: Cast, jens: Person) -> None:
    twice = wrong("A-1;Eva;;Bente Krog;", "a 1;Ea;;Bente Krog;")
    assert [(row, column) for row, column, _why in twice] == [(2, "Nummer"), (3, "Nummer")]
    bring_in(read_intake(TWO.encode()).lines, by=jens.pk)
    assert wrong("A-1;En Anden;;Bente Krog;")[0][1] == "Navn"
    assert wrong("A-2;Åse Ærø;;Lone Sivkær;nej")[0][1] == "Beskyttet"
    plan = Plan.objects.get(citizen__name="Søren Østergård")
    Member.objects.create(
        plan=plan, person_id=Person.objects.get(handle="lone").pk, role="professional", joined_at=plan.opened_at
    )
    assert wrong("A-1;Søren Østergård;;Lone Sivkær;")[0][1] == "Konsulent"
    Person.objects.filter(pk=plan.citizen_id).update(is_active=False)
    assert "lukket" in wrong("A-1;Søren Østergård;;Bente Krog;")[0][2]


@pytest.mark.django_db
def test_what_looks_like_a_security_number_is_never_said_again() -> None:
    found = read_intake(f"{HEAD}\nA-1;Eva 010190-1234;;Bente;".encode())
    assert "1234" not in repr(found)
    assert "personnumre" in why(b"CPR-nr.;Navn\n1;Eva")


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("010190-1234", True), ("0101901234", True), ("101901234", True), ("610190 1234", True),
        ("Eva 311299-0001", True), ("01 01 90 - 1234", True), ("991390-1234", False), ("12345678", False),
    ],
)  # fmt: skip
def test_ten_digits_that_begin_with_a_day_are_taken_for_one(text: str, is_one: bool) -> None:
    assert looks_like_security_number(text) is is_one


@pytest.mark.django_db
def test_a_file_that_cannot_be_read_is_refused_with_a_sentence(xlsx: Callable[..., bytes]) -> None:
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("xl/workbook.xml", b"0" * 25_000_000)
    head = "Nummer;Navn;Konsulent"
    for content in (
        b"",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        b"PK\x03\x04 broken",
        f"{head}\n1;\0;x".encode(),
        head.encode(),
    ):
        assert why(content)
    assert "stor" in why(bomb.getvalue())
    assert "stor" in why(b"x" * 1_000_001)
    assert "500" in why("\n".join([head, *(f"{n};Eva;Bente" for n in range(501))]).encode())
    assert "500" in why(xlsx(head.split(";"), *([n, "Eva", "Bente"] for n in range(600))))
    assert "Konsulent" in why(b"Nummer;Navn\n1;Eva")
    assert "to gange" in why(b"Nummer;Navn;Konsulent;Name\n1;Eva;Bente;Eva")
    dated = xlsx(["Nummer", "Navn", "Født", "Konsulent"], [1, "Eva", date(1990, 1, 1), "Bente Krog"])
    assert read_intake(dated).counts["wrong"] == 1


def test_the_page_shows_first_and_makes_with_one_tap(cast: Cast, lone: Person, jens: Person) -> None:
    client, people = Client(), Person.objects.count()
    client.force_login(jens)

    def choose(text: str) -> Page:
        answer = client.post("/office/intake/", {"file": SimpleUploadedFile("borgere.csv", text.encode("cp1252"))})
        assert answer.status_code in (200, 422)
        return Page(answer.content.decode())

    refused = choose(TWO + "A-3;Eva;1990;Ingen;\r\n")
    assert "Række 4" in refused.words and not any("lines" in form.fields for form in refused.forms)
    page = choose(TWO)
    assert "2 nye borgere." in page.words and Person.objects.count() == people
    (form,) = [form for form in page.forms if "lines" in form.fields]
    form.action = "/office/intake/"
    done = form.send(client)
    assert done.status_code == 303 and Person.objects.count() == people + 2
    assert "2 nye borgere." in Page(client.get(done["Location"]).content.decode()).words
    assert form.send(client).status_code == 303 and Person.objects.count() == people + 2
    other = Client()
    other.force_login(person("other", "Jane Kontor", staff_role="administrator"))
    assert form.send(other).status_code == 422


def test_nobody_else_brings_anybody_in(cast: Cast, jens: Person) -> None:
    for who in (cast.citizen, cast.consultant, cast.supporter):
        client = Client()
        client.force_login(who)
        assert client.post("/office/intake/", {"lines": "x"}).status_code == 404
        assert client.post("/office/citizens/", {"plan_id": cast.plan_id, "protected": "yes"}).status_code == 404
