"""What is said of a meeting when orders are played."""

from collections.abc import Callable
from typing import Any

from backend.common import clock
from backend.common.ids import new_id
from backend.plans.models import AgendaItem
from tests.access.oracle_said import NAMED
from tests.access.playing_course import COURSE
from tests.access.playing_offers import OFFERS
from tests.access.playing_progress import PROGRESS
from tests.access.playing_talk import CONVERSATION


def plan_meeting(play: Any, a: int, b: int, c: int) -> dict[str, Any]:
    said = {"meeting_id": play.new("meeting", a), "purpose": play.text(), "place": play.text()}
    cast = play.cast
    third = (None, None, *play.world.thirds, cast.consultant.pk, cast.stranger.pk)[b % (4 + len(play.world.thirds))]
    return {**said, "meeting_kind": "network_meeting", "starts_at": clock.now(), "third": third}


def on_item(**more: Any) -> Callable[..., dict[str, Any]]:
    """About an item of a meeting's agenda, or of none."""

    def fields(play: Any, a: int, b: int, c: int) -> dict[str, Any]:
        meeting_id = play.old("meeting", a)
        rows = AgendaItem.objects.filter(meeting=meeting_id).values_list("pk", "removed_at")
        items = [item_id for item_id, _removed_at in rows]
        play.world.items[meeting_id] = [item_id for item_id, removed_at in rows if removed_at is None]
        said = {name: make(play) for name, make in more.items()}
        return {"meeting_id": meeting_id, "item_id": items[b % len(items)] if items and c % 7 else new_id(), **said}

    return fields


def _add_agenda_item(play: Any, a: int, b: int, c: int) -> dict[str, Any]:
    on_item()(play, a, b, c)
    return {"meeting_id": play.old("meeting", a), "item_id": play.new("item", b), "words": play.text()}


def _name_part(play: Any, a: int, b: int, c: int) -> dict[str, Any]:
    whose = [*NAMED.values(), "nobody"][b % (len(NAMED) + 1)] if a % 2 else None
    return {**on_item(administration=lambda play: play.text())(play, a, b, c), "member_id": whose}


def _note_discussion(play: Any, a: int, b: int, c: int) -> dict[str, Any]:
    return {"discussion_id": play.new("discussion", a), "day": clock.today(), "professions": play.text()}


def _note_step(play: Any, a: int, b: int, c: int) -> dict[str, Any]:
    """Half of them for somebody, called as in talk."""
    name = f" @{list(NAMED)[b % len(NAMED)]}" if c % 2 else ""
    return {"step_id": play.new("step", a), "line": play.text() + name}


def _add_challenge(play: Any, a: int, b: int, c: int) -> dict[str, Any]:
    said = {"challenge_id": play.new("challenge", a), "words": play.text(), "in_room": b % 2 == 0}
    return {**said, "goal_id": play.old("goal", c) if c % 3 == 0 else None}


def _say_word(play: Any, a: int, b: int, c: int) -> dict[str, Any]:
    whose = [*NAMED.values(), "nobody"][b % (len(NAMED) + 1)] if c % 2 else None
    return {"meeting_id": play.old("meeting", a), "words": play.text(), "member_id": whose}


AROUND_MEETINGS: dict[str, Callable[..., dict[str, Any]]] = {
    **{kind: on_item() for kind in ("go_to_item", "move_agenda_item", "remove_agenda_item", "restore_agenda_item")},
    "name_part": _name_part,
    **dict.fromkeys(
        ("remove_discussion", "restore_discussion"), lambda play, a, b, c: {"discussion_id": play.old("discussion", a)}
    ),
    "reword_agenda_item": on_item(words=lambda play: play.text(), minutes=lambda play: 7),
    "add_agenda_item": _add_agenda_item,
    "note_discussion": _note_discussion,
    "write_about_me": lambda play, a, b, c: {
        "words": play.text() if c % 5 else "",
        "was": "⟦?⟧" if a % 11 == 10 else play.world.about_me,
    },
    "say_rhythm": lambda play, a, b, c: {"days": (7, 14, 28, 5)[b % 4]},
    "note_step": _note_step,
    "add_challenge": _add_challenge,
    **dict.fromkeys(
        ("remove_challenge", "restore_challenge"), lambda play, a, b, c: {"challenge_id": play.old("challenge", a)}
    ),
    "be_proud_of": lambda play, a, b, c: {
        "meeting_id": play.old("meeting", a),
        **({"progress_entry_id": play.old("small", b)} if c % 3 == 0 else {"step_id": play.maybe("step", b)}),
    },
    "say_word": _say_word,
    **CONVERSATION,
    **COURSE,
    **OFFERS,
    **PROGRESS,
}
