"""Whoever keeps the server running learns whether it is well, and nothing about anybody."""

import pytest
from django.db import OperationalError
from django.test import Client


def test_a_well_server_says_so(client: Client, db: None) -> None:
    answer = client.get("/healthz")
    told = answer.json()
    assert (answer.status_code, told["status"]) == (200, "ok")
    assert {"status", "release", "database", "live"} <= told.keys()
    assert "no-cache" in answer.headers["Cache-Control"]


class Gone:
    """A connection to a database that is not there."""

    vendor = "sqlite"

    def cursor(self) -> None:
        raise OperationalError("gone")


def test_without_its_database_it_is_down(client: Client, db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("citizen_app.pages.health.connection", Gone())
    answer = client.get("/healthz")
    assert (answer.status_code, answer.json()["status"]) == (503, "down")
