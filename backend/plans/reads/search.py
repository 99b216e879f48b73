"""Found by words: in the conversation and on the plan, exactly what this seat sees anyway, in its own order.

Nothing is ranked by how often a word stands anywhere, and nothing is counted: what is hidden can move no result.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Q, QuerySet
from django.db.models.expressions import RawSQL

from backend.common.danish import STOPS, pieces_of, stem, words_in
from backend.common.errors import NotHere
from backend.plans import protection
from backend.plans.access import BROAD, Seat, goals_for, steps_for
from backend.plans.models import LifeGoal, Remark, SearchText, Strength
from backend.plans.reads.faces import Face, Table, read_table
from backend.plans.reads.meeting import meetings_for
from backend.plans.sight import attachments_for, messages_for, offers_for, strengths_for

LONGEST, MOST_WORDS, MOST = 100, 8, 30  # characters; words; of each kind
AROUND = 90  # characters before and after the first hit
PLACES = ("citizen", "consultant", "supporter", "professional")
Piece = tuple[str, bool]
# Which texts others than citizen and consultant read of a thing they see; and fewer with a protected address.
_NARROW = {"step": ("title", "how"), "goal": ("title", "community"), "meeting": ("purpose", "announcement")}
_SAID = ("remark", "message", "file")
_BY = {"remark": "step_id", "file": "message_id"}
_PROTECTED: dict[str, tuple[str, ...]] = {"step": ("title",), "goal": ("title",), "meeting": ()}


@dataclass(frozen=True, slots=True)
class Hit:
    """A place where it stands. `about` is what it is opened by: a remark's step, a file's message, or itself.

    `title`: the thing's own, when what was found is another text of it. `number`: the message's. `pieces`: the text
    around the first hit, cut at what was looked for; True where it is that.
    """

    kind: str
    id: UUID
    about: UUID
    number: int
    face: Face | None
    at: date | None
    title: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """What was asked for, and where it stands. `more`: there is more than is shown; a further word helps."""

    asked: str
    hits: tuple[Hit, ...]
    more: bool


def read_search(seat: Seat, asked: str) -> Found:
    """Every word must stand in the text, with whatever ending; the last may be begun only. Raises NotHere."""
    if seat.role not in PLACES or seat.is_borrowed:
        raise NotHere
    asked = asked.replace("\x00", " ").strip()[:LONGEST]
    if not words_in(asked):
        return Found(asked, (), more=False)
    hits = {kind: _hits(seat, kind, rows, asked) for kind, rows in _things(seat).items()}
    shown = tuple(hit for found in hits.values() for hit in found[:MOST])
    found = Found(asked, shown, more=any(len(found) > MOST for found in hits.values()))
    return protection.for_seat(seat, found)


def _stems(asked: str) -> tuple[tuple[str, ...], str]:
    """The stems that must stand there, and the one that a word must begin with."""
    words = words_in(asked)[:MOST_WORDS]
    return tuple(stem(word) for word in words[:-1] if word not in STOPS), stem(words[-1])


def _matching(seat: Seat, asked: str) -> QuerySet[SearchText]:
    """By the database's own index. Words are letters and digits alone, so that nothing in them is a command."""
    whole, begun = _stems(asked)
    if connection.vendor == "sqlite":
        words = [f'"{one}"' for one in whole] + [f'"{begun}" *']
        query = f'plan_id : "{seat.plan_id}" AND words : ({" AND ".join(words)})'
        found = RawSQL("SELECT rowid FROM plans_search WHERE plans_search MATCH %s", [query])
    else:
        said = [word for word in words_in(asked)[:MOST_WORDS][:-1] if word not in STOPS]
        exactly = " & ".join(f"'{word}'" for word in said)
        query = "to_tsquery('simple', %s)" + (" && to_tsquery('danish', %s)" if said else "")
        found = RawSQL(  # noqa: S611
            f"SELECT id FROM plans_searchtext WHERE plan_id = %s AND to_tsvector('danish', words) @@ ({query})",  # noqa: S608
            [seat.plan_id, f"'{begun}':*", *([exactly] if said else [])],
        )
    return SearchText.objects.filter(plan=seat.plan_id, pk__in=found)


def _things(seat: Seat) -> dict[str, QuerySet[Any]]:
    """What this seat sees, by the same rules as everywhere, in the order in which it is told."""
    return {
        "life_goal": LifeGoal.objects.filter(plan=seat.plan_id if seat.is_broad else None),
        "goal": goals_for(seat),
        "step": steps_for(seat),
        "strength": strengths_for(seat).exclude(status=Strength.Status.DECLINED),
        "offer": offers_for(seat).order_by("-began", "pk"),
        "meeting": meetings_for(seat).order_by("-starts_at", "pk"),
        "remark": _remarks(seat).order_by("-at", "pk"),
        "message": messages_for(seat).order_by("-number"),
        "file": attachments_for(seat).exclude(message=None).select_related("message").order_by("-at", "pk"),
    }


def _hits(seat: Seat, kind: str, things: QuerySet[Any], asked: str) -> list[Hit]:
    """One for each thing, by the first of its texts; one more than are shown, when there is. Three queries."""
    parts = _parts(seat, kind)
    matching = _matching(seat, asked).filter(kind=kind)
    matching = matching if parts is None else matching.filter(part__in=parts)
    rows = list(things.filter(pk__in=_rows_of(kind, matching))[: MOST + 1])
    if not rows:
        return []
    table = read_table(seat) if kind in _SAID else None
    found: dict[UUID, set[str]] = {}
    for thing_id, part in matching.filter(thing_id__in=[_id_of(row) for row in rows]).values_list("thing_id", "part"):
        found.setdefault(thing_id, set()).add(part)
    return [
        _hit(seat, kind, row, "title" if "title" in (of := found[_id_of(row)]) else min(of), asked, table)
        for row in rows
    ]


def _hit(seat: Seat, kind: str, thing: Any, part: str, asked: str, table: Table | None) -> Hit:
    hit = Hit(
        kind=kind,
        id=_id_of(thing),
        about=getattr(thing, _BY[kind]) if kind in _BY else _id_of(thing),
        number=thing.number if kind == "message" else thing.message.number if kind == "file" else 0,
        face=table.of(thing.member_id) if table else None,
        at=thing.at if table else getattr(thing, "starts_at", None),
        title=getattr(thing, "title", "") if part != "title" else "",
        pieces=_around(getattr(thing, part), *_stems(asked)),
    )
    return protection.for_seat(seat, hit)


def _rows_of(kind: str, matching: QuerySet[SearchText]) -> Any:
    ids = matching.values_list("thing_id", flat=True)
    return [one.int for one in ids] if kind == "life_goal" else ids


def _id_of(thing: Any) -> UUID:
    """As the index calls it: a version of the life goal has a number."""
    return thing.pk if isinstance(thing.pk, UUID) else UUID(int=thing.pk)


def _parts(seat: Seat, kind: str) -> tuple[str, ...] | None:
    """The texts of a thing that this seat reads; None is all."""
    if seat.is_broad or kind not in _NARROW:
        return None
    return (_PROTECTED if protection.is_kept_from(seat) else _NARROW)[kind]


def _remarks(seat: Seat) -> QuerySet[Remark]:
    """As `may_read_remark` says of one."""
    there = Remark.objects.filter(plan_id=seat.plan_id, removed_at=None, step__in=steps_for(seat).order_by())
    from_us = Q(member__role__in=BROAD, audience=Remark.Audience.TABLE)
    return there if seat.is_broad else there.filter(Q(member_id=seat.member_id) | from_us)


def _around(text: str, whole: tuple[str, ...], begun: str) -> tuple[Piece, ...]:
    """The text near its first hit, neighbours of one kind joined."""
    pieces = [(piece, bool(root) and (root in whole or root.startswith(begun))) for piece, root in pieces_of(text)]
    first = next((at for at, (_piece, is_hit) in enumerate(pieces) if is_hit), 0)
    before = "".join(piece for piece, _is_hit in pieces[:first])
    cut = [(("…" + before[-AROUND:]) if len(before) > AROUND else before, False), *pieces[first:]]
    told: list[Piece] = []
    room = 2 * AROUND + len(cut[0][0])
    for piece, is_hit in cut:
        if room <= 0:
            return (*told, ("…", False))
        if piece:
            told.append((piece, is_hit))
        room -= len(piece)
    return tuple(told)
