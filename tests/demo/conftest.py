"""The municipality, for all who look at it: a copy of the one that is planted for the servers."""

from collections.abc import Iterator

import pytest
from pytest_django.plugin import DjangoDbBlocker

from tests.own_database import in_place_of_ours
from tests.server import Prepared


@pytest.fixture(scope="package")
def town(
    planted: Prepared,
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[list[str]]:
    """The lines that were told while it was planted."""
    with in_place_of_ours(planted.copy(tmp_path_factory.mktemp("town")), django_db_blocker):
        yield planted.told.splitlines()
