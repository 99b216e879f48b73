"""A link as a picture that a phone reads: SVG, dark on light in both themes, drawn on the server."""

import segno
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext


def qr(address: str) -> SafeString:
    """For the page itself; read aloud it says what it is."""
    code = segno.make(address, error="m", micro=False)
    look = {"border": 2, "omitsize": True, "svgclass": "qr", "lineclass": None, "dark": "#000", "light": "#fff"}
    return mark_safe(code.svg_inline(**look, title=gettext("En QR-kode med linket")))  # noqa: S308
