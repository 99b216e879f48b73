"""Finds Danish that was left on an English page. What people wrote themselves stays in their own language."""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from html import escape
from html.parser import HTMLParser

from babel.messages.pofile import read_po

from backend.people.models import ConsentText, CourseLine, CourseTemplate, MeetingKind, Person, ReadyText
from backend.plans.models import (
    AboutMe,
    AgendaItem,
    CheckIn,
    ConsentQuestion,
    Goal,
    LifeGoal,
    LookIn,
    Measurement,
    Meeting,
    Member,
    Message,
    Offer,
    OfferAnswer,
    Outcome,
    Phase,
    ProgressArea,
    ProgressEntry,
    Remark,
    ScheduledMessage,
    Step,
    Strength,
)
from parts.places import translations

_UNMISTAKABLE = re.compile(
    r"[æøåÆØÅ«»]|\b(og|ikke|det|der|dem|du|dig|din|dit|jeg|har|som|til|noget|skridt|endnu|siden)\b", re.IGNORECASE
)
_SAID_BY_ATTRIBUTES = ("aria-label", "title", "placeholder", "alt", "content")
_WRITTEN = {
    Person: ("name", "first_name", "hours"),
    Member: ("relation",),
    AboutMe: ("words",),
    CheckIn: ("words",),
    LifeGoal: ("words",),
    Goal: ("title", "community", "challenge"),
    Step: ("title", "words", "how", "learned"),
    Strength: ("words",),
    ProgressArea: ("name",),
    ProgressEntry: ("words",),
    Measurement: ("words",),
    Phase: ("words",),
    Outcome: ("words", "follows"),
    Offer: ("title", "delivered_by", "community", "why"),
    OfferAnswer: ("words",),
    Remark: ("words",),
    Message: ("words",),
    ScheduledMessage: ("words",),
    ReadyText: ("name", "words"),
    ConsentQuestion: ("giver", "receiver", "what", "why"),
    ConsentText: ("da",),  # somebody who said yes to these words reads them as they were
    LookIn: ("words", "organisation"),
    MeetingKind: ("name",),
    CourseTemplate: ("name",),
    CourseLine: ("words",),
    Meeting: ("purpose", "place", "matters", "announcement"),
    AgendaItem: ("words",),
}
_NAMES = ("Dansk", "Tavlen")  # the same in every language


def danish_left(text: str, written: Iterable[str]) -> list[str]:
    """What the interface says in Danish in this HTML or text, beside what people have written."""
    for words in sorted(written, key=len, reverse=True):
        text = text.replace(escape(words), "Xx")
    said = [piece for piece in _pieces(text) if piece not in _NAMES]
    return [piece for piece in said if _UNMISTAKABLE.search(piece) or _danish().fullmatch(piece)]


def own_words() -> set[str]:
    """Everything that people have written at the table, and what they and their relations are called."""
    return {
        line
        for model, fields in _WRITTEN.items()
        for row in model._default_manager.values_list(*fields)
        for words in row
        for line in (words or "").splitlines()
        if line
    }


@cache
def _danish() -> re.Pattern[str]:
    """Every Danish text of the catalogue that is written otherwise in English."""
    with_english = [(danish, english) for danish, english in _texts() if _sayable(danish) not in _sayable(english)]
    return re.compile("|".join(_pattern(danish) for danish, _ in with_english if len(_sayable(danish)) > 2))


def _texts() -> Iterator[tuple[str, str]]:
    for file in translations():
        with file.open("rb") as words:
            for message in read_po(words, locale=file.parents[1].name):
                yield from ((danish, " ".join(_several(message.string))) for danish in _several(message.id))


def _several(text: str | tuple[str, ...] | list[str] | None) -> list[str]:
    return [text] if isinstance(text, str) else list(text or ())


def _sayable(text: str) -> str:
    return re.sub(r"%\(\w+\)[sd]|%%s|[^\w ]", "", text).strip()


def _pattern(text: str) -> str:
    return re.sub(r"%\\\(\w+\\\)[sd]|%%s", ".+", re.escape(" ".join(text.split()))).replace("%%", "%")


def _pieces(html: str) -> list[str]:
    collector = _Collector()
    collector.feed(html)
    return [said for piece in collector.said if (said := " ".join(piece.split()))]


class _Collector(HTMLParser):
    """Gathers each text and each attribute that is shown or said."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []

    def handle_data(self, data: str) -> None:
        self.said.append(data)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.said += [value for name, value in attrs if value and _is_said(name)]


def _is_said(attribute: str) -> bool:
    return attribute in _SAID_BY_ATTRIBUTES or attribute.startswith("data-")
