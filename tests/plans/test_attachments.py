"""Photos and files: drawn anew with nothing of the old in them, and gone when they are taken back."""

import os
import stat
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from backend.common import clock
from backend.common.errors import NotHere, Refused
from backend.common.ids import new_id
from backend.files import pdf, store
from backend.plans import commands as c
from backend.plans.attach import keep_attachment, sweep_attachments
from backend.plans.forget import forget_removed
from backend.plans.journal import entries_after
from backend.plans.models import Attachment
from backend.plans.reads.attachment import read_attachment, read_small
from backend.plans.reads.conversation import read_conversation
from tests.cast import Cast
from tests.own_database import let_transactions_wait
from tests.plans import pictures
from tests.plans.saying_no import refused
from tests.plans.sending import files_in, keeps, sends

HOUR = timedelta(hours=1)


@pytest.fixture(autouse=True)
def _photos_may_take_their_time(db: None) -> None:
    let_transactions_wait()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "GIF"])
def test_a_photo_is_drawn_anew_and_nothing_of_the_old_comes_out(cast: Cast, folder: Path, kind: str) -> None:
    sent = pictures.photo(kind) + b"kanarie-hale"
    one = keeps(cast, sent)
    sends(cast, one)
    _view, path = read_attachment(cast.seat("consultant"), one)
    for file in (path, read_small(cast.seat("consultant"), one)):
        content = file.read_bytes()
        assert b"kanarie" not in content.lower() and b"55.9644N" not in content
        for part in (b"EXIF", b"Exif", b"XMP", b"ICCP"):
            assert part not in content
        with Image.open(file) as picture:
            assert (picture.format, dict(picture.getexif()), picture.mode) == ("WEBP", {}, "RGB")
            assert not set(picture.info) & {"exif", "icc_profile", "xmp", "comment"}
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert len(files_in(folder)) == 2
    assert Attachment.objects.get().name == ""


@pytest.mark.parametrize("turned", range(1, 9))
def test_it_stands_as_it_was_held(cast: Cast, turned: int) -> None:
    """What a camera calls 6 lies on its side; drawn upright, its red corner is where this turn puts it."""
    one = keeps(cast, pictures.photo(turned=turned))
    sends(cast, one)
    view, path = read_attachment(cast.seat("citizen"), one)
    assert (view.width, view.height) == ((640, 480) if turned < 5 else (480, 640))
    with Image.open(path) as picture:
        edge = 20
        places = {
            "left top": (edge, edge),
            "right top": (view.width - edge, edge),
            "left bottom": (edge, view.height - edge),
            "right bottom": (view.width - edge, view.height - edge),
        }
        red = [where for where, place in places.items() if _is_red(picture.getpixel(place))]
    corners = ["left top", "right top", "right bottom", "left bottom"] * 2
    assert red == [corners[turned - 1]]


def _is_red(pixel: Any) -> bool:
    return bool(pixel[0] > 180 and pixel[1] < 90)


def test_a_large_photo_becomes_smaller_and_a_moving_one_stands_still(cast: Cast) -> None:
    large, moving = keeps(cast, pictures.photo(size=(3000, 2400))), keeps(cast, pictures.moving())
    sends(cast, large, moving)
    view, _path = read_attachment(cast.seat("citizen"), large)
    assert (view.width, view.height) == (2048, 1638)
    assert len(read_small(cast.seat("citizen"), large).read_bytes()) < 30_000
    with Image.open(read_attachment(cast.seat("citizen"), moving)[1]) as picture:
        assert getattr(picture, "n_frames", 1) == 1
        assert _is_red(picture.convert("RGB").getpixel((20, 20)))


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("../../etc/Kursus plan.pdf", "Kursus plan.pdf"),
        ("C:\\Hemmelig\\brev.PDF", "brev.pdf"),
        ("a\u202efdp.exe\x00\n.pdf", "afdp.exe.pdf"),
        ("", "PDF.pdf"),
        ("æ" * 300, "æ" * 80 + ".pdf"),
        ('<b>"x"</b>.pdf', "b.pdf"),
    ],
)
def test_a_files_name_is_plain_words(name: str, kept: str) -> None:
    assert pdf.plain_name(name) == kept


def test_a_message_of_photos_alone_needs_no_words(cast: Cast) -> None:
    ids = [keeps(cast, pictures.photo(size=(64, 48))) for _ in range(2)]
    document = keeps(cast, pictures.document(), name="Plan.pdf")
    sends(cast, *ids, document)
    (message,) = read_conversation(cast.seat("consultant")).messages
    assert [one.id for one in message.attachments] == [*ids, document]
    assert [one.name for one in message.attachments] == ["", "", "Plan.pdf"]
    refused(cast, "citizen", c.WriteMessage(message_id=new_id(), words=" "), "empty")


def test_the_same_twice_is_once(cast: Cast, folder: Path) -> None:
    one, sent = new_id(), pictures.photo()
    for _ in range(2):
        keep_attachment(cast.seat("citizen"), attachment_id=one, content=sent, name="")
    assert len(files_in(folder)) == 2
    assert Attachment.objects.count() == 1


def test_only_ones_own_goes_with_ones_message_and_only_once(cast: Cast) -> None:
    mine, theirs = keeps(cast, pictures.photo()), keeps(cast, pictures.photo(), by="consultant")
    sends(cast, mine)
    why = {
        str(refused(cast, "citizen", c.WriteMessage(message_id=new_id(), words="x", attachments=(one,)), "no_file").why)
        for one in (mine, theirs, new_id())
    }
    assert len(why) == 1, "taken, another's and never there are told alike"
    with pytest.raises(Refused):
        keep_attachment(cast.seat("citizen"), attachment_id=theirs, content=pictures.photo(), name="")


def test_nobody_else_has_a_way_to_it(cast: Cast) -> None:
    one = keeps(cast, pictures.photo())
    for who in ("citizen", "consultant"):
        with pytest.raises(NotHere):  # no message names it yet
            read_attachment(cast.seat(who), one)
    sends(cast, one)
    for who in ("supporter", "professional"):
        with pytest.raises(NotHere):
            read_attachment(cast.seat(who), one)
        with pytest.raises(NotHere):
            keeps(cast, pictures.photo(), by=who)


def test_with_a_protected_address_no_photo_says_where_it_was_taken_and_nobody_else_hears_of_one(
    cast: Cast, folder: Path
) -> None:
    cast.does("office", c.SetProtection(protected=True))
    cast.meets("supporter", "professional")
    others = ("supporter", "professional", "screen")
    before = {who: (cast.seat(who).head, len(entries_after(cast.seat(who), 0))) for who in others}
    one = keeps(cast, pictures.photo(), by="consultant")
    sends(cast, one, by="consultant")
    view, path = read_attachment(cast.seat("citizen"), one)
    assert view.name == "" and not any(b"kanarie" in one.read_bytes().lower() for one in (path, *files_in(folder)))
    for who in others:
        with pytest.raises(NotHere):
            read_attachment(cast.seat(who), one)
        assert (cast.seat(who).head, len(entries_after(cast.seat(who), 0))) == before[who]


def test_taken_back_it_is_out_of_sight_and_after_a_quarter_of_an_hour_off_the_disk(
    cast: Cast, folder: Path, django_capture_on_commit_callbacks: Any
) -> None:
    one = keeps(cast, pictures.photo())
    message_id = sends(cast, one)
    cast.does("citizen", c.RemoveMessage(message_id=message_id))
    with pytest.raises(NotHere):
        read_attachment(cast.seat("citizen"), one)
    assert len(files_in(folder)) == 2
    cast.does("citizen", c.RestoreMessage(message_id=message_id))
    assert read_attachment(cast.seat("consultant"), one)
    cast.does("citizen", c.RemoveMessage(message_id=message_id))
    with clock.standing_at(clock.now() + timedelta(minutes=16)), django_capture_on_commit_callbacks(execute=True):
        forget_removed()
    assert not files_in(folder) and not Attachment.objects.exists()


def test_what_no_message_names_goes_after_a_day_and_what_no_row_names_after_an_hour(cast: Cast, folder: Path) -> None:
    kept = keeps(cast, pictures.photo())
    sends(cast, kept)
    keeps(cast, pictures.photo())
    orphan, fresh = store.keep(b"of a server that fell"), store.keep(b"on its way")
    old = clock.now().timestamp() - 2 * HOUR.total_seconds()
    for file in files_in(folder):
        if file.name != fresh:
            os.utime(file, (old, old))
    sweep_attachments()
    assert len(files_in(folder)) == 5 and orphan not in [file.name for file in files_in(folder)]
    with clock.standing_at(clock.now() + 25 * HOUR):
        sweep_attachments()
    assert len(files_in(folder)) == 2
    assert read_attachment(cast.seat("consultant"), kept)
