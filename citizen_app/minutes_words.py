"""The minutes as headings and lines, the same on the page and on paper: days are told in full, since paper stays."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from backend.common import clock
from backend.plans.reads.minutes import Minutes, Spoken
from citizen_app.day_words import full_day
from citizen_app.words import ANSWERS, CARRIED, STATUSES

_PLAIN = ("agenda", "not-reached", "parts", "views", "words-home")  # told, not agreed
_BECAME = {
    "added": gettext_lazy("Nyt mål"),
    "reworded": gettext_lazy("Skrevet om"),
    "area_set": gettext_lazy("Har fået et andet livsområde"),
    "reached": gettext_lazy("Nået"),
    "reopened": gettext_lazy("Taget op igen"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """What was said, and small print under it. `step_id`: the card it tells of."""

    text: str
    notes: tuple[str, ...] = ()
    step_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """A heading with its lines."""

    name: str
    heading: str
    lines: tuple[Line, ...]


def title_of(minutes: Minutes) -> str:
    """Referat: Netværksmøde."""
    return _("Referat: %(kind)s") % {"kind": minutes.kind}


def facts_of(minutes: Minutes) -> list[str]:
    """When, where, what about and who: what the reader may know of it, a line each."""
    facts = [_when(minutes.began, minutes.ended)] if minutes.began and minutes.ended else []
    facts += [one for one in (minutes.place, minutes.purpose) if one]
    facts += [_("Med til mødet: %(names)s") % {"names": _names(minutes.there)}] if minutes.there else []
    facts += [_("Inviteret: %(names)s") % {"names": _names(minutes.invited)}] if minutes.invited else []
    return facts


def _when(began: datetime, ended: datetime) -> str:
    since, until = (moment.astimezone(clock.COPENHAGEN).strftime(_("%H.%M")) for moment in (began, ended))
    return _("%(day)s kl. %(since)s–%(until)s") % {
        "day": full_day(clock.day_of(began)),
        "since": since,
        "until": until,
    }


def _names(faces: Iterable[Any]) -> str:
    return ", ".join(face.name for face in faces)


def parts_of(minutes: Minutes) -> list[Part]:
    """What there is to tell, in the order of a good meeting; nothing is told of what was not come to."""
    parts = [
        Part("life-goal", _("Drømmen"), tuple(_life_goal(minutes))),
        Part("proud", _("Mest stolt af"), tuple(_proudest(minutes))),
        Part("agreements", _("Det aftalte vi"), tuple(map(_agreement, minutes.agreements))),
        Part("not-agreed", _("Det er vi ikke enige om endnu"), tuple(map(_agreement, minutes.not_agreed))),
        Part("open-ends", _("Det mangler en person eller en dag"), tuple(map(_open_end, minutes.open_ends))),
        Part("done", _("Det er klaret"), tuple(map(_done, minutes.done))),
        Part("strengths", _("Styrker"), tuple(Line(one.words, _by(one)) for one in minutes.strengths)),
        Part("goals", _("Mål"), tuple(Line(one.title, _became(one)) for one in minutes.goals)),
        Part("hard", _("Det svære"), tuple(map(Line, minutes.hard))),
        Part("words-home", _("Ord med hjem"), tuple(map(_word, minutes.words))),
        Part("parts", _("Forvaltningernes dele"), tuple(_administrations(minutes))),
        Part("agenda", _("Det nåede vi"), tuple(_points(minutes, is_reached=True))),
        Part("not-reached", _("Det nåede vi ikke"), tuple(_points(minutes, is_reached=False))),
        Part("next", _("Næste møde"), tuple(_next(minutes))),
    ]
    return [part for part in parts if part.lines]


def _life_goal(minutes: Minutes) -> Iterable[Line]:
    change = minutes.life_goal
    if change:
        yield Line(change.words, (_("Før: %(words)s") % {"words": change.was},) if change.was else ())


def _proudest(minutes: Minutes) -> Iterable[Line]:
    """What the citizen named at the beginning, and who saw it."""
    proud = minutes.proud
    if proud:
        yield Line(proud.words, (_("Set af %(name)s") % {"name": proud.saw},) if proud.saw else ())


def _agreement(one: Spoken) -> Line:
    """Who and when, each voice by itself, and whether it stands as it did."""
    card, silent = one.card, _("Har ikke svaret")
    voices = " · ".join(f"{_who(voice)}: {ANSWERS[voice.answer] if voice.answer else silent}" for voice in card.voices)
    return Line(card.title, (_who_and_when(card), voices, *_since(one)), card.id)


def _who(said: Any) -> str:
    """Whose voice or word it is, and whether another wrote it down."""
    return _("%(name)s (sagt højt)") % {"name": said.face.name} if said.entered_by else str(said.face.name)


def _word(word: Any) -> Line:
    return Line(word.words, (_who(word),))


def _open_end(one: Spoken) -> Line:
    card = one.card
    missing = ([] if card.who else [_("Ingen person endnu")]) + ([] if card.due else [_("Ingen dag endnu")])
    return Line(card.title, tuple(filter(None, (_who_and_when(card), " · ".join(missing), *_since(one)))), card.id)


def _done(one: Spoken) -> Line:
    carried = one.card.carried_by
    return Line(one.card.title, (str(CARRIED[carried]),) if carried else (), one.card.id)


def _who_and_when(card: Any) -> str:
    said = [card.who.name] if card.who else []
    return ", ".join([*said, full_day(card.due)] if card.due else said)


def _since(one: Spoken) -> Iterable[str]:
    if one.card.status in ("done", "paused", "dropped"):
        yield str(STATUSES[one.card.status])
    elif one.is_changed_since:
        yield _("Ændret siden mødet")


def _by(strength: Any) -> tuple[str, ...]:
    by = strength.suggested_by
    return (_("Set af %(name)s") % {"name": by.name},) if by else ()


def _became(goal: Any) -> tuple[str, ...]:
    return (", ".join(str(_BECAME[what]) for what in goal.became),)


def _points(minutes: Minutes, *, is_reached: bool) -> Iterable[Line]:
    """Several on one line: they are headings, not agreements. An administration's own part stands by itself."""
    points = (point for point in minutes.agenda if not point.administration)
    words = [point.words for point in points if point.is_reached is is_reached]
    if words:
        yield Line(" · ".join(words))


def _administrations(minutes: Minutes) -> Iterable[Line]:
    """Each one's own part, and who answered for it."""
    for point in minutes.agenda:
        if point.administration:
            answers = _("%(name)s svarede for delen") % {"name": point.answers.name} if point.answers else ""
            reached = "" if point.is_reached else _("Det nåede vi ikke")
            yield Line(point.administration, tuple(filter(None, (point.words, answers, reached))))


def _next(minutes: Minutes) -> Iterable[Line]:
    meeting = minutes.next_meeting
    if meeting is None:
        return
    local = meeting.starts_at.astimezone(clock.COPENHAGEN) if meeting.starts_at else None
    time = local.strftime(_("%H.%M")) if local else ""
    when = _("%(day)s kl. %(time)s") % {"day": full_day(local.date()), "time": time} if local else meeting.kind
    yield Line(when, tuple(filter(None, (meeting.kind if local else "", meeting.place))))


def foot_of(minutes: Minutes) -> list[str]:
    """Where the words come from, what is gone, and whether the citizen has said yes."""
    notes = [_("Referatet er lavet af det, der skete på tavlen. Ordene er dem, der står der nu.")]
    notes += [_("Noget fra mødet er fjernet og står her ikke mere.")] if minutes.is_something_gone else []
    if minutes.approved_at:
        notes.append(
            _("Borgeren har sagt ja til referatet %(day)s.") % {"day": full_day(clock.day_of(minutes.approved_at))}
        )
    return notes


def on_paper(minutes: Minutes, *, language: str) -> dict[str, Any]:
    """The same as data for templates/meeting/minutes.typ."""
    parts = parts_of(minutes)
    views = tuple(Line(view.words, (view.face.name,)) for view in minutes.views)
    parts += [Part("views", _("Sådan ser vi det"), views)] if views else []
    return {
        "title": title_of(minutes),
        "lang": language,
        "lines": facts_of(minutes),
        "sections": [_section(part) for part in parts],
        "foot": foot_of(minutes),
    }


def _in_one(lines: Iterable[Line]) -> Line:
    """A word each, on one line."""
    return Line(" · ".join(_("»%(word)s« %(name)s") % {"word": one.text, "name": one.notes[0]} for one in lines))


def _section(part: Part) -> dict[str, Any]:
    lines = part.lines if part.name != "words-home" else (_in_one(part.lines),)
    items = [{"text": line.text, "notes": line.notes} for line in lines]
    return {"heading": part.heading, "items": items, "look": "plain" if part.name in _PLAIN else ""}
