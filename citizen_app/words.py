"""The words of the interface for the codes of the plan, in one place."""

from typing import Any, NamedTuple

from django.utils.translation import gettext_lazy as _

from backend.people.models import CoursePhase

STATUSES = {
    "wish": _("Ønsker"),
    "agreed": _("Aftalt"),
    "doing": _("I gang"),
    "done": _("Klaret"),
    "paused": _("Sat på pause"),
    "dropped": _("Ikke aktuelt mere"),
}
COLUMNS = ("wish", "agreed", "doing", "done")
RESTING = ("paused", "dropped")
LIFE_AREAS = {
    "work": _("Job og uddannelse"),
    "money": _("Økonomi"),
    "health": _("Helbred"),
    "home": _("Bolig"),
    "family": _("Familie"),
    "network": _("Netværk og fællesskab"),
    "everyday": _("Hverdag"),
}
AREA_ICONS = {
    "work": "briefcase",
    "money": "wallet",
    "health": "heart",
    "home": "house",
    "family": "users-round",
    "network": "handshake",
    "everyday": "coffee",
}
COMPANY = {"alone": _("alene"), "accompanied": _("sammen med nogen")}
PROGRESS_ICONS = {"attendance": "alarm-clock", "impulse_control": "hand", "coping": "mountain", "": "sprout"}
PROGRESS_HINTS = {
    "attendance": _("at møde op"),
    "impulse_control": _("at stoppe op i tide"),
    "coping": _("at klare det svære"),
    "": "",
}
ANSWERS = {"agreed": _("Enig"), "disagreed": _("Uenig"), "not_yet": _("Ikke endnu"), "": _("Mangler svar")}
REACTIONS = {"heart": _("Hjerte"), "cheer": _("Hurra"), "thinking": _("Tænker"), "wait": _("Vent lidt")}
REACTION_ICONS = {"heart": "heart", "cheer": "party-popper", "thinking": "brain", "wait": "hand"}
CARRIED = {"alone": _("Alene"), "together": _("Sammen"), "others": _("Af andre")}
RELATIONS = {
    "family": _("Familie"),
    "kin": _("Slægt"),
    "friends": _("Venner og andre"),
    "work": _("Arbejde eller skole"),
    "professional": _("Fagpersoner"),
}
NEARS = {1: _("helt tæt på"), 2: _("tæt på"), 3: _("lidt væk"), 4: _("langt væk")}
REASONS = {
    "stand_in": _("Står i for en kollega"),
    "called": _("Opkald eller besøg"),
    "urgent": _("Det haster"),
    "other": _("Noget andet"),
}
PHASES = {one.value: one.label for one in CoursePhase}
PHASE_HINTS = {
    "getting_to_know": _("I mødes, og planen bliver til"),
    "under_way": _("I er i gang med planen"),
    "begun": _("Der er et job eller en uddannelse"),
    "aftercare": _("Vi hører, hvordan det går, bagefter"),
    "closed": _("Planen bliver her og kan læses"),
}
ROLES = {
    "citizen": _("Borger"),
    "consultant": _("Borgerkonsulent"),
    "supporter": _("Netværksperson"),
    "professional": _("Fagperson"),
    "screen": _("Storskærm"),
    "looking_in": _("Kollega, med en grund"),
    "leader": _("Teamleder"),
    "administrator": _("Administrator"),
}


class Scale(NamedTuple):
    """A question, and the word it has in a table."""

    words: Any
    short: Any


RATING_SCALES = {
    "heard": Scale(_("Blev der lyttet til dig?"), _("Lyttet")),
    "mattered": Scale(_("Talte vi om det, der er vigtigt for dig?"), _("Vigtigt")),
    "way": Scale(_("Passede måden, vi holdt mødet på?"), _("Måden")),
    "overall": Scale(_("Var mødet alt i alt godt for dig?"), _("Alt i alt")),
}
