"""A line as it is said becomes what, who and when; what is not understood stays in the title."""

from datetime import date
from uuid import UUID

import pytest

from backend.plans.talk import Named, Said, names_in, understand

MOTHER, BO, BOB, ME = (UUID(int=number) for number in range(1, 5))
TODAY = date(2026, 11, 26)  # a Thursday
PEOPLE = [
    Named(MOTHER, names_in("Karen", "min mor")),
    Named(BO, names_in("Bo", "ven")),
    Named(BOB, names_in("Bob", "ven")),
    Named(ME, names_in("Mikkel") | {"mig", "me"}),
]


def said(line: str) -> Said:
    return understand(line, today=TODAY, people=PEOPLE)


def test_what_who_and_when() -> None:
    assert said("Ring til lægen @mor fredag") == Said("Ring til lægen", MOTHER, date(2026, 11, 27))
    assert said("@karen ringer til lægen på mandag.") == Said("ringer til lægen", MOTHER, date(2026, 11, 30))
    assert said("Call the bank @me tomorrow") == Said("Call the bank", ME, date(2026, 11, 27))
    assert said("Ring til lægen") == Said("Ring til lægen", None, None)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("i dag", (2026, 11, 26)), ("today", (2026, 11, 26)), ("I MORGEN", (2026, 11, 27)),
        ("overmorgen", (2026, 11, 28)), ("on Sunday", (2026, 11, 29)),
        ("fredag", (2026, 11, 27)), ("torsdag", (2026, 12, 3)), ("onsdag", (2026, 12, 2)),
        ("senest på lørdag", (2026, 11, 28)), ("inden søndag", (2026, 11, 29)),
        ("»om en uge«", (2026, 12, 3)), ("om to uger", (2026, 12, 10)), ("in 3 days", (2026, 11, 29)),
        ("3/12", (2026, 12, 3)), ("d. 3. december", (2026, 12, 3)), ("den 3 dec", (2026, 12, 3)),
        ("December 3", (2026, 12, 3)), ("26/11", (2026, 11, 26)), ("25/11", (2027, 11, 25)), ("3/1-2028", (2028, 1, 3)),
        ("29. februar 2028", (2028, 2, 29)),
    ],
)  # fmt: skip
def test_days_in_danish_and_english(words: str, day: tuple[int, int, int]) -> None:
    assert said(f"Køb sko {words}") == Said("Køb sko", None, date(*day))
    assert said(f"Køb {words} sko") == Said("Køb sko", None, date(*day))


@pytest.mark.parametrize(
    "line",
    ["Tag 31/2", "Skriv til @ven", "Spørg @ukendt", "Læs om en bog", "Find fredagsbaren",
     "Mail til a@mor.dk", "Gå i seng 22:30", "Kom om 999999 uger", "Vær med i maj"],
)  # fmt: skip
def test_what_is_not_understood_stays_in_the_title(line: str) -> None:
    assert said(line) == Said(line, None, None)


def test_the_last_day_and_the_first_name_count() -> None:
    assert said("Tal om fredag med @karen og @bo mandag") == Said(
        "Tal om fredag med og @bo", MOTHER, date(2026, 11, 30)
    )


def test_nothing_left_to_do_has_no_title() -> None:
    assert said("@mor fredag") == Said("", MOTHER, date(2026, 11, 27))
