"""A browser without scripts at the table: every page is read and every form sent as plain HTML."""

from collections.abc import Callable

import pytest
from django.test import Client

from backend.people.models import Person
from tests.cast import Cast, gather

SignedIn = Callable[[Person], Client]


@pytest.fixture
def cast(db: None) -> Cast:
    """Amina's plan, with everybody at the table and nothing on the board."""
    return gather()


@pytest.fixture
def signed_in() -> SignedIn:
    """signed_in(cast.citizen) → a browser of theirs."""

    def sign_in(person: Person) -> Client:
        client = Client()
        client.force_login(person)
        return client

    return sign_in


@pytest.fixture
def colleague(db: None) -> Callable[[str], Person]:
    """colleague("leader") → somebody with that staff role and no citizens."""

    def hire(staff_role: str) -> Person:
        return Person.objects.create_person(handle=staff_role, name=f"Signe {staff_role}", staff_role=staff_role)

    return hire
