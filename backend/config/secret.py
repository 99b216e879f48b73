"""The keys of an installation: given by the operator, or made once and kept where only we can read them."""

import os
import secrets
import tempfile
from contextlib import suppress
from pathlib import Path

SIGNING = "secret_key"  # sessions and links
PERSON_NUMBERS = "person_number_key"  # social security numbers, as hashes


def secret_key(*, given: str, data_dir: Path, name: str = SIGNING) -> str:
    """The given key, or the one in the data folder, made (0600) at first use, also when two processes start at once."""
    if given:
        return given
    file = data_dir / name
    if not file.exists():
        _make(file)
    return file.read_text().strip()


def _make(file: Path) -> None:
    """Written whole under another name and then linked: a second process finds either no key or all of it."""
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    descriptor, draft = tempfile.mkstemp(dir=file.parent, prefix=f"{file.name}.")  # mkstemp gives it mode 0600
    with os.fdopen(descriptor, "w") as stream:
        stream.write(secrets.token_urlsafe(64) + "\n")
    with suppress(FileExistsError):
        os.link(draft, file)
    Path(draft).unlink()
