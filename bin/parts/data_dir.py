"""The data folder of a demo: made for us alone, used by one server at a time, emptied only if it is ours."""

import fcntl
import os
from pathlib import Path

from parts import say

PREPARED = "prepared"  # which migrations and demo people the database has
OURS = (PREPARED, "tavlen.sqlite3", "tavlen.sqlite3-wal", "tavlen.sqlite3-shm", "tavlen.sqlite3-journal")
MARK = "tavlen.lock"
KEYS = ("secret_key", "person_number_key", "push_key")


def claim(folder: Path) -> None:
    """Makes the folder (0700) and holds its lock for as long as this process, whatever program it becomes."""
    if folder.exists() and not folder.is_dir():
        raise say.Missing(f"{folder} is not a folder. Name one with --data.")
    if folder.is_dir() and any(folder.iterdir()) and not _is_tavlens(folder):
        raise say.Missing(f"{folder} holds something else than Tavlen. Name an empty or new folder with --data.")
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    folder.chmod(0o700)
    lock = os.open(folder / MARK, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        raise say.Missing(f"A Tavlen is already running on {folder}. Stop it, or name another with --data.") from None
    os.set_inheritable(lock, True)


def empty(folder: Path) -> None:
    for name in OURS:
        (folder / name).unlink(missing_ok=True)


def _is_tavlens(folder: Path) -> bool:
    """Something that only we make, or nothing but the static files that setup collects in the default folder."""
    names = {entry.name for entry in folder.iterdir()}
    return not names.isdisjoint({MARK, *OURS, *KEYS}) or names == {"static"}
