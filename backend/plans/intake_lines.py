"""A spreadsheet's rows as lines about citizens: which column says what, and what is wrong, cell by cell."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from backend.common import clock
from backend.common.errors import Refused
from backend.people.spreadsheet import Row

HANDLE = "borger-"  # before the municipality's own number, so that no line can ever name a colleague
LONGEST_NUMBER, LONGEST_NAME, OLDEST = 40, 120, 1900
_COLUMNS = {
    "number": ("nummer", "nr", "borgernummer", "borgernr", "journalnummer", "number"),
    "name": ("navn", "borger", "name"),
    "born": ("fødselsår", "født", "årgang", "born"),
    "consultant": ("konsulent", "borgerkonsulent", "consultant"),
    "protected": ("beskyttet", "adressebeskyttelse", "navne- og adressebeskyttelse", "protected"),
}
_NEEDED = ("number", "name", "consultant")
_SECURITY_NUMBER_NAMES = re.compile(r"\b(cpr|personnummer|personnr|social security)", re.IGNORECASE)
_TEN_DIGITS = re.compile(r"(?<!\d)(\d{2})(\d{2})\d{2}[ -]?\d{4}(?!\d)")
_YES, _NO = ("ja", "j", "yes", "x", "1", "sand", "true"), ("nej", "n", "no", "0", "falsk", "false")
NAMES: dict[str, Any] = {
    "number": _("Nummer"),
    "name": _("Navn"),
    "born": _("Fødselsår"),
    "consultant": _("Konsulent"),
    "protected": _("Beskyttet"),
}


@dataclass(frozen=True, slots=True)
class Wrong:
    """What is wrong in one cell, in a sentence; `column` is its heading as it stands in the file."""

    column: str
    why: Any


@dataclass(frozen=True, slots=True)
class Line:
    """One citizen as the spreadsheet tells it. `protected` is empty when nothing is said; a plan is never unprotected
    by a spreadsheet."""

    row: int
    number: str
    name: str
    born: int | None
    consultant: str
    protected: bool | None
    wrong: tuple[Wrong, ...] = ()

    @property
    def handle(self) -> str:
        return HANDLE + slugify(self.number)


@dataclass(frozen=True, slots=True)
class Lines:
    """All lines, and the headings of columns that are not read."""

    lines: tuple[Line, ...]
    unread: tuple[str, ...]


def read_lines(rows: list[Row]) -> Lines:
    """Every row as a line with what is wrong in it. Raises Refused when the headings say that it cannot be read."""
    (_number, headings), *rest = rows
    if any(_SECURITY_NUMBER_NAMES.search(heading) for heading in headings):
        raise Refused(_("Filen har en kolonne med personnumre. Slet den, og prøv igen."), code="security_number")
    places = _places(headings)
    lines = [_line(number, headings, cells, places) for number, cells in rest]
    known = {*places.values()}
    unread = tuple(heading for place, heading in enumerate(headings) if heading and place not in known)
    return Lines(tuple(_without_doubles(lines, headings[places["number"]])), unread)


def _places(headings: list[str]) -> dict[str, int]:
    """Which column holds what. Raises Refused when one is missing or there twice."""
    found: dict[str, int] = {}
    for place, heading in enumerate(headings):
        field = next((field for field, names in _COLUMNS.items() if heading.strip().lower() in names), None)
        if field in found:
            raise Refused(_("Kolonnen »%(name)s« står to gange.") % {"name": NAMES[field]}, code="columns")
        if field:
            found[field] = place
    missing = [str(NAMES[field]) for field in _NEEDED if field not in found]
    if missing:
        raise Refused(_("Vi mangler kolonnen: %(names)s.") % {"names": ", ".join(missing)}, code="columns")
    return found


def _line(row: int, headings: list[str], cells: list[str], places: dict[str, int]) -> Line:
    secret = [place for place, text in enumerate(cells) if looks_like_security_number(text)]
    told = {field: "" if place in secret else _at(cells, place) for field, place in places.items()}
    wrong = [
        Wrong(_at(headings, place), _("Her står noget, der ligner et personnummer. Slet det.")) for place in secret
    ]
    read = {places[field] for field in told} - {*secret}
    wrong += [Wrong(headings[places[field]], why) for field, why in _wrong_in(told) if places[field] in read]
    year, protected = told.get("born", ""), told.get("protected", "").lower()
    return Line(
        row=row,
        number=told["number"],
        name=told["name"],
        born=int(year) if re.fullmatch(r"\d{4}", year) else None,
        consultant=told["consultant"],
        protected=True if protected in _YES else False if protected in _NO else None,
        wrong=tuple(wrong),
    )


def _at(cells: list[str], place: int) -> str:
    return cells[place] if place < len(cells) else ""


def looks_like_security_number(text: str) -> bool:
    """Ten digits that begin with a day and a month; as a bare number Excel may have dropped a zero in front."""
    digits = re.sub(r"[ .-]", "", text)
    found = _TEN_DIGITS.search(digits.zfill(10) if digits.isdecimal() and len(digits) == 9 else text)
    found = found or _TEN_DIGITS.fullmatch(digits)
    # The law adds 60 to the day of a number that is given to somebody for a while (replacement numbers).
    return bool(found and 1 <= int(found[1]) % 60 <= 31 and 1 <= int(found[2]) <= 12)


def _wrong_in(told: dict[str, str]) -> Iterator[tuple[str, Any]]:
    for field in _NEEDED:
        if not told[field]:
            yield field, _("Her mangler noget.")
    number, name, year = told["number"], told["name"], told.get("born", "")
    if number and (not slugify(number) or len(number) > LONGEST_NUMBER):
        yield "number", _("Skriv et nummer med højst 40 tal og bogstaver.")
    if len(name) > LONGEST_NAME or not name.isprintable():
        yield "name", _("Skriv navnet på én linje med højst 120 tegn.")
    if year and not (re.fullmatch(r"\d{4}", year) and OLDEST <= int(year) <= _this_year()):
        yield "born", _("Skriv kun året med fire tal, for eksempel 1990.")
    protected = told.get("protected", "").lower()
    if protected and protected not in (*_YES, *_NO):
        yield "protected", _("Skriv ja eller nej.")


def _this_year() -> int:
    today: date = clock.today()
    return today.year


def _without_doubles(lines: list[Line], heading: str) -> Iterator[Line]:
    times = Counter(line.handle for line in lines if line.number)
    for line in lines:
        is_double = bool(line.number) and times[line.handle] > 1
        twice = (Wrong(heading, _("Nummeret står flere gange i filen.")),) if is_double else ()
        yield replace(line, wrong=line.wrong + twice)
