"""Everything installed is locked by its hash, and no lock says where it came from."""

import json
import re
from pathlib import Path

import pytest

from parts.places import ROOT
from tests.house import tree

PYTHON_LOCKS = sorted(ROOT.glob("requirements*.txt"))
FRONT_END_LOCKS = [file for file in tree.files() if file.name == "package-lock.json"]
ADDRESS = re.compile(r"[a-z]+://|--(extra-)?index-url|--find-links|\bfile:|@ git", re.IGNORECASE)


def test_python_locks_pin_every_package_with_hashes() -> None:
    assert PYTHON_LOCKS
    for lock in PYTHON_LOCKS:
        for package in re.split(r"\n(?=[A-Za-z0-9])", "\n" + lock.read_text())[1:]:
            assert re.match(r"[A-Za-z0-9._-]+==[^\s;\\]+", package), f"{lock.name}: {package[:60]} is not pinned"
            assert "--hash=sha256:" in package, f"{lock.name}: {package[:60]} has no hash"


def test_no_lock_holds_an_address() -> None:
    for lock in (*PYTHON_LOCKS, *ROOT.glob("requirements*.in"), *FRONT_END_LOCKS):
        rows = [row for row in lock.read_text().splitlines() if ADDRESS.search(row)]
        allowed = [row for row in rows if lock.suffix == ".json" and re.match(r'\s*"url": ".*"', row)]  # who to thank
        assert rows == allowed, f"{lock.name}: {rows[:3]}"


@pytest.mark.parametrize("lock", FRONT_END_LOCKS, ids=lambda file: str(file.relative_to(ROOT)))
def test_front_end_packages_are_locked_by_content_and_not_by_place(lock: Path) -> None:
    packages = {name: package for name, package in json.loads(lock.read_text())["packages"].items() if name}
    assert packages
    assert not [name for name, package in packages.items() if "resolved" in package]
    assert not [name for name, one in packages.items() if "integrity" not in one and not one.get("inBundle")]


@pytest.mark.parametrize("lock", FRONT_END_LOCKS, ids=lambda file: str(file.relative_to(ROOT)))
def test_the_lock_is_that_of_package_json(lock: Path) -> None:
    asked = json.loads(lock.with_name("package.json").read_text())
    locked = json.loads(lock.read_text())["packages"][""]
    for kind in ("dependencies", "devDependencies"):
        assert locked.get(kind) == asked.get(kind)


def test_every_package_asked_for_is_locked() -> None:
    for source in ROOT.glob("requirements*.in"):
        locked = {
            _plain(name) for name in re.findall(r"^([\w.-]+)==", source.with_suffix(".txt").read_text(), re.MULTILINE)
        }
        asked = {_plain(name) for name in re.findall(r"^([\w.-]+)", source.read_text(), re.MULTILINE) if name != "-c"}
        assert asked <= locked, f"{source.name}: {asked - locked}"


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
