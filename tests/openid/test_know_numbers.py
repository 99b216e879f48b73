"""The municipality tells once whose number is whose; all of a list is kept, as hashes, or nothing."""

import io
from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from backend.people.identities import person_numbered
from backend.people.models import Identity, Person

pytestmark = pytest.mark.django_db


@pytest.fixture
def amina() -> Person:
    return Person.objects.create_person(handle="borger-7", name="Amina Amdi")


def told(lines: str, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setattr("sys.stdin", io.StringIO(lines))
    said = io.StringIO()
    call_command("know_numbers", stdout=said)
    return said.getvalue()


def test_a_number_leads_to_its_person_and_stands_nowhere(amina: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    assert told("borger-7; 010190-1234\n\n", monkeypatch).startswith("1 ")
    assert person_numbered("0101901234") == amina
    assert "0101901234" not in str(list(Identity.objects.values()))


@pytest.mark.parametrize("line", ["borger-8;0101901234", "borger-7;123", "borger-7", "konsulent;0202902345"])
def test_one_bad_line_keeps_nothing_and_is_not_repeated(
    amina: Person, monkeypatch: pytest.MonkeyPatch, line: Any
) -> None:
    Person.objects.create_person(handle="konsulent", name="Bente Bo", staff_role="consultant")
    with pytest.raises(CommandError, match="Line 2") as trouble:
        told(f"borger-7;0101901234\n{line}\n", monkeypatch)
    assert not Identity.objects.exists()
    assert not any(word in str(trouble.value) for word in ("0101901234", "0202902345", "borger-8"))


def test_one_number_is_one_persons(amina: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    Person.objects.create_person(handle="borger-9", name="Carl Carlsen")
    with pytest.raises(CommandError, match="another person"):
        told("borger-7;0101901234\nborger-9;0101901234\n", monkeypatch)
    assert not Identity.objects.exists()
