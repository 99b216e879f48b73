"""A letter when it was not seen: once, by the way that was chosen, saying only that there is news."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from backend.people.models import Person
from backend.people.postman import FILE_NAME
from backend.plans import commands as do
from backend.reach import fall_back as falling
from backend.reach import presence
from backend.reach.deliver import deliver_due
from backend.reach.follow import follow
from backend.reach.models import Notice
from backend.reach.numbers import read_reach
from tests.cast import Cast
from tests.reach.owed import at, from_now_on, wishes, writes


@pytest.fixture(autouse=True)
def noon(cast: Cast, tmp_path: Path, settings: Any) -> Iterator[None]:
    settings.TAVLEN_DATA_DIR, settings.TAVLEN_BASE_URL = tmp_path, "http://localhost:8123"
    Person.objects.filter(pk=cast.citizen.pk).update(email="amina@example.dk", phone="20 30 40 50")
    wishes(cast.citizen, fall_back="email", fall_back_after=4)
    with at():
        from_now_on()
        yield


def letters(tmp_path: Path) -> list[dict[str, str]]:
    file = tmp_path / FILE_NAME
    return [json.loads(line) for line in file.read_text().splitlines()] if file.exists() else []


def is_told(cast: Cast) -> None:
    """Three things, and nobody looks."""
    writes(cast, words="KANARIE")
    writes(cast, words="KANARIE igen")
    cast.adds_step("consultant", title="KANARIE på et kort")
    follow()
    assert deliver_due() == 3


def test_one_letter_for_all_that_was_not_seen(cast: Cast, tmp_path: Path) -> None:
    is_told(cast)
    with at("2026-11-24 15:59"):
        assert deliver_due() == 0
    with at("2026-11-24 16:00"):
        assert deliver_due() == 1
        assert deliver_due() == 0
    (letter,) = letters(tmp_path)
    assert (letter["kind"], letter["to"], letter["subject"]) == ("email", "amina@example.dk", "Der er nyt")
    assert "KANARIE" not in str(letter) and "Bente" not in str(letter) and "http://localhost:8123" in letter["words"]
    assert set(Notice.objects.values_list("way", flat=True)) == {"email"}


def test_an_sms_in_the_persons_own_language(cast: Cast, tmp_path: Path) -> None:
    Person.objects.filter(pk=cast.citizen.pk).update(language="en")
    wishes(cast.citizen, fall_back="phone")
    is_told(cast)
    with at("2026-11-24 16:00"):
        deliver_due()
    (letter,) = letters(tmp_path)
    assert (letter["to"], letter["subject"]) == ("+4520304050", "")
    assert letter["words"].startswith("There is news for you")


def test_what_was_seen_needs_no_letter(cast: Cast, tmp_path: Path) -> None:
    is_told(cast)
    presence.is_here(person_id=cast.citizen.pk, plan_id=cast.plan_id)
    presence.write_down()
    with at("2026-11-24 18:00"):
        assert deliver_due() == 0
    assert not letters(tmp_path)


def test_no_letter_of_what_is_no_longer_theirs(cast: Cast, tmp_path: Path) -> None:
    step = cast.adds_step("consultant")
    follow()
    deliver_due()
    cast.does("consultant", do.RemoveStep(step_id=step))
    with at("2026-11-24 16:00"):
        assert deliver_due() == 0
    assert not letters(tmp_path)


def test_no_letter_in_the_quiet_hours(cast: Cast, tmp_path: Path) -> None:
    with at("2026-11-24 18:00"):
        is_told(cast)
    with at("2026-11-24 22:00"):
        assert deliver_due() == 0
    with at("2026-11-25 08:00"):
        assert deliver_due() == 1


def test_whoever_has_taken_their_wish_back_gets_none(cast: Cast, tmp_path: Path) -> None:
    is_told(cast)
    wishes(cast.citizen, fall_back="")
    with at("2026-11-24 16:00"):
        assert deliver_due() == 0
    assert not letters(tmp_path)


def test_a_letter_that_cannot_leave_is_tried_again(cast: Cast, tmp_path: Path) -> None:
    is_told(cast)
    (tmp_path / FILE_NAME).mkdir()  # there is something in the way
    with at("2026-11-24 16:00"):
        assert deliver_due() == 0
    (tmp_path / FILE_NAME).rmdir()
    with at("2026-11-24 16:10"):
        assert deliver_due() == 1


def test_a_sender_that_dies_over_a_letter_writes_no_second_one(cast: Cast, tmp_path: Path, monkeypatch: Any) -> None:
    """Whether it left is not known: administrators see the number."""
    is_told(cast)

    def dies(*_: Any) -> Any:
        raise KeyboardInterrupt

    with at("2026-11-24 16:00"):
        with monkeypatch.context() as killed:
            killed.setattr(falling, "postman_for", dies)
            with pytest.raises(KeyboardInterrupt):
                deliver_due()
        assert deliver_due() == 0
    with at("2026-11-24 18:00"):
        assert deliver_due() == 0
        assert read_reach().unsure == 3
    assert not letters(tmp_path)
