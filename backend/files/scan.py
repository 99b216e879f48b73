"""Asks the municipality's own scanner about a file before anybody else may have it. Silence is no answer.

`TAVLEN_SCAN` names it: empty (none), `command:/path/to/program` (is given the file's path; 0 is clean, 1 is found, as
clamscan has it) or `clamd:/path/to/socket` (clamd's own INSTREAM).
"""

import logging
import socket
import struct
import subprocess
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from backend.common.errors import Refused

SECONDS = 30
_PIECE = 1 << 16
log = logging.getLogger("tavlen.files")


def check_clean(file: Path) -> None:
    """Refuse what the scanner finds something in, and everything while a scanner that is set does not answer."""
    how, _colon, where = settings.TAVLEN_SCAN.partition(":")
    if not how:
        return
    try:
        is_clean = {"command": _by_command, "clamd": _by_clamd}[how](where, file)
    except (OSError, subprocess.SubprocessError, ValueError):
        log.exception("the scanner does not answer")
        raise Refused(
            _("Filer kan ikke ses efter lige nu, så vi kan ikke tage imod den. Prøv igen senere."), code="not_scanned"
        ) from None
    if not is_clean:
        log.warning("the scanner found something")
        raise Refused(_("Vores virusscanner siger nej til filen. Den er ikke gemt."), code="not_clean")


def _by_command(program: str, file: Path) -> bool:
    done = subprocess.run([program, str(file)], capture_output=True, timeout=SECONDS, check=False)
    if done.returncode not in (0, 1):
        raise ValueError(f"exit code {done.returncode}")
    return done.returncode == 0


def _by_clamd(address: str, file: Path) -> bool:
    with socket.socket(socket.AF_UNIX) as line, file.open("rb") as sent:
        line.settimeout(SECONDS)
        line.connect(address)
        line.sendall(b"zINSTREAM\0")
        while piece := sent.read(_PIECE):
            line.sendall(struct.pack(">I", len(piece)) + piece)
        line.sendall(struct.pack(">I", 0))
        said = b""
        while not said.endswith(b"\0") and (more := line.recv(4096)):
            said += more
    if said.rstrip(b"\0\n") == b"stream: OK":
        return True
    if said.rstrip(b"\0\n").endswith(b" FOUND"):
        return False
    raise ValueError("clamd said something else")
