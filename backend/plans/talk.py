"""Talk becomes a step: »Ring til lægen @mor fredag« read as what, who and when. Knows no tables; guesses nothing.

A name after @ counts when exactly one person answers to it; of several days the last one counts. All that is not
understood stays in the title.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

_WEEKDAYS = {
    name: number
    for names in (
        "mandag tirsdag onsdag torsdag fredag lørdag søndag",
        "monday tuesday wednesday thursday friday saturday sunday",
    )
    for number, name in enumerate(names.split())
}
_MONTHS = {
    name: number
    for names in (
        "januar februar marts april maj juni juli august september oktober november december",
        "jan feb mar apr maj jun jul aug sep okt nov dec",
        "january february march april may june july august september october november december",
    )
    for number, name in enumerate(names.split(), start=1)
}
_NEAR = {
    "i dag": 0, "idag": 0, "today": 0, "i morgen": 1, "imorgen": 1, "tomorrow": 1, "i overmorgen": 2, "overmorgen": 2,
}  # fmt: skip
_NUMBERS = {"en": 1, "et": 1, "én": 1, "a": 1, "an": 1, "one": 1, "to": 2, "two": 2, "tre": 3, "three": 3, "fire": 4,
            "four": 4, "fem": 5, "five": 5, "seks": 6, "six": 6}  # fmt: skip
_SPANS = {"dag": 1, "dage": 1, "day": 1, "days": 1, "uge": 7, "uger": 7, "week": 7, "weeks": 7}
_BEFORE_A_DAY = {"på", "den", "d", "senest", "inden", "til", "on", "by"}
_NOT_A_NAME = {"min", "mit", "mine", "my", "en", "et", "den", "fra", "på", "og", "i"}
_LONGEST = 3  # words that a day is said in
_AROUND = " \t.,;:!?»«\"'()–-"


@dataclass(frozen=True, slots=True)
class Named:
    """Somebody at the table, and what they may be called here: first name, what they are to the citizen."""

    member_id: UUID
    names: frozenset[str]


@dataclass(frozen=True, slots=True)
class Said:
    """What a line was understood as; `title` is empty when nothing is left to do."""

    title: str
    who: UUID | None
    due: date | None


def names_in(*texts: str) -> frozenset[str]:
    """The words that somebody may be called by, as they are compared: »min storebror« is storebror."""
    words = {_plain(word) for text in texts for word in text.split()}
    return frozenset(word for word in words if len(word) > 1 and word not in _NOT_A_NAME)


def understand(line: str, *, today: date, people: Iterable[Named]) -> Said:
    """The line as a step's title, who is to do it and by when."""
    words = line.split()
    who, words = _who(words, list(people))
    due, words = _day(words, today)
    return Said(" ".join(words).strip(_AROUND) if who or due else " ".join(words), who, due)


def _who(words: list[str], people: Sequence[Named]) -> tuple[UUID | None, list[str]]:
    for place, word in enumerate(words):
        if word.startswith("@"):
            called = [one.member_id for one in people if _plain(word[1:]) in one.names]
            if len(called) == 1:
                return called[0], words[:place] + words[place + 1 :]
    return None, words


def _day(words: list[str], today: date) -> tuple[date | None, list[str]]:
    plain = [_plain(word) for word in words]
    for end in range(len(words), 0, -1):
        for start in range(max(0, end - _LONGEST), end):
            day = _day_of(" ".join(plain[start:end]), today)
            if day:
                return day, _without_what_led_up(words[:start]) + words[end:]
    return None, words


def _without_what_led_up(words: list[str]) -> list[str]:
    """»Ring senest på« was said of the day."""
    while words and _plain(words[-1]) in _BEFORE_A_DAY:
        words = words[:-1]
    return words


def _plain(word: str) -> str:
    return unicodedata.normalize("NFC", word).casefold().strip(_AROUND)


def _day_of(said: str, today: date) -> date | None:
    if said in _NEAR:
        return today + timedelta(days=_NEAR[said])
    if said in _WEEKDAYS:
        return _next(_WEEKDAYS[said], today)
    for pattern, read in _PATTERNS:
        match = pattern.fullmatch(said)
        if match:
            return read(match, today)
    return None


def _next(weekday: int, today: date) -> date:
    """The next one that is not today: who means today says so."""
    return today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)


def _in_a_while(match: re.Match[str], today: date) -> date | None:
    many = int(match["n"]) if match["n"].isdecimal() else _NUMBERS.get(match["n"])
    return today + timedelta(days=many * _SPANS[match["span"]]) if many else None


def _on_a_date(match: re.Match[str], today: date) -> date | None:
    """The next such day; 31/2 is none."""
    told = match.groupdict()
    month = int(told["month"]) if told["month"].isdecimal() else _MONTHS[told["month"]]
    years = [int(told["year"])] if told.get("year") else [today.year, today.year + 1]
    days = [day for year in years if (day := _date(year, month, int(told["day"])))]
    return next((day for day in days if day >= today or told.get("year")), None)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


_D, _M, _Y = r"(?P<day>\d{1,2})", rf"(?P<month>{'|'.join(sorted(_MONTHS, key=len, reverse=True))})", r"(?P<year>20\d\d)"
_PATTERNS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date], date | None]], ...] = (
    (re.compile(rf"(?:om|in) (?P<n>\d{{1,3}}|[^\W\d]+) (?P<span>{'|'.join(_SPANS)})"), _in_a_while),
    (re.compile(rf"{_D}/(?P<month>\d{{1,2}})(?:[/-]{_Y})?"), _on_a_date),
    (re.compile(rf"{_D}\.? ?{_M}(?: {_Y})?"), _on_a_date),
    (re.compile(rf"{_M} {_D}"), _on_a_date),
)
