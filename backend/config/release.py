"""The name of what is running: pages kept by a browser are not reused across releases."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

SHOWN_BY = (("backend", "*.py"), ("citizen_app", "*.py"), ("citizen_app", "*.mo"), ("templates", "*"))


def release(*, given: str, base_dir: Path, static_dir: Path) -> str:
    """The given name, or a digest of all that shapes a page: the same on every machine with the same files."""
    if given:
        return given
    digest = hashlib.sha256()
    for file in _files(base_dir, static_dir):
        digest.update(file.name.encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()[:12]


def _files(base_dir: Path, static_dir: Path) -> Iterator[Path]:
    for folder, pattern in SHOWN_BY:
        yield from sorted(file for file in (base_dir / folder).rglob(pattern) if file.is_file())
    manifest = static_dir / "staticfiles.json"
    if manifest.exists():
        yield manifest
