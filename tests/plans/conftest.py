"""A fresh table for every test of the plan."""

import pytest

from tests.cast import Cast, gather


@pytest.fixture
def cast(db: None) -> Cast:
    """Amina's plan, with everybody at the table and nothing on the board."""
    return gather()
