"""Whoever adds a page says who looks at it with axe, or why nobody does (looked_at.py)."""

from tests.access.table import TABLE_OF_ACCESS
from tests.pages.looked_at import IN_A_MEETING, IN_STORIES, NOT_LOOKED_AT, looked_at

ASKED_FOR = {name for name, row in TABLE_OF_ACCESS.items() if row.method == "GET"}


def test_axe_looks_at_every_page_or_it_is_said_why_not() -> None:
    assert not ASKED_FOR - looked_at() - NOT_LOOKED_AT.keys(), "look at it in looked_at.py, or say why not"


def test_every_name_is_a_page_of_today() -> None:
    assert not (looked_at() | NOT_LOOKED_AT.keys()) - TABLE_OF_ACCESS.keys()
    assert not {name for name, why in NOT_LOOKED_AT.items() if not why}


def test_nothing_is_excused_that_is_looked_at() -> None:
    assert not looked_at() & NOT_LOOKED_AT.keys()
    assert not IN_STORIES & IN_A_MEETING
