"""Where people find us, and the one address that leads whoever is asked into the meeting that is open now.

It is the same for every plan and says nothing of any: on a wall and on a phone it may be read by whoever stands there.
"""

from functools import lru_cache

from django.conf import settings
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from citizen_app.qr import qr

OPEN_MEETING = "/meeting/"


def our_address() -> str:
    """Where people find us, from outside a request too."""
    return settings.TAVLEN_BASE_URL or f"http://{settings.TAVLEN_BIND}"


def to_meeting() -> str:
    """The address as it is typed in: without https://, which every browser puts there by itself."""
    return f"{our_address()}{OPEN_MEETING}".removeprefix("https://")


def meeting_qr() -> SafeString:
    """The same as a picture for a phone."""
    return _drawn(f"{our_address()}{OPEN_MEETING}", get_language() or "")


@lru_cache(maxsize=8)
def _drawn(address: str, language: str) -> SafeString:
    """Once for each language that it is named in; a wall is drawn often."""
    return qr(address)
