"""Everybody who might come to an address, each in a browser of their own, and every address there is."""

import re
from collections.abc import Iterator
from functools import cache
from io import BytesIO
from typing import Any
from uuid import UUID, uuid4

from django.conf import settings
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver
from pypdf import PdfReader

from backend.people.models import Person
from citizen_app.viewer import SCREEN_ID
from tests.access.rich import Rich
from tests.cast import person

AT_THE_TABLE = ("citizen", "consultant", "supporter", "professional", "friend")
OUTSIDE = ("ended", "stranger", "leader", "administrator", "looking_in")
NOBODY = UUID(int=0)
VISITORS = (*AT_THE_TABLE, *OUTSIDE, "screen", "nobody")


def browsers(rich: Rich) -> dict[str, Client]:
    """A signed-in browser for each visitor; the wall's holds a screen, nobody's holds nothing."""
    for role in {"leader", "administrator"} - rich.cast.guests.keys():
        rich.cast.guests[role] = person(role, f"{role.title()} Ude", staff_role=role)
    found = {who: signed_in(rich.cast.person_of(who)) for who in (*AT_THE_TABLE, *OUTSIDE)}
    return {**found, "screen": wall(rich.screen_id), "nobody": Client()}


def signed_in(who: Person) -> Client:
    client = Client()
    client.force_login(who)
    return client


def wall(screen_id: UUID) -> Client:
    """A browser paired as a wall."""
    client = Client()
    session = client.session
    session[SCREEN_ID] = str(screen_id)
    session.save()
    client.cookies[settings.SESSION_COOKIE_NAME] = str(session.session_key)
    return client


def told_by(answer: Any) -> str:
    """Body and headers as text; of a PDF what is read in it."""
    body = b"".join(answer) if answer.streaming else answer.content
    if answer.headers.get("Content-Type") == "application/pdf":
        body = "".join(page.extract_text() for page in PdfReader(BytesIO(body)).pages).encode()
    return body.decode(errors="replace") + repr(dict(answer.headers))


@cache
def addresses() -> dict[str, str]:
    """Route by name, for every address there is, the API's too."""
    return dict(_routes(get_resolver(), ""))


def _routes(where: Any, before: str) -> Iterator[tuple[str, str]]:
    """Django's admin says `index` as others do, so its names begin with the site's."""
    site = "admin:" if getattr(where, "namespace", "") == "admin" else ""
    for one in where.url_patterns:
        route = before + str(one.pattern)
        if isinstance(one, URLResolver):
            yield from ((site + name, whole) for name, whole in _routes(one, route))
        elif isinstance(one, URLPattern):
            yield site + (one.name or route), route


def filled(route: str, *, plan_id: int, step_id: UUID, goal_id: UUID, **others: UUID) -> str:
    """A route as an address, with these ids; `others` are member_id, meeting_id and held_id."""
    told = {
        "step_id": step_id,
        "goal_id": goal_id,
        "member_id": NOBODY,
        "meeting_id": NOBODY,
        "held_id": NOBODY,
        "attachment_id": NOBODY,
        "new_id": uuid4(),
        **others,
    }
    for name, value in {"plan_id": plan_id, "leaf": 1, "code": "eleven", **told}.items():
        for kind in ("int:", "uuid:", "uuidstr:", "slug:", ""):
            route = route.replace(f"<{kind}{name}>", str(value))
    route = re.sub(r"\^\(\?P<\w+>(\w+)\)/\$", r"\1/", route).replace("<path:object_id>", "1")
    return f"/{route}"
