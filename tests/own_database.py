"""The database of the tests themselves, beside those of the servers: a copy of one that was prepared for all."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.db import connection
from pytest_django.plugin import DjangoDbBlocker

from backend.config.database import database


@contextmanager
def in_place_of_ours(env: dict[str, str], blocker: DjangoDbBlocker) -> Iterator[None]:
    """For as long, the tests' own connections lead to the database of this environment."""
    own = connection.settings_dict["NAME"]
    copy = database(url=env.get("TAVLEN_DATABASE_URL", ""), data_dir=Path(env["TAVLEN_DATA_DIR"]))
    _leads_to(copy["NAME"], blocker)
    yield
    _leads_to(own, blocker)


def _leads_to(name: Any, blocker: DjangoDbBlocker) -> None:
    with blocker.unblock():
        connection.close()
    connection.settings_dict["NAME"] = name
