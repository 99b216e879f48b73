"""Work is done once: a stamp beside its result holds the hash of what it was made from."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from parts.places import ROOT


def hash_of(files: Iterable[Path], *more: str) -> str:
    """Of files of the project; the same in every clone of it."""
    total = hashlib.sha256("\0".join(more).encode())
    for file in sorted(files):
        total.update(str(file.relative_to(ROOT)).encode() + b"\0")
        total.update(hashlib.sha256(file.read_bytes()).digest())
    return total.hexdigest()


def is_fresh(stamp: Path, wanted: str) -> bool:
    return stamp.is_file() and stamp.read_text() == wanted


def put(stamp: Path, value: str) -> None:
    stamp.write_text(value)
