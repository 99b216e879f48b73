"""A fresh table for every test of the plan."""

from pathlib import Path
from typing import Any

import pytest

from tests.cast import Cast, gather


@pytest.fixture
def cast(db: None) -> Cast:
    """Amina's plan, with everybody at the table and nothing on the board."""
    return gather()


@pytest.fixture
def folder(settings: Any, tmp_path: Path) -> Path:
    """Where photos and files lie, with nothing in it yet."""
    settings.TAVLEN_FILES_DIR = tmp_path / "files"
    return tmp_path / "files"
