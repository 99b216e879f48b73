"""Mig: what I can, how Tavlen looks and speaks, what can be brought back, where I am signed in, and the way out."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import get_language, get_language_info, gettext

from backend.plans.access import Seat
from backend.plans.reads.check_in import read_check_ins
from backend.plans.reads.consent import read_consents
from backend.plans.reads.contact import Contact, read_contact
from backend.plans.reads.faces import read_table
from backend.plans.reads.offer_answer import read_unanswered
from backend.plans.reads.removed import Removed, read_removed
from backend.plans.reads.rhythm import RhythmView, read_rhythm
from backend.plans.reads.strengths import read_strengths
from citizen_app import offline
from citizen_app.board_regions import WAITS
from citizen_app.fragments import page_of_one_room
from citizen_app.look import TEXT_SIZES, THEMES, text_size_of, theme_of
from citizen_app.page import page_context, path_of, show_page
from citizen_app.pages.devices import sessions_of
from citizen_app.pages.passkeys import told_of_passkeys
from citizen_app.viewer import seated

PAGE = "me"


@dataclass(frozen=True, slots=True)
class Look:
    """One question about the look; `choices` are (code, name, is chosen)."""

    field: str
    label: str
    choices: list[tuple[str, str, bool]]


@seated
def me(request: HttpRequest, seat: Seat) -> HttpResponse:
    gone, sessions, keys = read_removed(seat), sessions_of(request), told_of_passkeys(request)
    contact, rhythm = _contact(seat), _rhythm(seat)

    def read() -> dict[str, Any]:
        looks, here = _looks(request), path_of(seat.plan_id, PAGE)
        told = {"looks": looks, "sessions": sessions, "here": here, "keep": _keep(request, seat), **keys}
        return {**_context(seat, gone), **told, "contact": contact, "rhythm": rhythm}

    return show_page(
        request,
        seat,
        "me/me.html",
        page=PAGE,
        place="me",
        read=read,
        also=(gone, sessions, contact, rhythm, *keys.values()),
    )


def _looks(request: HttpRequest) -> list[Look]:
    """How Tavlen looks and speaks on this device."""
    theme, text, language = theme_of(request), text_size_of(request), get_language() or settings.LANGUAGE_CODE
    themes = (gettext("Som telefonen"), gettext("Lys"), gettext("Mørk"))
    sizes = (gettext("Almindelig"), gettext("Stor"), gettext("Størst"))
    own_names = [get_language_info(code)["name_local"].capitalize() for code, _ in settings.LANGUAGES]
    return [
        Look("text", gettext("Tekst"), _choices(TEXT_SIZES, sizes, text)),
        Look("theme", gettext("Lys eller mørk"), _choices(THEMES, themes, theme)),
        Look("language", gettext("Sprog"), _choices([code for code, _ in settings.LANGUAGES], own_names, language)),
    ]


def _keep(request: HttpRequest, seat: Seat) -> Look | None:
    """May the pages stay on this phone? Asked of a citizen alone; nobody else's pages ever do."""
    if seat.role != "citizen" or not offline.may_choose(request):
        return None
    now = "yes" if offline.is_kept(request, protected=seat.protected) else "no"
    names = (gettext("Ja"), gettext("Nej"))
    return Look("keep", gettext("Gem mine sider på telefonen"), _choices(offline.CHOICES, names, now))


def _choices(codes: Sequence[str], names: Sequence[str], now: str) -> list[tuple[str, str, bool]]:
    return [(code, name, code == now) for code, name in zip(codes, names, strict=True)]


def _contact(seat: Seat) -> Contact | None:
    return read_contact(seat) if seat.role == "citizen" else None


def _rhythm(seat: Seat) -> RhythmView | None:
    return read_rhythm(seat) if seat.is_broad else None


def _context(seat: Seat, gone: tuple[Removed, ...]) -> dict[str, Any]:
    table = read_table(seat)
    return {
        "whose": table.with_role("citizen"),
        "myself": table.of_me(),
        "table": () if seat.is_broad else [face for face in table.active if not face.is_me],
        "strengths": read_strengths(seat, table),
        "removed": gone,
        "doubled": len(read_unanswered(seat, table)),
        "is_asked_after": seat.role == "citizen" and bool(read_check_ins(seat).rows),
        "questions": [one for one in read_consents(seat) if one.state == "asked"] if seat.role == "citizen" else (),
    }


def _room(seat: Seat, language: str, subject: str) -> str:
    told = {**_context(seat, read_removed(seat)), "contact": _contact(seat), "rhythm": _rhythm(seat)}
    return render_to_string("me/_room.html", {**page_context(seat, page=PAGE), **told})


page_of_one_room(PAGE, _room, regions={"waits": WAITS})
