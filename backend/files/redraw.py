"""A program of its own: a photo comes in on standard input, two new pictures go out, and nothing of the old one does.

It runs alone, so that what a hostile picture can do to a decoder happens to a process without keys, within bounds of
time and memory, beside the server and not in it. Only pixels cross: where and with what it was taken, its thumbnail,
its colour profile and whatever was hung on before or after it stay behind.
"""

import io
import os
import re
import resource
import struct
import sys
import warnings
import zipfile

from PIL import Image, ImageCms, ImageOps

FORMATS = ("JPEG", "PNG", "WEBP", "GIF")
MOST_PIXELS = 25_000_000
FULL, SMALL = 2048, 480  # the longer side
CPU_SECONDS, MOST_MEMORY = 15, 1 << 30
UNREADABLE, TOO_MANY_PIXELS, TWO_IN_ONE = 10, 11, 12  # exit codes
# A file that is a picture and something else at once; 12 MB of chance hold such a word less than once in 10,000.
_ANOTHER = re.compile(rb"<html|<script|<!doctype|<svg|<\?php|%PDF-", re.IGNORECASE)
_HEADER = struct.Struct(">IIII")


def main() -> int:
    """Four numbers (width, height, the lengths of both pictures), then both; or an exit code that says why not."""
    os.nice(10)  # whoever waits for a message goes first
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    warnings.simplefilter("error", Image.DecompressionBombWarning)
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    sent = sys.stdin.buffer.read()
    if _ANOTHER.search(sent) or zipfile.is_zipfile(io.BytesIO(sent)):
        return TWO_IN_ONE
    try:
        full = drawn_anew(sent)
        small = full.copy()
        small.thumbnail((SMALL, SMALL), Image.Resampling.LANCZOS, reducing_gap=2.0)
        pictures = [_as_webp(full, quality=78), _as_webp(small, quality=65)]
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        return TOO_MANY_PIXELS
    except (OSError, ValueError, SyntaxError, MemoryError, EOFError, struct.error, KeyError, IndexError, TypeError):
        return UNREADABLE
    sys.stdout.buffer.write(_HEADER.pack(*full.size, *map(len, pictures)) + b"".join(pictures))
    return 0


def drawn_anew(sent: bytes) -> Image.Image:
    """The first frame, upright, in sRGB, no longer than FULL. Its size is read before anything is unpacked."""
    with Image.open(io.BytesIO(sent), formats=FORMATS) as photo:
        profile = photo.info.get("icc_profile")
        turned = photo.getexif().get(0x0112, 1)
        picture: Image.Image = photo
        if photo.mode not in ("RGB", "L", "CMYK"):
            picture = _on_white(photo.convert("RGBA"))
        picture.thumbnail((FULL, FULL), Image.Resampling.LANCZOS, reducing_gap=2.0)
        picture.load()
    return _upright(_in_srgb(picture, profile), turned)


def _on_white(picture: Image.Image) -> Image.Image:
    """What one can see through shows paper."""
    ground = Image.new("RGB", picture.size, "white")
    ground.paste(picture, mask=picture.getchannel("A"))
    return ground


def _in_srgb(picture: Image.Image, profile: bytes | None) -> Image.Image:
    """A profile that is broken or fits no picture of this kind is as good as none."""
    if profile:
        try:
            srgb = ImageCms.createProfile("sRGB")
            given = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            made = ImageCms.profileToProfile(picture, given, srgb, outputMode="RGB")
            return made or picture.convert("RGB")
        except (ImageCms.PyCMSError, OSError, ValueError):
            pass
    return picture.convert("RGB")


def _upright(picture: Image.Image, turned: object) -> Image.Image:
    """As it was held: only this one word of what the camera wrote is listened to."""
    exif = Image.Exif()
    exif[0x0112] = turned if isinstance(turned, int) and 1 <= turned <= 8 else 1
    picture.info.clear()
    picture.info["exif"] = exif.tobytes()
    return ImageOps.exif_transpose(picture)


def _as_webp(picture: Image.Image, *, quality: int) -> bytes:
    made = io.BytesIO()
    Image.frombytes("RGB", picture.size, picture.tobytes()).save(made, "WEBP", quality=quality, method=2)
    return made.getvalue()


if __name__ == "__main__":
    sys.exit(main())
