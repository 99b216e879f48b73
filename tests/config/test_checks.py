"""A server does not start under settings by which something could be lost, or seen by the wrong person."""

import os
import subprocess
from pathlib import Path
from typing import Any

import pytest
from django.db.utils import ConnectionHandler
from pytest_django import DjangoDbBlocker

from backend.config.checks import durability_of
from backend.config.database import database
from parts.places import PYTHON, ROOT

STRONG = "a-Str0ng_Key.of/many=signs+" * 2
PUBLIC = {
    "TAVLEN_BASE_URL": "https://tavlen.example.dk",
    "TAVLEN_BIND": "0.0.0.0:8000",
    "TAVLEN_SECRET_KEY": STRONG,
    "TAVLEN_MAIL_URL": "smtps://mail.example.dk",
    "TAVLEN_SMS_URL": "https://sms.example.dk/rest/mtsms",
}


def run(folder: Path, *command: str, **env: str) -> subprocess.CompletedProcess[str]:
    (folder / "assets").mkdir(exist_ok=True)
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("TAVLEN_", "DJANGO_"))}
    ours = {"TAVLEN_DATA_DIR": str(folder), "DJANGO_SETTINGS_MODULE": "tests.config.site_settings"}
    return subprocess.run([PYTHON, *command], cwd=ROOT, env={**kept, **ours, **env}, capture_output=True, text=True)


def check(folder: Path, **env: str) -> subprocess.CompletedProcess[str]:
    return run(folder, "manage.py", "check", "--deploy", "--database", "default", "--fail-level", "WARNING", **env)


def start(folder: Path, **env: str) -> subprocess.CompletedProcess[str]:
    """What asgi.py does before it makes an application."""
    code = "import django; django.setup(); from backend.config.checks import *; refuse_to_start_unsafely()"
    return run(folder, "-c", code, **env)


def test_a_public_server_as_it_should_be_has_nothing_to_complain_of(tmp_path: Path) -> None:
    done = check(tmp_path, **PUBLIC)
    assert done.returncode == 0, done.stderr
    assert "no issues" in done.stdout


@pytest.mark.parametrize(
    ("number", "env"),
    [
        ("E001", {"TAVLEN_ALLOWED_HOSTS": "*"}),
        ("E001", {"TAVLEN_ALLOWED_HOSTS": ".example.dk"}),
        ("E002", {"TAVLEN_BASE_URL": "http://tavlen.example.dk"}),
        ("E003", {"TAVLEN_BASE_URL": "", "TAVLEN_BIND": "0.0.0.0:8000"}),
        ("E003", {"TAVLEN_BASE_URL": "", "TAVLEN_BIND": "192.168.1.4:8000"}),
        ("E003", {"TAVLEN_BASE_URL": "", "TAVLEN_BIND": "[::]:8000"}),
        ("E003", {"TAVLEN_BASE_URL": "", "TAVLEN_BIND": "127.0.0.1:8000", "TAVLEN_ALLOWED_HOSTS": "tavlen.example.dk"}),
        ("E004", {"TAVLEN_DEMO": "1"}),
        ("E004", {"TAVLEN_DEMO": "1", "TAVLEN_BIND": "127.0.0.1:8000"}),
        ("E005", {"TAVLEN_SECRET_KEY": "short"}),
        ("E005", {"TAVLEN_SECRET_KEY": "ab" * 40}),
        ("E005", {"TAVLEN_SECRET_KEY": f"django-insecure-{STRONG}"}),
        ("E005", {"TAVLEN_PERSON_NUMBER_KEY": "short"}),
        ("E007", {"TAVLEN_PROCESSES": "2"}),
        ("E011", {"TAVLEN_MITID_ISSUER": "http://broker.example.dk/op"}),
        ("E011", {"TAVLEN_STAFF_ISSUER": "http://10.0.0.7/op"}),
        ("E012", {"TAVLEN_MITID_BROKER": "idura", "TAVLEN_MITID_ISSUER": "https://broker.example.dk"}),
        ("E012", {"TAVLEN_STAFF_TENANT": "one", "TAVLEN_STAFF_CLIENT_ID": "a", "TAVLEN_STAFF_CLIENT_SECRET": "b"}),
        ("E013", {"TAVLEN_PUSH_KEY": "short"}),
        ("E013", {"TAVLEN_PUSH_KEY": "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAE"}),
        ("E014", {"TAVLEN_PUSH_TRIAL": "http://localhost:8123"}),
        ("W001", {"TAVLEN_PROCESES": "2"}),
        ("W002", {"TAVLEN_MAIL_URL": ""}),
        ("W002", {"TAVLEN_SMS_URL": ""}),
    ],
)
def test_each_unsafe_setting_is_named(tmp_path: Path, number: str, env: dict[str, str]) -> None:
    done = check(tmp_path, **{**PUBLIC, **env})
    assert done.returncode == 1
    assert f"tavlen.{number}" in done.stderr


def test_the_demo_is_safe_on_this_machine_alone(tmp_path: Path) -> None:
    done = run(tmp_path, "manage.py", "check", TAVLEN_DEMO="1", TAVLEN_BIND="127.0.0.1:8123")
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("name", ["secret_key", "person_number_key", "push_key"])
def test_a_secret_that_others_can_read_is_refused(tmp_path: Path, name: str) -> None:
    check(tmp_path)
    secret = tmp_path / name
    assert secret.stat().st_mode & 0o777 == 0o600
    secret.chmod(0o644)
    assert "tavlen.E006" in check(tmp_path).stderr


def test_a_server_starts_only_with_its_assets(tmp_path: Path) -> None:
    without = start(tmp_path, TAVLEN_STATIC_DIR=str(tmp_path))
    assert "tavlen.E010" in without.stderr
    (tmp_path / "staticfiles.json").write_text('{"paths": {}, "version": "1.1", "hash": ""}')
    assert start(tmp_path, TAVLEN_STATIC_DIR=str(tmp_path)).returncode == 0


def test_a_server_does_not_start_unsafely(tmp_path: Path) -> None:
    (tmp_path / "staticfiles.json").write_text('{"paths": {}, "version": "1.1", "hash": ""}')
    done = start(tmp_path, TAVLEN_STATIC_DIR=str(tmp_path), TAVLEN_DEMO="1", TAVLEN_BIND="0.0.0.0:80")
    assert done.returncode == 1
    assert "Tavlen does not start." in done.stderr
    assert "tavlen.E003" in done.stderr
    assert "tavlen.E004" in done.stderr


@pytest.mark.parametrize(
    ("changed", "number"),
    [
        ({"init_command": "PRAGMA synchronous = FULL"}, "E008"),
        ({"init_command": "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL"}, "E008"),
        ({"transaction_mode": "DEFERRED"}, "E009"),
        ({}, None),
    ],
)
def test_sqlite_itself_is_asked_whether_it_is_durable(
    tmp_path: Path, django_db_blocker: DjangoDbBlocker, changed: dict[str, Any], number: str | None
) -> None:
    settings = database(url="", data_dir=tmp_path)
    settings["OPTIONS"] |= changed
    opened = ConnectionHandler({"default": settings})
    with django_db_blocker.unblock():
        found = durability_of(opened["default"])
        opened.close_all()
    assert [message.id for message in found] == ([f"tavlen.{number}"] if number else [])
