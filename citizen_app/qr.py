"""A link as a picture that a phone reads: SVG, dark on light in both themes, drawn on the server."""

import segno
from django.utils.safestring import SafeString, mark_safe


def qr(address: str) -> SafeString:
    """For the page itself; it needs a word beside it."""
    code = segno.make(address, error="m", micro=False)
    return mark_safe(code.svg_inline(border=2, omitsize=True, svgclass="qr", lineclass=None, dark="#000", light="#fff"))  # noqa: S308
