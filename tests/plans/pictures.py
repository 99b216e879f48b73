"""Photos and files as phones and the unkind send them, made here byte by byte."""

import io
import zipfile
import zlib
from functools import cache
from struct import pack
from typing import Any

from PIL import Image, ImageCms

CAMERA, PLACE, NOTE = "KanarieCam 9000", "55.9644N 12.0250E Skjulestedet", "kanarie-note"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


@cache
def scene(width: int = 640, height: int = 480) -> Image.Image:
    """Sky above, field below, and a red corner at the top left, so that it is seen which way it was held."""
    picture = Image.linear_gradient("L").resize((width, height)).convert("RGB")
    picture.paste((220, 20, 20), (0, 0, width // 4, height // 4))
    return picture


def exif(*, turned: int = 1) -> Image.Exif:
    """What a camera writes: itself, how it was held, where, and a small picture of its own."""
    told = Image.Exif()
    told[0x0112], told[0x010F], told[0x9286] = turned, CAMERA, NOTE
    told.get_ifd(0x8825).update({1: "N", 2: (55.0, 57.0, 51.84), 3: "E", 4: (12.0, 1.0, 30.0), 29: PLACE})
    return told


def photo(kind: str = "JPEG", *, turned: int = 1, size: tuple[int, int] = (640, 480), **more: Any) -> bytes:
    """With everything in it that must not come out: EXIF and GPS, a profile, a comment, XMP."""
    made = io.BytesIO()
    told: dict[str, Any] = {"exif": exif(turned=turned), "icc_profile": profile(), **more}
    if kind == "JPEG":
        told |= {"comment": NOTE.encode(), "xmp": f"<x:xmpmeta>{NOTE}</x:xmpmeta>".encode()}
    if kind == "GIF":
        told = {"comment": NOTE.encode(), **more}
    scene(*size).save(made, kind, **told)
    return made.getvalue()


@cache
def profile() -> bytes:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def moving() -> bytes:
    """A GIF of two frames, the first of which is the scene."""
    return photo("GIF", save_all=True, append_images=[Image.new("RGB", (640, 480), "blue")])


def bomb(side: int = 20_000) -> bytes:
    """A PNG of 400 megapixels in less than a megabyte."""
    rows = zlib.compress(b"\0" * (side // 8 + 1) * side, 9)
    parts = [(b"IHDR", pack(">IIBBBBB", side, side, 1, 0, 0, 0, 0)), (b"IDAT", rows), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*part) for part in parts)


def _chunk(kind: bytes, body: bytes) -> bytes:
    return pack(">I", len(body)) + kind + body + pack(">I", zlib.crc32(kind + body))


def zipped() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("inside.txt", "hidden")
    return made.getvalue()


def document(words: str = "kanarie", *, end: bytes = b"") -> bytes:
    """The smallest PDF there is, with these words on its page."""
    stream = f"BT /F1 24 Tf 72 700 Td ({words}) Tj ET".encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
    ]
    told, places = b"%PDF-1.7\n", []
    for number, one in enumerate(objects, start=1):
        places.append(len(told))
        told += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 5\n0000000000 65535 f \n" + table + b"trailer\n<< /Size 5 /Root 1 0 R >>\n"
    return told + head + b"startxref\n%d\n%%%%EOF\n" % len(told) + end
