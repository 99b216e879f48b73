"""A municipality with two consultants, an administrator, and files as Excel writes them."""

import io
from collections.abc import Callable

import pytest
from openpyxl import Workbook

from backend.people.models import Person
from tests.cast import Cast, gather, person


@pytest.fixture
def cast(db: None) -> Cast:
    return gather()


@pytest.fixture
def lone(cast: Cast) -> Person:
    """Another consultant."""
    return person("lone", "Lone Sivkær", staff_role="consultant", email="lone@eksempel.dk")


@pytest.fixture
def jens(cast: Cast) -> Person:
    """The administrator."""
    cast.seat("office")
    return cast.guests["administrator"]


@pytest.fixture
def xlsx() -> Callable[..., bytes]:
    """xlsx([...headings], [...row], …) → the bytes of a workbook."""

    def write(*rows: list[object]) -> bytes:
        book = Workbook()
        for row in rows:
            book.active.append(row)
        told = io.BytesIO()
        book.save(told)
        return told.getvalue()

    return write
