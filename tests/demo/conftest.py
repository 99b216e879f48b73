"""The municipality, for all who look at it: a copy of the one that is planted for the servers."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection
from pytest_django.plugin import DjangoDbBlocker

from backend.config.database import database
from tests.server import Prepared


@pytest.fixture(scope="package")
def town(
    planted: Prepared,
    django_db_setup: None,
    django_db_blocker: DjangoDbBlocker,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[list[str]]:
    """The tests' own database gives way to the copy for as long; gives the lines that were told while planting."""
    env = planted.copy(tmp_path_factory.mktemp("town"))
    copy = database(url=env.get("TAVLEN_DATABASE_URL", ""), data_dir=Path(env["TAVLEN_DATA_DIR"]))
    own = connection.settings_dict["NAME"]
    with django_db_blocker.unblock():
        connection.close()
    connection.settings_dict["NAME"] = copy["NAME"]
    yield planted.told.splitlines()
    with django_db_blocker.unblock():
        connection.close()
    connection.settings_dict["NAME"] = own
