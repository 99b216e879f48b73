"""Where the bytes lie: one file each, under a name from the dice, on the disk before anybody is told that it is.

Rows name files, never the other way round (docs/decisions/0132-where-files-lie.md). A file that no row names is swept.
"""

import logging
import os
import re
import shutil
from collections.abc import Collection
from pathlib import Path
from secrets import token_hex

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from backend.common import clock
from backend.common.errors import NotHere, Refused

_NAME = re.compile(r"[0-9a-f]{32}")
KEPT_FREE = 256 * 1024 * 1024  # bytes that photos leave to the database, whose changes are worth more
UNNAMED_SECONDS = 3600  # a row comes right after its file; an hour is more than any commit takes
log = logging.getLogger("tavlen.files")


def keep(content: bytes) -> str:
    """The name of a new file that is on the disk, whatever happens next. Raises Refused when there is no room."""
    folder = settings.TAVLEN_FILES_DIR
    name = token_hex(16)
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        if shutil.disk_usage(folder).free < KEPT_FREE + len(content):
            raise OSError("too little is free")
        _write(folder / name, content)
        _sync(folder)
    except OSError:
        log.exception("a file could not be kept")
        (folder / name).unlink(missing_ok=True)
        raise Refused(
            _("Der er ikke plads til flere filer lige nu. Skriv uden, eller prøv igen senere."), code="no_room"
        ) from None
    return name


def _write(file: Path, content: bytes) -> None:
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as made:
        made.write(content)
        made.flush()
        os.fsync(made.fileno())


def _sync(folder: Path) -> None:
    """The name is on the disk, too."""
    line = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(line)
    finally:
        os.close(line)


def path_of(name: str) -> Path:
    """Raises NotHere for what is no name of ours, and for a file that a restored backup lacks."""
    file: Path = settings.TAVLEN_FILES_DIR / name
    if not _NAME.fullmatch(name) or not file.is_file():
        raise NotHere
    return file


def drop(names: Collection[str]) -> None:
    """Gone from the disk; what is gone already stays gone."""
    for name in names:
        if _NAME.fullmatch(name):
            (settings.TAVLEN_FILES_DIR / name).unlink(missing_ok=True)


def unnamed(named: Collection[str]) -> list[str]:
    """Files older than an hour that no row names: what was on its way when the server fell."""
    folder: Path = settings.TAVLEN_FILES_DIR
    there = folder.iterdir() if folder.is_dir() else ()
    old = clock.now().timestamp() - UNNAMED_SECONDS
    return [one.name for one in there if one.name not in named and _NAME.fullmatch(one.name) and _is_older(one, old)]


def _is_older(file: Path, than: float) -> bool:
    try:
        return file.stat().st_mtime < than
    except FileNotFoundError:
        return False
