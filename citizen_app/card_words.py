"""What a card says about itself, in as few words as possible."""

from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from backend.common import clock
from backend.plans.reads.card import SETTLED
from citizen_app import day_words, words

OPEN = ("agreed", "doing")
_VOICES = ("disagreed", "not_yet", "", "agreed")


def look(card: Any) -> str:
    """The card's classes beside `card`: its life area, and the one state that matters most."""
    area = f" a-{card.life_area}" if card.life_area else ""
    return area + _state(card)


def _state(card: Any) -> str:
    if card.status in SETTLED:
        return " is-done" if card.status == "done" else " is-resting"
    if card.waits:
        return " is-asking" if card.waits == "my_yes" else " is-waiting"
    if card.is_refused:
        return " is-waiting"
    if card.status == "agreed" and not card.is_agreement:
        return " is-open"
    return " is-now" if card.due and card.status in OPEN and card.due <= clock.today() else ""


def line(card: Any) -> SafeString | str:
    """The line under the title: when it was done, or who and when."""
    if card.status == "done":
        return over_line(card, _done_day(card) if card.done_on else "")
    said = " · ".join(who_and_when(card))
    if not said:
        return ""
    return format_html('<p class="who">{}{}</p>', face(card.who) if card.who else "", said)


def over_line(card: Any, day: str) -> SafeString:
    """A tick instead of the word, which is still said to whoever cannot see it."""
    said = [day] if day else []
    said += [str(words.CARRIED[card.carried_by]).lower()] if card.carried_by else []
    return format_html('<p class="over"><span class="hush">{} </span>{}</p>', gettext("Klaret"), " – ".join(said))


def face(person: Any, size: str = "") -> SafeString:
    """The initials of a person at the table, on the ground of their role; the name stands beside it."""
    return format_html('<b class="face{} f-{}" aria-hidden="true">{}</b>', size, person.role, person.initials)


def who_and_when(card: Any) -> list[str]:
    """["Dig", "på torsdag"]; on an open agreement also what is missing."""
    said = [name(card.who)] if card.who else []
    if card.due:
        said.append(day_words.day_in_words(card.due, today=clock.today()))
    return said + missing(card)


def missing(card: Any) -> list[str]:
    """What an open agreement lacks, as questions."""
    if card.status != "agreed" or card.waits:
        return []
    return ([] if card.who else [gettext("Hvem gør det?")]) + ([] if card.due else [gettext("Hvornår?")])


def all_agree(card: Any) -> bool:
    """Each by themself."""
    return all(voice.answer == "agreed" and not voice.entered_by for voice in card.voices)


def over(card: Any) -> str:
    """Klaret i går – sammen."""
    carried = str(words.CARRIED.get(card.carried_by, "")).lower()
    said = gettext("Klaret %(day)s") % {"day": _done_day(card)} if card.done_on else gettext("Klaret")
    return f"{said} – {carried}" if carried else said


def _done_day(card: Any) -> str:
    return day_words.day_in_words(card.done_on, today=clock.today())


def ask(card: Any) -> str:
    """What the card waits for, to the one who reads it."""
    if card.waits == "citizens_yes":
        told = gettext("Borgeren har sagt nej. Det er ikke en aftale.")
        return told if card.is_refused else gettext("Venter på borgerens ja")
    aloud = next((voice for voice in card.voices if voice.face.is_me and voice.entered_by), None)
    if aloud:
        said = {"answer": str(words.ANSWERS[aloud.answer]).lower(), "name": name(aloud.entered_by)}
        return gettext("Du sagde »%(answer)s« højt, og %(name)s skrev det. Passer det?") % said
    if card.suggested_by and not card.suggested_by.is_me:
        return gettext("Et forslag fra %(name)s. Hvad siger du?") % {"name": card.suggested_by.name}
    return gettext("Venter på dit ja")


def voices_line(card: Any) -> SafeString | str:
    """All agree: one word. Else everyone's answer side by side, disagreement first, nothing counted.

    Where a yes is still asked for, and where all is over, disagreement alone.
    """
    if card.waits or card.status == "done" or not card.is_agreement:
        return noes(card)
    names = _by_answer(card)
    if set(names) == {"agreed"} and not any(voice.entered_by for voice in card.voices):
        return format_html('<p class="voices v-agreed">{}</p>', gettext("Alle er enige"))
    return _side_by_side(names)


def noes(card: Any) -> SafeString | str:
    """Uenig: Pia Holm; nothing where nobody disagrees."""
    names = _by_answer(card)
    return _side_by_side({"disagreed": names["disagreed"]}) if "disagreed" in names else ""


def _by_answer(card: Any) -> dict[str, list[str]]:
    names: dict[str, list[str]] = {}
    for voice in card.voices:
        names.setdefault(voice.answer, []).append(_spoken(voice))
    return names


def _side_by_side(names: dict[str, list[str]]) -> SafeString:
    said = [(answer, words.ANSWERS[answer], ", ".join(names[answer])) for answer in _VOICES if answer in names]
    return format_html('<p class="voices">{}</p>', format_html_join(" ", '<span class="v-{}">{}: {}</span>', said))


def _spoken(voice: Any) -> str:
    return gettext("%(name)s (sagt højt)") % {"name": name(voice.face)} if voice.entered_by else name(voice.face)


def name(face: Any) -> str:
    """Dig, or the name this viewer knows."""
    return gettext("Dig") if face.is_me else str(face.name)
