"""What the templates say in a word: icons, faces, life areas, days, and the form of a change."""

from datetime import date, datetime
from functools import cache
from typing import Any

from django import template
from django.templatetags.static import static
from django.utils.dates import WEEKDAYS
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from backend.common import clock
from backend.people.devices import Device
from citizen_app import (
    card_words,
    contact_words,
    day_words,
    news_words,
    opening_words,
    reason_words,
    sees_words,
    standing,
    words,
)  # fmt: skip
from citizen_app.links import linked
from citizen_app.page import path_of

register = template.Library()
register.filter("linked", linked)


@cache
def _sprite() -> str:
    return static("build/icons.svg")


@register.simple_tag
def icon(name: str) -> SafeString:
    """One of the sprite's drawings; always beside a word."""
    return mark_safe(f'<svg aria-hidden="true"><use href="{_sprite()}#{name}" /></svg>')  # noqa: S308


@register.filter
def area(life_area: str) -> SafeString:
    """A life area as icon and word."""
    return format_html("{}{}", icon(words.AREA_ICONS.get(life_area, "flag")), words.LIFE_AREAS.get(life_area, ""))


@register.filter
def face(person: Any) -> SafeString:
    return card_words.face(person)


@register.filter
def face_medium(person: Any) -> SafeString:
    return card_words.face(person, " medium")


@register.filter
def face_large(person: Any) -> SafeString:
    return card_words.face(person, " large")


@register.filter
def who(person: Any) -> str:
    """Dig, or the name this viewer knows."""
    return card_words.name(person)


register.filter("card_look", card_words.look)
register.filter("card_line", card_words.line)
register.filter("over", card_words.over)
register.filter("voices_line", card_words.voices_line)
register.filter("noes", card_words.noes)
register.filter("ask", card_words.ask)
register.filter("stands_at", standing.stands_at)
register.filter("sees", sees_words.sees)
register.filter("news", news_words.news)
register.filter("why", news_words.why)
register.filter("reason_lines", reason_words.lines)
register.filter("when_answered", opening_words.when_answered)
register.filter("how_often", contact_words.how_often)
register.filter("every", contact_words.every)
register.filter("next_due", contact_words.due)


@register.filter
def tel(phone: str) -> str:
    """A telephone number as an address: digits and a leading plus."""
    return "".join(sign for sign in phone if sign.isdigit() or sign == "+")


@register.filter
def genitive(name: str) -> str:
    """Annas, Lars’: what is theirs."""
    return (gettext("%(name)s’") if name[-1:].lower() in tuple("sxz") else gettext("%(name)ss")) % {"name": name}


@register.filter
def first_name(name: str) -> str:
    return name.partition(" ")[0]


@register.filter
def device(one: Device) -> str:
    """Chrome på Android."""
    browser = one.browser or gettext("En browser")
    return gettext("%(browser)s på %(system)s") % {"browser": browser, "system": one.system} if one.system else browser


@register.filter
def day(value: date) -> str:
    """på torsdag."""
    return day_words.day_in_words(value, today=clock.today())


@register.filter
def weekday(number: int) -> Any:
    """mandag: 0."""
    return WEEKDAYS[number]


@register.filter
def full_day(value: date) -> str:
    """torsdag den 3. december 2026."""
    return day_words.full_day(value)


register.filter("day_of", clock.day_of)


@register.filter
def moment(value: date) -> str:
    """i går kl. 14.05; of what is told as a day, the day."""
    if isinstance(value, datetime):
        return day_words.moment_in_words(value, today=clock.today())
    return day_words.day_in_words(value, today=clock.today())


@register.filter
def hour(value: datetime) -> str:
    """14.05."""
    return value.astimezone(clock.COPENHAGEN).strftime(gettext("%H.%M"))


@register.filter
def is_now(value: date | None) -> bool:
    """Is the day here, or gone by?"""
    return value is not None and value <= clock.today()


@register.filter
def is_near(value: date) -> bool:
    """Is the day said by its name or distance alone, so that the date must be told beside it?"""
    return (value - clock.today()).days < 7


@register.filter
def status(code: str) -> str:
    return str(words.STATUSES.get(code, code))


@register.filter
def progress_icon(standard: str) -> SafeString:
    """Of an area of small steps; beside its name."""
    return icon(words.PROGRESS_ICONS[standard])


@register.filter
def company(code: str) -> str:
    """How the citizen took part."""
    return str(words.COMPANY.get(code, ""))


@register.filter
def small_step(entry: Any) -> str:
    """What the room reads of it, and its day: several may have the same words."""
    return f"{entry.words or entry.area} · {day_words.day_in_words(entry.day, today=clock.today())}"


@register.filter
def progress_hint(standard: str) -> str:
    """at møde op."""
    return str(words.PROGRESS_HINTS[standard])


@register.simple_tag
def statuses() -> Any:
    """Every column's code and word."""
    return words.STATUSES.items()


@register.filter
def answer(code: str) -> str:
    return str(words.ANSWERS.get(code, code))


@register.filter
def role(code: str) -> str:
    return str(words.ROLES.get(code, code))


@register.filter
def reason(code: str) -> str:
    return str(words.REASONS.get(code, code))


@register.filter
def relation(code: str) -> str:
    return str(words.RELATIONS.get(code, code))


@register.filter
def near(code: int) -> str:
    """tæt på."""
    return str(words.NEARS.get(code, code))


@register.simple_block_tag(takes_context=True)
def change(context: dict[str, Any], content: str, kind: str, *, look: str = "", **fields: Any) -> SafeString:
    """The form of one change: hidden kind, fields, `after` (the number the page was read at) and the way back.

    A change on a card passes `after=card.seq` itself, so that a card is the same on every page that shows it.
    """
    plan_id = context["plan_id"]
    told = {"kind": kind, "after": context.get("number", 0), **fields}
    told["next"] = fields.get("next") or path_of(plan_id, context["page"])
    hidden = "".join(_hidden(name, value) for name, value in told.items() if value is not None)
    follows = " data-follow" if fields.get("next") else ""  # with scripts, too, it leads to another page
    looks = f' class="{conditional_escape(look)}"' if look else ""
    begins = f'<form method="post" action="/plans/{conditional_escape(plan_id)}/changes/" data-change{follows}{looks}>'
    return mark_safe(f"{begins}{hidden}{conditional_escape(content)}</form>")  # noqa: S308


def _hidden(name: str, value: Any) -> str:
    """Written out by hand: a page has dozens of them."""
    return f'<input type="hidden" name="{name}" value="{conditional_escape(value)}">'


@register.simple_block_tag(takes_context=True)
def restore(context: dict[str, Any], content: str, gone: Any) -> SafeString:
    """The form that brings back what was removed."""
    return change(context, content, f"restore_{gone.kind}", **{f"{gone.kind}_id": gone.id})
