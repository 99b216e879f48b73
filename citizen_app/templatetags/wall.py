"""What a card says on the wall: fewer words than in the hand, read from five metres."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from django import template
from django.utils.dates import WEEKDAYS
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext, gettext_lazy

from backend.common import clock
from citizen_app import card_words, day_words, words
from citizen_app.templatetags.meeting import hour

register = template.Library()
register.filter("all_agree", card_words.all_agree)
_NEAR = 7  # days within which a day is said by its name
_GOALS = 4


@register.filter
def wall_line(card: Any) -> SafeString | str:
    """Mikkel · på fredag, and what it waits for; an agreement without person or day asks for what is missing."""
    if card.status == "done":
        return card_words.over_line(card, _past_day(card.done_on) if card.done_on else "")
    said = " · ".join(_who_and_when(card))
    if not said and not card.waits:
        return ""
    asked = (gettext("Nej"), gettext("fra borgeren")) if card.is_refused else (gettext("Venter"), gettext("på et ja"))
    waits = format_html('<b class="wall-card__waits">{}<span> {}</span></b>', *asked)
    return format_html(
        '<p class="who">{}{}{}</p>',
        waits if card.waits else "",
        _face(card.who) if card.who else "",
        format_html("<span>{}</span>", said) if said else "",
    )


@register.filter
def stretch(goals: Iterable[Any]) -> list[Any]:
    """The stretch of the way that has room on a wall: what was reached last, what is now, and what comes then."""
    way = list(goals)
    now = next((place for place, goal in enumerate(way) if goal.state == "now"), len(way))
    first = max(0, min(now - 1, len(way) - _GOALS))
    return way[first : first + _GOALS]


@register.filter
def wall_stage(meeting: Any) -> str:
    """The agenda's own words; where they may not be told, or nothing is said, what the stage is for."""
    return meeting.words or str(_STAGES.get(meeting.stage, ""))


@register.filter
def wall_dots(meeting: Any) -> list[str]:
    """past, past, now, ahead: the agenda as a row of dots."""
    return ["past" if n < meeting.place else "now" if n == meeting.place else "ahead" for n in range(1, meeting.of + 1)]


@register.filter
def wall_moment(moment: datetime) -> str:
    """torsdag den 3. december kl. 10.00."""
    day = moment.astimezone(clock.COPENHAGEN).date()
    told = {"weekday": WEEKDAYS[day.weekday()], "date": day_words.date_in_words(day), "time": hour(moment)}
    return gettext("%(weekday)s den %(date)s kl. %(time)s") % told


@register.filter
def wall_done(card: Any) -> str:
    """Mikkel · i går · sammen."""
    said = [card.who.name] if card.who else []
    said += [_past_day(card.done_on)] if card.done_on else []
    return " · ".join(said + ([str(words.CARRIED[card.carried_by]).lower()] if card.carried_by else []))


@register.filter
def of(by_id: Mapping[Any, Any], one: Any) -> Any:
    """What stands under this id, if anything does."""
    return by_id.get(one)


@register.filter
def names(faces: Iterable[Any]) -> str:
    """Sanne og Jørgen."""
    *some, last = (face.name for face in faces)
    return gettext("%(some)s og %(last)s") % {"some": ", ".join(some), "last": last} if some else last


@register.filter
def wall_who(card: Any) -> str:
    """Mikkel · på fredag."""
    return " · ".join(_who_and_when(card))


@register.filter
def wall_answer(code: str) -> str:
    """A voice's answer; silence is no answer, and says so."""
    return str(words.ANSWERS[code]).lower() if code else gettext("har ikke svaret")


_STAGES = {
    "welcome": gettext_lazy("Velkommen"),
    "since_last": gettext_lazy("Siden sidst"),
    "strengths": gettext_lazy("Det kan jeg"),
    "life_goal": gettext_lazy("Min drøm"),
    "hard": gettext_lazy("Det svære lige nu"),
    "who_when": gettext_lazy("Hvem gør hvad, og hvornår?"),
    "agreed": gettext_lazy("Er vi enige?"),
    "take_home": gettext_lazy("Et ord med hjem"),
}


def _past_day(day: date) -> str:
    """i går; earlier days by their date, which is shorter than how long ago it was."""
    today = clock.today()
    is_near = (today - day).days < 2
    return day_words.day_in_words(day, today=today) if is_near else day_words.date_in_words(day)


def _who_and_when(card: Any) -> list[str]:
    said = [card.who.name] if card.who else []
    said += [_day(card.due)] if card.due else []
    asked = [gettext("Hvem gør det?")] if card.waits and not card.who else card_words.missing(card)
    return said + asked


def _face(person: Any) -> SafeString:
    """One letter: two would be too small to read, and the name stands beside it."""
    return format_html('<b class="face f-{}" aria-hidden="true">{}</b>', person.role, person.name[:1])


@register.filter("wall_day")
def _day(day: date) -> str:
    """på fredag; a day further off by its date."""
    today = clock.today()
    is_near = day < today or (day - today).days < _NEAR
    return day_words.day_in_words(day, today=today) if is_near else day_words.date_in_words(day)
