"""The database of the tests themselves, beside those of the servers: a copy of one that was prepared for all."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from django.db import connection
from django.db.models.signals import post_migrate
from pytest_django.plugin import DjangoDbBlocker

from backend.config.database import database


def stay_empty_when_emptied() -> None:
    """Django writes its permissions anew each time a test has emptied the tables: longer than most tests take.

    Nothing here asks for them: who may is told by seat and by staff role.
    """
    assert post_migrate.disconnect(dispatch_uid="django.contrib.auth.management.create_permissions")


def let_transactions_wait() -> None:
    """A test is one transaction, in which slow programs run: outside of tests none does within any."""
    if connection.vendor == "postgresql":
        connection.cursor().execute("SET LOCAL idle_in_transaction_session_timeout = 0")


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
