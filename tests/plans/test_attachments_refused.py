"""No photo and no PDF file, no room, or a scanner that says no: a sentence, and nothing kept."""

import io
import resource
import socket
import struct
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from backend.common.errors import Refused
from backend.files import photo as drawing
from backend.files import store
from backend.plans.attach import MOST_ON_THEIR_WAY
from backend.plans.models import Attachment
from tests.cast import Cast
from tests.plans import pictures
from tests.plans.sending import files_in, keeps, turned_away

EICAR = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + b"EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
BAD = {
    "an svg": pictures.SVG,
    "a page": b"<!doctype html><script>alert(1)</script>",
    "nothing": b"",
    "chance": bytes(range(256)) * 40,
    "a photo cut off": pictures.photo()[:9000],
    "a png cut off": pictures.photo("PNG")[:-400],
    "a photo and a page": pictures.photo() + b"<html><script>alert(1)</script>",
    "a photo that is a script": pictures.photo("GIF").replace(b"kanarie-note", b"<script>1/**") + b"</script>",
    "a photo and an archive": pictures.photo() + pictures.zipped(),
    "a photo and a pdf": pictures.photo() + pictures.document(),
    "a page before a photo": b"<html>" + pictures.photo(),
    "more pixels than there is room for": pictures.bomb(),
    "26 megapixels": pictures.bomb(5_104),
    "only a beginning": b"\xff\xd8\xff\xe0" + b"\0" * 50,
    "a pdf cut off": pictures.document()[:-20],
    "a pdf and an archive": pictures.document() + pictures.zipped(),
    "a pdf and a page": pictures.document(end=b"<html>"),
    "a pdf that begins later": b"\n" + pictures.document(),
    "a pdf whose table is elsewhere": pictures.document().replace(b"startxref\n", b"startxref\n1"),
    "only a pdf's beginning": b"%PDF-1.7\n",
    "an archive": pictures.zipped(),
}


@pytest.mark.parametrize("what", BAD)
def test_what_is_no_photo_and_no_pdf_is_refused_with_a_sentence(cast: Cast, folder: Path, what: str) -> None:
    assert turned_away(cast, BAD[what]).endswith(".")
    assert not files_in(folder) and not Attachment.objects.exists()


def test_what_is_too_large_is_refused_before_it_is_looked_at(cast: Cast, settings: Any) -> None:
    settings.TAVLEN_PHOTO_MB, settings.TAVLEN_PDF_MB = 1, 2
    assert "1 MB" in turned_away(cast, pictures.photo() + b"\0" * 1_000_000)
    assert "2 MB" in turned_away(cast, pictures.document(end=b"\n" * 2_000_000))


def test_nobody_fills_the_disk_with_what_is_never_sent(cast: Cast) -> None:
    for _ in range(MOST_ON_THEIR_WAY):
        keeps(cast, pictures.document())
    turned_away(cast, pictures.document(), "too_many")


def test_a_full_disk_says_so_and_keeps_nothing_half(cast: Cast, folder: Path) -> None:
    """A real refusal by the system: no file of this process may grow beyond 4 kB."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    large = pictures.document("x" * 9000)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, before[1]))
    try:
        with pytest.raises(Refused) as no:
            store.keep(large)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert no.value.code == "no_room"
    assert not files_in(folder)


def test_photos_leave_room_for_the_database(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store, "KEPT_FREE", 1 << 60)
    assert "plads" in turned_away(cast, pictures.photo(), "no_room")


def test_a_few_are_drawn_at_a_time_and_the_next_is_asked_to_come_again() -> None:
    for _ in range(4):
        drawing._may_stand.acquire()
    try:
        with pytest.raises(drawing.Busy):
            drawing.drawn_anew(pictures.photo())
    finally:
        for _ in range(4):
            drawing._may_stand.release()
    assert drawing.drawn_anew(pictures.photo()).width == 640


@pytest.fixture
def command_scanner(tmp_path: Path) -> Path:
    """A scanner of one line: 1 when the file holds the test virus, else 0."""
    program = tmp_path / "scan"
    program.write_text('#!/bin/sh\ngrep -q "EICAR-STANDARD-ANTIVIRUS-TEST-FILE" "$1" && exit 1\nexit 0\n')
    program.chmod(0o700)
    return program


@pytest.fixture
def clamd(tmp_path: Path) -> Iterator[Path]:
    """A process that speaks clamd's INSTREAM on a socket of its own."""
    address = tmp_path / "clamd.ctl"
    with socket.socket(socket.AF_UNIX) as door:
        door.bind(str(address))
        door.listen()
        threading.Thread(target=_answer, args=(door,), daemon=True).start()
        yield address


def _answer(door: socket.socket) -> None:
    while True:
        try:
            line = door.accept()[0]
        except OSError:
            return
        with line, line.makefile("rb") as sent:
            assert sent.read(10) == b"zINSTREAM\0"
            content = b""
            while length := struct.unpack(">I", sent.read(4))[0]:
                content += sent.read(length)
            line.sendall(b"stream: Eicar-Test-Signature FOUND\0" if EICAR in content else b"stream: OK\0")


@pytest.mark.parametrize("how", ["command", "clamd"])
def test_a_scanner_is_asked_before_anybody_has_the_file(
    cast: Cast, folder: Path, settings: Any, how: str, command_scanner: Path, clamd: Path
) -> None:
    settings.TAVLEN_SCAN = f"{how}:{command_scanner if how == 'command' else clamd}"
    keeps(cast, pictures.document("rent " * 50_000))
    assert "virusscanner" in turned_away(cast, pictures.document(EICAR.decode()), "not_clean")
    assert len(files_in(folder)) == 1


@pytest.mark.parametrize("how", ["command:/bin/nowhere", "command:{broken}", "clamd:/nowhere/clamd.ctl"])
def test_a_scanner_that_does_not_answer_lets_nothing_through(
    cast: Cast, folder: Path, settings: Any, how: str, tmp_path: Path
) -> None:
    broken = tmp_path / "broken"
    broken.write_text("#!/bin/sh\nexit 2\n")
    broken.chmod(0o700)
    settings.TAVLEN_SCAN = how.format(broken=broken)
    assert turned_away(cast, pictures.document(), "not_scanned").endswith(".")
    assert not files_in(folder)


def test_a_drawing_that_takes_too_long_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    made = io.BytesIO()
    Image.new("RGBA", (5000, 4999), (1, 2, 3, 4)).save(made, "PNG", compress_level=1)
    monkeypatch.setattr(drawing, "SECONDS", 0.2)
    with pytest.raises(Refused):
        drawing.drawn_anew(made.getvalue())
