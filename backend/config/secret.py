"""The keys of an installation: given by the operator, or made once and kept where only we can read them."""

import base64
import os
import secrets
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

SIGNING = "secret_key"  # sessions and links
PERSON_NUMBERS = "person_number_key"  # social security numbers, as hashes
PUSH = "push_key"  # who sends a nudge

P256_ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551


def words_of_chance() -> str:
    return secrets.token_urlsafe(64)


def p256_key() -> str:
    """A private key on the curve P-256 as VAPID (RFC 8292) has it written: 32 bytes in base64url."""
    number = secrets.randbelow(P256_ORDER - 1) + 1
    return base64.urlsafe_b64encode(number.to_bytes(32)).decode().rstrip("=")


def is_p256_key(key: str) -> bool:
    """Whether it can be one, and is no mere pattern."""
    try:
        raw = base64.b64decode(f"{key}=", altchars=b"-_", validate=True)
    except ValueError:
        return False
    return len(raw) == 32 and 0 < int.from_bytes(raw) < P256_ORDER and len(set(raw)) >= 10


def secret_key(*, given: str, data_dir: Path, name: str = SIGNING, make: Callable[[], str] = words_of_chance) -> str:
    """The given key, or the one in the data folder, made (0600) at first use, also when two processes start at once."""
    if given:
        return given
    file = data_dir / name
    if not file.exists():
        _keep(file, make())
    return file.read_text().strip()


def _keep(file: Path, key: str) -> None:
    """Written whole under another name and then linked: a second process finds either no key or all of it."""
    file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    descriptor, draft = tempfile.mkstemp(dir=file.parent, prefix=f"{file.name}.")  # mkstemp gives it mode 0600
    with os.fdopen(descriptor, "w") as stream:
        stream.write(f"{key}\n")
    with suppress(FileExistsError):
        os.link(draft, file)
    Path(draft).unlink()
