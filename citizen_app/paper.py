"""What is printed: data becomes a PDF that can be read aloud (PDF/UA-1), by a template of typst.

What people wrote goes in as data and is never markup. Whatever no font of ours can draw (an emoji) would make a
PDF that is no PDF/UA: then the page is set once more with squares in their place.
"""

import json
import re
import unicodedata
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import typst
from django.conf import settings
from fontTools.ttLib import TTFont

SQUARE = "\N{WHITE SQUARE}"
_TEMPLATES = Path(settings.BASE_DIR) / "templates"
_FONTS = Path(settings.BASE_DIR) / "static" / "build" / "paper"
_TURNS = dict.fromkeys(range(0x202A, 0x202F))  # signs that turn the writing round, and with it what others wrote
_ENDLESS, _MAY_BREAK = re.compile(r"\S{60,}"), re.compile(r".{30}")  # longer than any word that typst can hyphenate
NOT_DRAWN = "could not be displayed"


def as_pdf(template: str, told: dict[str, Any]) -> bytes:
    """A PDF/UA-1 of `told` (what JSON can hold), by the template of this name."""
    told = _each_text(told, _settable)
    try:
        return _compiled(template, told)
    except typst.TypstError as error:
        if NOT_DRAWN not in error.message:
            raise
        return _compiled(template, _each_text(told, _drawn))


def _settable(text: str) -> str:
    """Without what turns the writing round, and with places to break what would run off the page."""
    return _ENDLESS.sub(lambda run: _MAY_BREAK.sub("\\g<0>\N{ZERO WIDTH SPACE}", run[0]), text.translate(_TURNS))


def _each_text(told: Any, change: Callable[[str], str]) -> Any:
    if isinstance(told, str):
        return change(told)
    if isinstance(told, dict):
        return {name: _each_text(one, change) for name, one in told.items()}
    return [_each_text(one, change) for one in told]


def _compiled(template: str, told: dict[str, Any]) -> bytes:
    return typst.compile(
        _TEMPLATES / template,
        root=_TEMPLATES,
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"told": json.dumps(told)},
        pdf_standards=["ua-1"],
    )


@cache
def _fonts() -> typst.Fonts:
    """Ours, and those that typst brings; none of the machine's, so that the same page is the same everywhere."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[_FONTS])


def _drawn(text: str) -> str:
    """What our own fonts draw; marks that stand on no letter of theirs are left out, any other sign is a square."""
    whole = (sign for sign in unicodedata.normalize("NFC", text) if unicodedata.category(sign)[0] not in "MC")
    return "".join(sign if ord(sign) in _letters() else SQUARE for sign in whole)


@cache
def _letters() -> frozenset[int]:
    return frozenset(letter for font in _FONTS.glob("*-400.ttf") for letter in TTFont(font).getBestCmap())
