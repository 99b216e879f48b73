"""Somebody with a mail address and a mobile number, the letters they are sent, and a browser without scripts."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from backend.people import postman
from backend.people.models import Person
from tests.cast import Cast, gather

MAIL, MOBILE = "carl@example.dk", "+4512345678"
Letters = Callable[[], list[dict[str, str]]]


@pytest.fixture
def cast(db: None) -> Cast:
    """Amina's table; Carl, her brother, has a mail address and a mobile number."""
    cast = gather()
    Person.objects.filter(pk=cast.supporter.pk).update(email="Carl@example.dk", phone="12 34 56 78")
    cast.supporter.refresh_from_db()
    Person.objects.filter(pk=cast.consultant.pk).update(phone="")
    return cast


@pytest.fixture
def letters(tmp_path: Path, settings: Any) -> Letters:
    """letters() → what has been delivered so far."""
    settings.TAVLEN_DATA_DIR = tmp_path

    def delivered() -> list[dict[str, str]]:
        postman.wait_for_letters()
        file = tmp_path / postman.FILE_NAME
        return [json.loads(line) for line in file.read_text().splitlines()] if file.exists() else []

    return delivered


def code_in(letter: dict[str, str]) -> str:
    """The six digits."""
    return next(word for word in letter["words"].split() if word.isdigit() and len(word) == 6)


def ask(client: Client, address: str = MAIL, **more: str) -> Any:
    return client.post("/sign-in/ask/", {"address": address, **more})


def try_code(client: Client, code: str, **more: str) -> Any:
    return client.post("/sign-in/code/", {"code": code, **more})


def is_in(client: Client) -> bool:
    return client.get("/devices/").status_code == 200
