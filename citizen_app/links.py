"""What looks like an address of the web becomes a link that says plainly where it leads; all else stays text.

Only http and https. A host with other letters than Danish ones is shown as machines read it (punycode), so that one
that only looks like another is seen to be none; with an @ in it it is no link; signs that turn the writing end it.
"""

import re
import unicodedata
from collections.abc import Iterator
from urllib.parse import urlsplit

from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

_ADDRESS = re.compile(r"\bhttps?://[^\s<>\"'«»“”\\]{1,500}", re.IGNORECASE)
# Eight digits as a Danish number is written, with +45 or without; not a part of a longer number.
_PHONE = re.compile(r"(?<![\d+.,/-])(?:(?:\+|00)45 ?)?[2-9]\d(?: ?\d\d){3}(?![\d/-]|[.,]\d)")
_CLOSING = {")": "(", "]": "["}
_PLAIN = re.compile(r"[a-z0-9æøåäöüé.-]+")  # what a name under .dk may hold
_REL = "nofollow noopener noreferrer"
_LONGEST_PATH = 40


def linked(text: str) -> SafeString:
    """The text as HTML."""
    return mark_safe("".join(_pieces(text)))  # noqa: S308  (each piece is escaped)


def _pieces(text: str) -> Iterator[str]:
    end = 0
    for found in _ADDRESS.finditer(text):
        address = _without_end(found[0])
        link = _link(address)
        if link:
            yield _with_phones(text[end : found.start()])
            yield link
            end = found.start() + len(address)
    yield _with_phones(text[end:])


def _without_end(address: str) -> str:
    """Without the full stop of its sentence and the bracket around it, and nothing after a sign that cannot be seen."""
    address = next((address[:at] for at, sign in enumerate(address) if unicodedata.category(sign)[0] == "C"), address)
    while address and (address[-1] in ".,:;!?" or _closes_another(address)):
        address = address[:-1]
    return address


def _closes_another(address: str) -> bool:
    opening = _CLOSING.get(address[-1])
    return opening is not None and address.count(opening) < address.count(address[-1])


def _link(address: str) -> str:
    """Empty when it leads nowhere that can be said in plain letters."""
    try:
        parts = urlsplit(address)
        name = parts.hostname or ""
        host = name.encode("idna").decode("ascii")
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        return ""
    if not re.fullmatch(r"[a-z0-9-]+(\.[a-z0-9-]+)+", host) or "@" in parts.netloc:
        return ""
    rest = parts._replace(scheme="", netloc="").geturl()
    shown = rest if len(rest) <= _LONGEST_PATH else f"{rest[:_LONGEST_PATH]}…"
    href = f"{parts.scheme}://{host}{port}{rest}"
    return format_html(
        '<a href="{}" rel="{}" target="_blank"><b>{}</b>{}</a>',
        href,
        _REL,
        f"{name if _PLAIN.fullmatch(name) else host}{port}",
        format_html("<bdi>{}</bdi>", shown) if shown not in ("", "/") else "",
    )


def _with_phones(text: str) -> str:
    end, pieces = 0, []
    for found in _PHONE.finditer(text):
        number = found[0].replace(" ", "")
        pieces.append(escape(text[end : found.start()]))
        pieces.append(format_html('<a href="tel:{}">{}</a>', number, found[0]))
        end = found.end()
    return "".join((*pieces, escape(text[end:])))
