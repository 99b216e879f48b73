"""When to try again what a push service did not take: as it asks, within reason."""

from datetime import timedelta
from email.utils import parsedate_to_datetime

from backend.common import clock

UNASKED = timedelta(seconds=20)
LEAST, MOST = timedelta(seconds=1), timedelta(hours=6)


def next_try(retry_after: str) -> timedelta:
    """`Retry-After` is a number of seconds or a date (RFC 9110, 10.2.3); what is neither counts as not said."""
    return min(max(_said(retry_after.strip()), LEAST), MOST)


def _said(text: str) -> timedelta:
    if text.isascii() and text.isdigit():
        return timedelta(seconds=min(int(text[:9]), 10**8))
    try:
        return clock.at_home(parsedate_to_datetime(text)) - clock.now()
    except (ValueError, TypeError):
        return UNASKED
