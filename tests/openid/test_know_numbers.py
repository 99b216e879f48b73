"""The municipality tells whose a social security number is; the number itself stays nowhere."""

import io
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from backend.people.identities import person_numbered
from backend.people.models import Identity, Person
from tests.cast import person

ONE, TWO = "010792-1234", "0202801234"


@pytest.fixture
def told(db: None, monkeypatch: pytest.MonkeyPatch) -> Any:
    """told(lines) runs the command on these lines; there are citizens 17 and 18."""
    person("borger-17", "Amina"), person("borger-18", "Bo")

    def tell(lines: str) -> None:
        monkeypatch.setattr("sys.stdin", io.StringIO(lines))
        call_command("know_numbers", stdout=io.StringIO())

    return tell


def test_each_citizen_is_found_by_their_number(told: Any) -> None:
    told(f"17;{ONE}\n18\t{TWO}\n")
    found = [person_numbered(number) for number in (ONE, ONE.replace("-", ""), TWO)]
    assert [str(one) for one in found] == ["borger-17", "borger-17", "borger-18"]
    assert not [row for row in Identity.objects.values_list("subject", flat=True) if "1234" in row and len(row) != 64]


@pytest.mark.parametrize("wrong", ["99;0202801234", "18;12345", "18", "18;0202801234;x"])
def test_one_wrong_line_and_nothing_is_kept_nor_repeated(told: Any, wrong: str) -> None:
    with pytest.raises(CommandError, match="Line 2") as refused:
        told(f"17;{ONE}\n{wrong}\n")
    assert not Identity.objects.exists() and "0202801234" not in str(refused.value)


def test_a_number_given_anew_takes_the_place_of_the_old(told: Any) -> None:
    told(f"17;{ONE}")
    told(f"17;{TWO}")
    assert person_numbered(ONE) is None and person_numbered(TWO) == Person.objects.get(handle="borger-17")


def test_two_citizens_never_have_the_same_number(told: Any) -> None:
    with pytest.raises(CommandError, match="Line 2"):
        told(f"17;{ONE}\n18;{ONE}")
