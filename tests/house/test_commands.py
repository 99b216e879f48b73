"""The commands of bin/ stand on Python's standard library alone, and each tells how it is used."""

import os
import subprocess
import sys

import pytest

from parts.places import ROOT
from tests.house import tree

INSIDE_VENV = {"assets.py", "prepare.py"}
COMMANDS = ("bin/setup", "bin/build", "bin/demo", "bin/test", ".ci/run", "manage.py")


def test_parts_need_nothing_installed() -> None:
    parts = [file for file in tree.python_files("bin/parts") if file.name not in INSIDE_VENV]
    allowed = {*sys.stdlib_module_names, "parts"}
    foreign = [
        (file, line, name) for file in parts for line, name in tree.imports(file) if name.split(".")[0] not in allowed
    ]
    assert not [tree.at(file, line, name) for file, line, name in foreign]


@pytest.mark.parametrize("command", COMMANDS)
def test_commands_can_be_run(command: str) -> None:
    assert os.access(ROOT / command, os.X_OK)


@pytest.mark.parametrize("command", ["bin/setup", "bin/demo"])
def test_help_is_given(command: str) -> None:
    told = subprocess.run([ROOT / command, "--help"], capture_output=True, text=True, check=True).stdout
    assert "usage:" in told and f"{command} " in told
