"""Which database an address means, and that SQLite's concurrent writers wait instead of failing."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest

from backend.config.database import database
from backend.config.environment import BadEnvironment
from tests.config.conftest import Site


def test_an_address_of_postgresql_is_taken_apart() -> None:
    entry = database(url="postgres://me:p%40ss@db.example.dk:5433/tavlen?sslmode=require", data_dir=Path())
    assert entry["ENGINE"].endswith("postgresql")
    assert (entry["NAME"], entry["USER"], entry["PASSWORD"]) == ("tavlen", "me", "p@ss")
    assert (entry["HOST"], entry["PORT"], entry["OPTIONS"]["sslmode"]) == ("db.example.dk", "5433", "require")
    assert entry["CONN_HEALTH_CHECKS"] is True


def test_a_process_that_stands_still_in_the_middle_of_a_change_is_given_up_unless_the_address_says_otherwise() -> None:
    asked, otherwise = "postgres://db/tavlen", "postgres://db/tavlen?options=-c%20work_mem%3D8MB"
    options = [database(url=url, data_dir=Path())["OPTIONS"]["options"] for url in (asked, otherwise)]
    assert options == ["-c idle_in_transaction_session_timeout=5s", "-c work_mem=8MB"]


def test_an_unknown_kind_is_refused_without_repeating_its_password() -> None:
    with pytest.raises(BadEnvironment) as refused:
        database(url="mysql://me:secret@db/tavlen", data_dir=Path())
    assert "secret" not in str(refused.value)


def test_eight_writers_who_read_first_all_succeed_and_none_is_lost(site: Site, client: httpx.Client) -> None:
    with sqlite3.connect(site.folder / "tavlen.sqlite3") as outside:
        outside.execute("CREATE TABLE counter AS SELECT 0 AS number")
    with ThreadPoolExecutor(8) as writers:
        answers = list(writers.map(lambda _: client.post("/count-up"), range(200)))
    assert {answer.status_code for answer in answers} == {200}
    assert sorted(int(answer.text) for answer in answers) == list(range(1, 201))
