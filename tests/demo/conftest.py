"""The municipality planted once for all who look at it, and taken away again."""

from collections.abc import Iterator

import pytest
from django.core.management import call_command
from pytest_django.plugin import DjangoDbBlocker

from backend.demo.plant import plant
from backend.people.first_consent_texts import plant_first
from backend.people.models import ConsentText


@pytest.fixture(scope="package")
def town(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[list[str]]:
    """Plants on a fresh database; gives the lines that were told meanwhile."""
    told: list[str] = []
    with django_db_blocker.unblock():
        plant_first(ConsentText)
        plant(told.append)
    yield told
    with django_db_blocker.unblock():
        call_command("flush", interactive=False, verbosity=0)
