"""The bounds of what people write, and the cleaning of it. HTML is only text; every language survives untouched."""

import unicodedata
from typing import Annotated

from annotated_types import Len
from django.utils.translation import gettext_lazy as _

from backend.common.errors import Refused

TITLE, LINE, SHORT, LONG = 120, 200, 500, 2000

Title = Annotated[str, Len(1, TITLE)]
Line = Annotated[str, Len(0, LINE)]
Short = Annotated[str, Len(0, SHORT)]
Long = Annotated[str, Len(0, LONG)]

_ALLOWED_CONTROLS = "\n\t"
_LEFT_OUT = {"Cc", "Cs"}  # control characters, lone surrogates
_UNSEEN = {"Cc", "Cf", "Zs", "Zl", "Zp"}  # with what only steers the writing, and every kind of space
_UNSEEN_LETTERS = "\u115f\u1160\u3164\uffa0\u2800"  # Hangul's fillers and the empty braille cell


def cleaned(text: str, *, longest: int, one_line: bool = False) -> str:
    """The text without outer space and with plain line ends. Raises Refused when it cannot be kept as it is."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").strip()
    if any(_is_left_out(c) for c in text):
        raise Refused(_("Teksten har usynlige tegn, vi ikke kan gemme. Skriv den igen uden dem."), code="bad_text")
    if len(text) > longest:
        raise Refused(
            _("Teksten er for lang: %(length)s tegn. Der er plads til %(longest)s.")
            % {"length": len(text), "longest": longest},
            code="too_long",
        )
    return " ".join(text.split()) if one_line else text


def _is_left_out(c: str) -> bool:
    """Cannot be kept, or is no character at all. One that is newer than this Python, as next year's emoji, is kept."""
    is_no_character = 0xFDD0 <= ord(c) <= 0xFDEF or ord(c) & 0xFFFE == 0xFFFE
    return is_no_character or (unicodedata.category(c) in _LEFT_OUT and c not in _ALLOWED_CONTROLS)


def needed(text: str, *, longest: int, one_line: bool = True) -> str:
    """As `cleaned`, and not empty: there is something to see, and to press on."""
    text = cleaned(text, longest=longest, one_line=one_line)
    if all(unicodedata.category(c) in _UNSEEN or c in _UNSEEN_LETTERS for c in text):
        raise Refused(_("Skriv et par ord først."), code="empty")
    return text
