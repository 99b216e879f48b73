"""A PDF file is one from its first byte to its last, and nothing else besides (ISO 32000-2, 7.5)."""

import re
import unicodedata

from django.utils.translation import gettext_lazy as _

from backend.common.errors import Refused

_BEGINNING = re.compile(rb"%PDF-[12]\.\d[\r\n \t%]")
_END = re.compile(rb"startxref\s+(\d{1,10})\s+%%EOF\s*\Z")
_TABLE = re.compile(rb"\s*(xref\b|\d{1,10}\s+\d{1,5}\s+obj\b)")
_TAIL = 2048  # bytes
LONGEST_NAME = 80


def is_pdf(beginning: bytes) -> bool:
    return beginning.startswith(b"%PDF-")


def check_pdf(sent: bytes) -> None:
    """Refuse what is cut off, has something hung on, or whose table of contents is not where it says."""
    end = _END.search(sent[-_TAIL:])
    is_whole = _BEGINNING.match(sent) and end and _TABLE.match(sent, int(end[1]))
    if not is_whole:
        raise Refused(_("PDF-filen er ikke hel. Prøv at gemme den igen, eller tag et billede af den."), code="bad_file")


def plain_name(name: str) -> str:
    """What the file is called, as words alone: no path, nothing that cannot be seen or turns the writing round."""
    last = re.split(r"[/\\]", name)[-1]
    seen = "".join(sign if unicodedata.category(sign)[0] != "Z" else " " for sign in last if _is_seen(sign))
    stem = " ".join(re.sub(r"(?i)\.pdf$", "", seen).split()).strip(". ")[:LONGEST_NAME].strip()
    return f"{stem or 'PDF'}.pdf"


def _is_seen(sign: str) -> bool:
    return unicodedata.category(sign)[0] != "C" and sign not in '<>:"|?*'
