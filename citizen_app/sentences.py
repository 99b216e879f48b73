"""What could not be read, as one sentence that says which field and what to do."""

import re
from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from pydantic import ValidationError
from pydantic_core import ErrorDetails

from citizen_app import words

_FIELDS = {
    "title": gettext_lazy("Overskriften"),
    "words": gettext_lazy("Ordene"),
    "text": gettext_lazy("Teksten"),
    "line": gettext_lazy("Linjen"),
    "how": gettext_lazy("Hvordan"),
    "due": gettext_lazy("Dagen"),
    "status": gettext_lazy("Kolonnen"),
    "responsible": gettext_lazy("Hvem"),
    "community": gettext_lazy("Fællesskabet"),
    "challenge": gettext_lazy("Det svære"),
    "life_area": gettext_lazy("Livsområdet"),
    "answer": gettext_lazy("Svaret"),
    "name": gettext_lazy("Navnet"),
    "asks": gettext_lazy("Det, du beder om"),
    "does": gettext_lazy("Hvad de gør"),
    "relation": gettext_lazy("Hvem det er"),
    "near": gettext_lazy("Hvor tæt på"),
    "until": gettext_lazy("Dagen"),
    "began": gettext_lazy("Dagen"),
    "hours": gettext_lazy("Timerne"),
}
_SENTENCES = {
    "missing": gettext_lazy("%(field)s mangler. Udfyld det, og prøv igen."),
    "string_too_long": gettext_lazy("%(field)s: der er plads til %(max_length)s tegn. Gør teksten kortere."),
    "string_too_short": gettext_lazy("%(field)s: skriv et par ord først."),
    "string_type": gettext_lazy("%(field)s skal være tekst."),
    "string_unicode": gettext_lazy("%(field)s har tegn, vi ikke kan gemme. Skriv det igen uden dem."),
    "literal_error": gettext_lazy("%(field)s skal være en af disse: %(expected)s."),
    "extra_forbidden": gettext_lazy("%(field)s hører ikke til her. Tag det ud, og prøv igen."),
    "uuid": gettext_lazy("%(field)s skal være et id (UUID)."),
    "datetime": gettext_lazy("%(field)s skal være et tidspunkt med tidszone, som 2026-03-14T09:30:00Z."),
    "timezone": gettext_lazy("%(field)s skal være et tidspunkt med tidszone, som 2026-03-14T09:30:00Z."),
    "date": gettext_lazy("%(field)s skal være en dag, som 2026-03-14."),
}
# What a person calls the codes that a field may hold.
_CALLED: dict[str, Mapping[str, Any]] = {
    "status": words.STATUSES,
    "answer": words.ANSWERS,
    "carried_by": words.CARRIED,
    "life_area": words.LIFE_AREAS,
}
_CODES = re.compile(r"'([a-z_]+)'")
_NAME_LIKE = re.compile(r"[a-z_]{1,40}", re.ASCII)


def what_is_wrong(error: ValidationError) -> str:
    """The first thing wrong with one change, in the reader's language."""
    first = error.errors(include_url=False, include_input=False)[0]
    if first["type"].startswith("union_tag"):
        return _("Vi kender ikke den slags ændring. Ret »kind«, og prøv igen.")
    if first["type"].startswith(("model", "dict", "dataclass")):
        return _("En ændring skal være et objekt med »kind« og »change_id«.")
    sentence = _sentence_for(first["type"]) or gettext_lazy("%(field)s kan ikke læses. Ret det, og prøv igen.")
    ctx = first.get("ctx", {})
    called: Mapping[str, Any] = _CALLED.get(str(first["loc"][-1]) if first["loc"] else "", {})
    choices = ", ".join(str(called.get(code, code)) for code in _CODES.findall(ctx.get("expected", "")))
    return str(sentence) % {**ctx, "expected": choices, "field": _field(first)}


def _sentence_for(kind: str) -> Any:
    """By pydantic's own name for the error, or the first word of it (date_parsing, uuid_type …)."""
    return _SENTENCES.get(kind) or _SENTENCES.get(kind.partition("_")[0])


def _field(first: ErrorDetails) -> str:
    name = str(first["loc"][-1]) if first["loc"] else ""
    if name in _FIELDS:
        return str(_FIELDS[name])
    return _("»%(name)s«") % {"name": name} if _NAME_LIKE.fullmatch(name) else _("Et felt")
