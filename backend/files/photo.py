"""A photo is drawn anew by a program of its own (redraw.py), a few at a time, so that no upload holds the server up."""

import struct
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from threading import BoundedSemaphore

from django.utils.translation import gettext_lazy as _

from backend.common.errors import Refused

# Not imported: it runs alone, and a server starts without a decoder. Its exit codes, as it names them:
_PROGRAM = Path(__file__).with_name("redraw.py")
UNREADABLE, TOO_MANY_PIXELS, TWO_IN_ONE = 10, 11, 12
SECONDS = 20
# Of the threads that answer requests some stand here at the most, and fewer yet have a program running.
_may_stand, _may_run = BoundedSemaphore(4), BoundedSemaphore(2)
_BEGINNINGS = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n", b"GIF87a", b"GIF89a")


@dataclass(frozen=True, slots=True)
class Pictures:
    """A photo as it is shown large and small, both WebP; `width` and `height` in pixels are of the large one."""

    width: int
    height: int
    full: bytes
    small: bytes


class Busy(Refused):
    """Others are being drawn; the same again in a moment will do."""

    def __init__(self) -> None:
        super().__init__(_("Der er travlt lige nu. Prøv igen om lidt."), code="busy")


def is_photo(beginning: bytes) -> bool:
    """By its first bytes; what a file is called tells nothing."""
    return beginning.startswith(_BEGINNINGS) or (beginning[:4] == b"RIFF" and beginning[8:12] == b"WEBP")


def drawn_anew(sent: bytes) -> Pictures:
    """Both pictures of one photo. Raises Refused with a sentence, or Busy."""
    if not _may_stand.acquire(blocking=False):
        raise Busy
    try:
        with _may_run:
            return _read(*_run(sent))
    finally:
        _may_stand.release()


def _run(sent: bytes) -> tuple[int, bytes]:
    """The program's exit code and what it said. One that takes too long is ended, and has read nothing it could use."""
    program = [sys.executable, "-I", str(_PROGRAM)]
    try:
        done = subprocess.run(program, input=sent, capture_output=True, timeout=SECONDS, check=False, env={})
    except subprocess.TimeoutExpired:
        return UNREADABLE, b""
    return done.returncode, done.stdout


def _read(code: int, said: bytes) -> Pictures:
    if code:
        raise Refused(_WHY.get(code, _WHY[UNREADABLE]), code="bad_file")
    width, height, full, small = struct.unpack_from(">IIII", said)
    pictures = said[struct.calcsize(">IIII") :]
    assert len(pictures) == full + small
    return Pictures(width, height, pictures[:full], pictures[full:])


_WHY = {
    UNREADABLE: _("Billedet kan ikke læses. Måske er det ikke kommet helt med. Prøv at vælge det igen."),
    TOO_MANY_PIXELS: _("Billedet er for stort. Der er plads til 25 megapixel. Prøv med et mindre."),
    TWO_IN_ONE: _("Filen er både et billede og noget andet. Tag et billede af det i stedet."),
}
