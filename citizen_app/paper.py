"""What is printed: data becomes a PDF that can be read aloud (PDF/UA-1), by a template of typst.

What people wrote goes in as data and is never markup. Whatever no font of ours can draw (an emoji) would make a
PDF that is no PDF/UA; typst names every such sign, and each becomes a square.
"""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import typst
from django.conf import settings

SQUARE = "\N{WHITE SQUARE}"
_TEMPLATES = Path(settings.BASE_DIR) / "templates"
_FONTS = Path(settings.BASE_DIR) / "static" / "build" / "paper"
_TURNS = dict.fromkeys(range(0x202A, 0x202F))  # signs that turn the writing round, and with it what others wrote
_ENDLESS, _MAY_BREAK = re.compile(r"\S{60,}"), re.compile(r".{30}")  # longer than any word that typst can hyphenate
_NOT_DRAWN = re.compile(r'the text `"(.*?)"` could not be displayed')
_CODE = re.compile(r"\\u\{([0-9a-f]+)\}")


def as_pdf(template: str, told: dict[str, Any]) -> bytes:
    """A PDF/UA-1 of `told` (what JSON can hold), by the template of this name."""
    source, data = (_TEMPLATES / template).read_bytes(), _settable(json.dumps(told, ensure_ascii=False))
    try:
        return _compiled(source, data)
    except typst.TypstError as error:
        signs = {_sign(named) for named in _NOT_DRAWN.findall(error.diagnostic)}
        if not signs:
            raise
        return _compiled(source, data.translate({ord(sign): SQUARE for one in signs for sign in one}))


def _settable(data: str) -> str:
    """Without what turns the writing round, and with places to break what would run off the page."""
    return _ENDLESS.sub(lambda run: _MAY_BREAK.sub("\\g<0>\N{ZERO WIDTH SPACE}", run[0]), data.translate(_TURNS))


def _compiled(source: bytes, data: str) -> bytes:
    return typst.compile(
        source,
        root=_TEMPLATES,
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"told": data},
        pdf_standards=["ua-1"],
    )


@cache
def _fonts() -> typst.Fonts:
    """Ours, and those that typst brings; none of the machine's, so that the same page is the same everywhere."""
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[_FONTS])


def _sign(named: str) -> str:
    """As typst names it, with unseen signs by their code."""
    return _CODE.sub(lambda code: chr(int(code[1], 16)), named).replace("\\\\", "\\").replace('\\"', '"')
