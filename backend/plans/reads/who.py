"""Who does what when: every open step that has a name or a day, or lacks one, as one seat may see it."""

from dataclasses import dataclass
from datetime import date

from backend.common import clock
from backend.common.errors import NotHere
from backend.plans import protection
from backend.plans.access import Seat
from backend.plans.reads.board import read_board
from backend.plans.reads.card import SETTLED, Card
from backend.plans.reads.faces import Face

_AGREED = ("agreed", "doing")  # and a wish only when somebody has been named for it, or a day


@dataclass(frozen=True, slots=True)
class ByPerson:
    """What one person is to do, what is late first, then by day; what has no day last."""

    face: Face
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class ByDay:
    """What is to be done on one day; `day` is None for all whose day has passed, the oldest first."""

    day: date | None
    cards: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Who:
    """`by_person` begins with the reader; `by_day` with what is late. `no_one` has nobody and `no_day` no day."""

    whose: Face | None
    by_person: tuple[ByPerson, ...]
    by_day: tuple[ByDay, ...]
    no_one: tuple[Card, ...]
    no_day: tuple[Card, ...]


def read_who(seat: Seat) -> Who:
    """Of the cards that this seat sees anyway. Raises NotHere for whoever has no place at the table."""
    if not seat.member_id:
        raise NotHere
    board = read_board(seat)
    cards = sorted(filter(_is_open, board.cards), key=_in_order)
    who = Who(
        whose=board.whose,
        by_person=_by_person(cards),
        by_day=_by_day(cards),
        no_one=tuple(card for card in cards if not card.who),
        no_day=tuple(card for card in cards if not card.due),
    )
    return protection.for_seat(seat, who)


def _is_open(card: Card) -> bool:
    is_named = card.status not in SETTLED and (card.who is not None or card.due is not None)
    return is_named or card.status in _AGREED


def _in_order(card: Card) -> tuple[bool, date, int]:
    return card.due is None, card.due or date.max, card.position


def _by_person(cards: list[Card]) -> tuple[ByPerson, ...]:
    faces = dict.fromkeys(card.who for card in cards if card.who)
    rows = [ByPerson(face, tuple(card for card in cards if card.who == face)) for face in faces]
    return tuple(sorted(rows, key=lambda row: _rank(row.face)))


def _rank(face: Face) -> tuple[bool, bool, bool, bool, str]:
    """The reader, the citizen, the consultant, the others by name; last whoever may not be known here."""
    return not face.is_me, face.role != "citizen", face.role != "consultant", face.member_id is None, face.name


def _by_day(cards: list[Card]) -> tuple[ByDay, ...]:
    today = clock.today()
    late = tuple(card for card in cards if card.due and card.due < today)
    days = dict.fromkeys(card.due for card in cards if card.due and card.due >= today)
    ahead = tuple(ByDay(day, tuple(card for card in cards if card.due == day)) for day in days)
    return (ByDay(None, late), *ahead) if late else ahead
