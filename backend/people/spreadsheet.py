"""A spreadsheet from outside, CSV or XLSX as Excel writes them, read as rows of plain text within bounds."""

import csv
import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from backend.common.errors import Refused

MOST_BYTES = 1_000_000
MOST_UNPACKED = 20_000_000  # bytes in an XLSX once unzipped: a small file can hold a very large one
MOST_PARTS = 200
MOST_ROWS = 500
MOST_COLUMNS = 20
LONGEST_CELL = 200
_DELIMITERS = ";,\t"

Row = tuple[int, list[str]]  # its number as the spreadsheet counts, and its cells


def read_spreadsheet(content: bytes) -> list[Row]:
    """The first sheet's rows that say something, the headings first. Raises Refused with a sentence."""
    if len(content) > MOST_BYTES:
        raise Refused(_("Filen er for stor. Del den i flere."), code="too_much")
    told = list(_from_xlsx(content) if content.startswith(b"PK\x03\x04") else _from_csv(content))
    rows = [(number, cells) for number, cells in told if any(cells)]
    if len(rows) > MOST_ROWS + 1:
        raise Refused(_("Der er for mange rækker. Tag højst 500 ad gangen."), code="too_much")
    if len(rows) < 2:
        raise Refused(_("Filen er tom. Første række skal være overskrifter."), code="empty")
    return rows


def _from_xlsx(content: bytes) -> Iterator[Row]:
    try:
        _check_unpacked(content)
        from openpyxl import load_workbook  # when one comes: it takes long to load, and a server starts without it

        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
        sheet = book.worksheets[0]
        sheet.reset_dimensions()  # what the file says of its own size is not to be trusted
        rows = list(sheet.iter_rows(max_row=MOST_ROWS + 2, max_col=MOST_COLUMNS, values_only=True))
    except Refused:
        raise
    except Exception as wrong:  # a broken workbook fails in as many ways as it has parts
        raise _unreadable() from wrong
    yield from enumerate((_cells(row) for row in rows), start=1)


def _check_unpacked(content: bytes) -> None:
    parts = zipfile.ZipFile(io.BytesIO(content)).infolist()
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise Refused(_("Filen er for stor. Del den i flere."), code="too_much")


def _from_csv(content: bytes) -> Iterator[Row]:
    text = _decoded(content)
    if "\0" in text:
        raise _unreadable()
    named = re.match(r"sep=(.)\r?\n", text)
    text = text[named.end() :] if named else text
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=named[1] if named else _delimiter(text))
    try:
        for cells in reader:
            yield reader.line_num + bool(named), _cells(cells[:MOST_COLUMNS])
    except csv.Error as wrong:
        raise _unreadable() from wrong


def _decoded(content: bytes) -> str:
    """UTF-8 with or without a mark, UTF-16 with one, and else Windows-1252, which Danish Excel writes."""
    try:
        if content.startswith((b"\xff\xfe", b"\xfe\xff")):
            return content.decode("utf-16")
        try:
            return content.decode("utf-8-sig")
        except UnicodeDecodeError:
            return content.decode("cp1252")
    except UnicodeDecodeError as wrong:
        raise _unreadable() from wrong


def _delimiter(text: str) -> str:
    """Whatever parts the headings: a semicolon in Denmark, as the comma stands in numbers."""
    headings = text.partition("\n")[0]
    return max(_DELIMITERS, key=headings.count)


def _cells(values: Iterable[Any]) -> list[str]:
    return [_text(value)[:LONGEST_CELL] for value in values]


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime | date):
        return value.strftime("%d-%m-%Y")
    return " ".join(str(value).split())


def _unreadable() -> Refused:
    return Refused(_("Filen kan ikke læses. Gem den som CSV eller XLSX, og prøv igen."), code="unreadable")
