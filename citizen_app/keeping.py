"""May anything of this person stay on the device in their hand? The server decides; scripts and worker only obey."""

from django.contrib.auth import SESSION_KEY
from django.http import HttpRequest

from backend.people.sessions import SHARED


def keeps_on_device(request: HttpRequest) -> bool:
    """Whether a page given to this request may be kept for reading without signal.

    False where nobody is signed in, and on a phone that the person has said they share: nothing is kept there, the
    session ends soon and with the browser, and signing out clears the site's storage. Ask it of every page that is to
    be marked as one that may be kept. Whether a role or a protected address forbids it besides is the caller's
    question. Costs no query where the session has been read.
    """
    return SESSION_KEY in request.session and not is_shared(request)


def is_shared(request: HttpRequest) -> bool:
    """Has the person said that others have this phone in their hands, too?"""
    return bool(request.session.get(SHARED))
