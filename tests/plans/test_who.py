"""Who does what when: all that is open, by person and by day, of what one sees anyway."""

from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from backend.common import clock
from backend.common.errors import NotHere
from backend.plans import commands as do
from backend.plans.reads.who import read_who
from citizen_app.templatetags.who import is_late, lacks, late
from tests.cast import Cast


def agrees(cast: Cast, title: str, who: str | None = None, days: int | None = None, by: str = "citizen") -> UUID:
    """Written down and agreed; `days` from today."""
    due = clock.today() + timedelta(days=days) if days is not None else None
    rest: dict[str, Any] = {"responsible": cast.members[who] if who else None, "due": due}
    step_id = cast.adds_step(by, title, **rest)
    cast.does("citizen", do.MoveStep(step_id=step_id, status="agreed"))
    return step_id


def titles(cards: Any) -> list[str]:
    return [card.title for card in cards]


def test_by_person_the_reader_first_and_what_is_late_on_top(cast: Cast) -> None:
    agrees(cast, "Senere", "citizen", 5)
    agrees(cast, "For længst", "citizen", -2)
    agrees(cast, "Uden dag", "citizen")
    agrees(cast, "Find en vejleder", "consultant", 1)
    mine = [(row.face.is_me, titles(row.cards)) for row in read_who(cast.seat("citizen")).by_person]
    assert mine == [(True, ["For længst", "Senere", "Uden dag"]), (False, ["Find en vejleder"])]
    theirs = [row.face.role for row in read_who(cast.seat("consultant")).by_person]
    assert theirs == ["consultant", "citizen"]


def test_by_day_what_is_late_first_then_each_day_in_order(cast: Cast) -> None:
    agrees(cast, "Om en uge", "citizen", 7)
    agrees(cast, "I dag", "consultant", 0)
    agrees(cast, "I går", "consultant", -1)
    agrees(cast, "Også i dag", "citizen", 0)
    days = read_who(cast.seat("citizen")).by_day
    assert [(one.day, titles(one.cards)) for one in days] == [
        (None, ["I går"]),
        (clock.today(), ["I dag", "Også i dag"]),
        (clock.today() + timedelta(days=7), ["Om en uge"]),
    ]


def test_what_lacks_somebody_or_a_day_stands_last_and_says_so(cast: Cast) -> None:
    agrees(cast, "Ingen af delene")
    agrees(cast, "Uden dag", "citizen")
    agrees(cast, "Uden nogen", days=3)
    who = read_who(cast.seat("citizen"))
    assert sorted(titles(who.no_one)) == ["Ingen af delene", "Uden nogen"]
    assert sorted(titles(who.no_day)) == ["Ingen af delene", "Uden dag"]
    assert {card.title: lacks(card) for card in (*who.no_one, *who.no_day)} == {
        "Ingen af delene": "Hvem gør det? Hvornår?",
        "Uden nogen": "Hvem gør det?",
        "Uden dag": "Hvornår?",
    }


def test_a_wish_and_what_is_settled_are_no_agreements(cast: Cast) -> None:
    cast.adds_step(title="Et ønske")
    for status in ("done", "paused", "dropped"):
        step_id = agrees(cast, status, "citizen", 1)
        cast.does("citizen", do.MoveStep(step_id=step_id, status=status))
    who = read_who(cast.seat("citizen"))
    assert (who.by_person, who.by_day, who.no_one, who.no_day) == ((), (), (), ())


@pytest.mark.parametrize("who", ["citizen", "consultant", "professional", "supporter"])
def test_a_day_that_has_passed_is_said_alike_of_everybody(cast: Cast, who: str) -> None:
    agrees(cast, "Ring til banken", who, -1)
    [day] = read_who(cast.seat("citizen")).by_day
    assert is_late(day.cards[0])
    assert late(day.cards[0]) == "Skulle være gjort i går – hvad skal der til?"


def test_what_nobody_has_said_yes_to_was_not_promised(cast: Cast) -> None:
    due, me = clock.today() - timedelta(days=1), cast.members["citizen"]
    cast.adds_step("consultant", "Et forslag", due=due, responsible=me)
    [day] = read_who(cast.seat("citizen")).by_day
    assert not is_late(day.cards[0]) and day.cards[0].waits == "my_yes"


def test_a_supporter_finds_what_is_shared_with_them_and_no_more(cast: Cast) -> None:
    agrees(cast, "Kun os to", "consultant", 2)
    agrees(cast, "Kom med i svømmehallen", "supporter", 2)
    who = read_who(cast.seat("supporter"))
    assert [titles(row.cards) for row in who.by_person] == [["Kom med i svømmehallen"]]
    assert [titles(one.cards) for one in who.by_day] == [["Kom med i svømmehallen"]]


def test_whoever_has_no_place_finds_nothing(cast: Cast) -> None:
    cast.looks_in()
    for role in ("screen", "looking_in"):
        with pytest.raises(NotHere):
            read_who(cast.seat(role))
