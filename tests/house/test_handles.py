"""docs/handles.md tells the truth: what it names is there, and every page, role and closing code there is, it names."""

import re
from uuid import UUID

import pytest
from django.urls import resolve

from backend.demo.cast import MAIN
from citizen_app import api, fragments, live, schemas, watcher
from parts.places import ROOT
from tests.house import tree

HANDLES = (ROOT / "docs" / "handles.md").read_text(encoding="utf-8")
ADDRESSES = re.findall(r"`(?:GET|POST) (/[^`?]*)", HANDLES)
CODED = re.findall(r"`([^`]+)`", HANDLES)
ATTRIBUTES = sorted({name for code in CODED for name in re.findall(r"(?<![\w-])data-[a-z-]+", code)})
IDS = sorted(code.removeprefix("#").partition("<")[0] for code in CODED if code.startswith("#"))
MARKUP = "\n".join(
    file.read_text(encoding="utf-8")
    for file in tree.files()
    if file.suffix in (".html", ".js") or ROOT / "citizen_app" / "templatetags" in file.parents
)
NO_SCRIPT_ASKS_FOR = {"refused"}


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_address_leads_somewhere(address: str) -> None:
    assert resolve(address.replace("{id}", "7").replace("<uuid>", str(UUID(int=7))))


def test_the_socket_has_its_address_and_its_codes() -> None:
    assert live._PATH.fullmatch("/live/plans/7/") and "`/live/plans/{id}/?after=N&page=P`" in HANDLES
    codes = {watcher.SIGNED_OUT, watcher.NOT_HERE, watcher.TRY_LATER, live.POLICY}
    assert {int(code) for code in re.findall(r"\b4\d{3}\b", HANDLES)} == codes


def test_the_bounds_are_those_of_the_api() -> None:
    assert f"at most {schemas.MOST_CHANGES} and {api.MOST_BYTES // 1024} kB" in HANDLES


def test_whoever_can_be_entered_as_is_named() -> None:
    roles = re.search(r"`as` = ([\w, ]+);", HANDLES)
    assert roles and set(roles[1].split(", ")) == {*MAIN, "screen"}


def test_every_live_page_is_named() -> None:
    row = next(row for row in HANDLES.splitlines() if row.startswith("| `data-page` |"))
    told = {code.partition(":")[0] for code in re.findall(r"`([^`]+)`", row)} - {"data-page"}
    assert told == fragments._pages.keys() - NO_SCRIPT_ASKS_FOR


@pytest.mark.parametrize("name", ATTRIBUTES)
def test_every_attribute_stands_on_a_page(name: str) -> None:
    assert re.search(rf"{name}(?![\w-])", MARKUP)


@pytest.mark.parametrize("name", IDS)
def test_every_id_stands_on_a_page(name: str) -> None:
    ends = "" if name.endswith("-") else r"[\"\s]"
    assert re.search(rf'id="{name}{ends}', MARKUP)
