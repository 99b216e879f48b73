"""Settings come from the environment, are understood or refused by name, and stand in docs/operating.md."""

import re
from pathlib import Path
from typing import Any

import pytest

from backend.config import environment
from backend.config.environment import BadEnvironment
from backend.config.variable import Variable
from parts.places import ROOT

PAGE = ROOT / "docs" / "operating.md"
CHECKS = ROOT / "backend" / "config" / "checks.py"


def test_without_any_variable_it_is_one_process_on_this_machine_alone() -> None:
    env = environment.read({})
    assert (env.data_dir, env.bind, env.processes, env.demo) == (ROOT / "var", "127.0.0.1:8000", 1, False)
    assert environment.allowed_hosts(env) == ["localhost", "127.0.0.1", "[::1]"]


@pytest.mark.parametrize(
    ("name", "given", "value"),
    [
        ("data_dir", "/srv/tavlen", Path("/srv/tavlen")),
        ("demo", "1", True),
        ("demo", "false", False),
        ("processes", "4", 4),
        ("base_url", "HTTPS://Tavlen.Example.dk/", "https://tavlen.example.dk"),
        ("base_url", "https://tavlen.example.dk:443", "https://tavlen.example.dk"),
        ("base_url", "http://[::1]:8000", "http://[::1]:8000"),
        ("allowed_hosts", "a.dk, b.dk,", ("a.dk", "b.dk")),
        ("log_level", "warning", "WARNING"),
        ("staff_roles", "A.B=leader, C=consultant", (("A.B", "leader"), ("C", "consultant"))),
        ("redis_url", "  ", ""),
    ],
)
def test_a_variable_becomes_a_value(name: str, given: str, value: Any) -> None:
    assert getattr(environment.read({environment.name_of(name): given}), name) == value


@pytest.mark.parametrize(
    ("name", "given"),
    [
        ("demo", "maybe"),
        ("processes", "0"),
        ("processes", "two"),
        ("threads", "-1"),
        ("base_url", "tavlen.example.dk"),
        ("base_url", "https://tavlen.example.dk/path"),
        ("base_url", "https://user@tavlen.example.dk"),
        ("base_url", "ftp://tavlen.example.dk"),
        ("bind", "8000"),
        ("bind", "127.0.0.1:99999"),
        ("quick_exit_url", "http://www.dmi.dk/"),
        ("log_level", "CHATTY"),
        ("mitid_broker", "criipto"),
        ("mitid_issuer", "broker.example.dk"),
        ("staff_roles", "Tavlen.Konsulent=boss"),
    ],
)
def test_what_cannot_be_understood_is_refused_by_name(name: str, given: str) -> None:
    with pytest.raises(BadEnvironment, match=environment.name_of(name)):
        environment.read({environment.name_of(name): given})


def test_the_public_address_is_a_host_we_answer() -> None:
    env = environment.read({"TAVLEN_BASE_URL": "https://tavlen.example.dk:8443"})
    assert "tavlen.example.dk" in environment.allowed_hosts(env)


def test_a_typing_error_is_found() -> None:
    assert environment.unknown_names({"TAVLEN_DATADIR": "x", "TAVLEN_DEMO": "1", "PATH": "/bin"}) == ["TAVLEN_DATADIR"]


def test_the_operators_page_has_every_variable_its_default_and_its_meaning() -> None:
    told = [line for line in PAGE.read_text().splitlines() if line.startswith("| `TAVLEN_")]
    assert told == [row(name, variable) for name, variable in environment.VARIABLES.items()]


def row(name: str, variable: Variable) -> str:
    default = f"`{variable.default}`" if variable.default else "empty"
    return f"| `{environment.name_of(name)}` | {default} | {variable.meaning} |"


def test_the_operators_page_has_every_check() -> None:
    made = set(re.findall(r'"([EW]\d{3})"|tavlen\.([EW]\d{3})', CHECKS.read_text()))
    told = re.findall(r"^\| `tavlen\.([EW]\d{3})` \|", PAGE.read_text(), re.MULTILINE)
    assert sorted(told) == sorted({one or other for one, other in made})
