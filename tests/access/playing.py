"""One order after another, given to the plan and to the oracle alike."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid5

from backend.common import clock
from backend.common.errors import NotHere, Refused
from backend.plans import commands as do
from backend.plans.access import Seat
from tests.access.oracle_orders import Orders
from tests.access.playing_meetings import AROUND_MEETINGS, plan_meeting
from tests.cast import Cast

NAMES = ("citizen", "consultant", "supporter", "professional", "friend")
VIEWERS = (*NAMES, "room")
UNKNOWN = UUID("00000000-0000-4000-8000-0000000000ff")
STATUSES = ("wish", "agreed", "doing", "done", "paused", "dropped")
ANSWERS = ("agreed", "disagreed", "not_yet")
KINDS = tuple(sorted(do.OPEN))
Turn = tuple[int, int, int, int, int]


@dataclass
class Play:
    """A cast with one more supporter, the friend, and the oracle of their plan."""

    cast: Cast
    world: Orders
    made: dict[str, list[UUID]] = field(default_factory=dict)
    written: int = 0

    def seat(self, who: str) -> Seat:
        return self.cast.seat("screen" if who == "room" else who)

    def viewers(self) -> list[str]:
        return [who for who in VIEWERS if who == "room" or who in self.world.seats - self.world.paused]

    def takes(self, turn: Turn) -> tuple[str, str, str, str]:
        """(who, kind, what the oracle says, what the plan says)."""
        who, kind = NAMES[turn[0] % len(NAMES)], KINDS[turn[1] % len(KINDS)]
        fields = FIELDS[kind](self, *turn[2:])
        expected = self.world.asks(who, kind, **{k: v for k, v in fields.items() if k not in _NOT_OF_ACCESS})
        return who, kind, expected, self._answer(who, kind, fields)

    def _answer(self, who: str, kind: str, fields: dict[str, Any]) -> str:
        for name in ("member_id", "responsible"):
            if fields.get(name) is not None:
                fields[name] = self.cast.members.get(fields[name], UNKNOWN)
        try:
            self.cast.does(who, do.COMMANDS[kind](**fields))
        except Refused:
            return "refused"
        except NotHere:
            return "not_here"
        return "ok"

    def text(self) -> str:
        self.written += 1
        return f"⟦{self.written}⟧"

    def new(self, noun: str, pick: int) -> UUID:
        """A fresh id, now and then one that is taken."""
        have = self.made.setdefault(noun, [])
        if pick % 13 == 12 and have:
            return have[pick % len(have)]
        have.append(uuid5(UNKNOWN, f"{noun}{len(have)}"))
        return have[-1]

    def old(self, noun: str, pick: int) -> UUID:
        """Something that was made, now and then something that never was."""
        have = self.made.get(noun, [])
        return have[pick % len(have)] if have and pick % 17 != 16 else UNKNOWN

    def maybe(self, noun: str, pick: int) -> UUID | None:
        return None if pick % 3 == 0 else self.old(noun, pick)

    def was(self, things: dict[Any, Any], thing_id: UUID, name: str, pick: int) -> str:
        """The text as it stands; now and then as it does not."""
        return "⟦?⟧" if pick % 11 == 10 else str(things.get(thing_id, {}).get(name, ""))


def written_in(text: str) -> set[str]:
    """The marked texts in a dump."""
    return set(re.findall("⟦\\d+⟧", text))


def _name(pick: int) -> str:
    return NAMES[pick % len(NAMES)] if pick % 19 != 18 else "nobody"


def _add_step(play: Play, a: int, b: int, c: int) -> dict[str, Any]:
    fields: dict[str, Any] = {"step_id": play.new("step", a), "title": play.text()}
    if a % 3 == 0:
        fields["how"] = play.text()
    if b % 3 == 0:
        fields["words"] = play.text()
    if b % 4 == 1:
        fields["goal_id"] = play.old("goal", c)
    if c % 4 == 1:
        fields["responsible"] = _name(b)
    return fields


def _add_goal(play: Play, a: int, b: int, c: int) -> dict[str, Any]:
    fields: dict[str, Any] = {"goal_id": play.new("goal", a), "title": play.text(), "life_area": "home"}
    if b % 2 == 0:
        fields |= {"community": play.text(), "challenge": play.text()}
    return fields | ({"part_of": play.old("goal", c)} if c % 4 == 1 else {})


def _reword(noun: str, names: tuple[str, ...]) -> Callable[..., dict[str, Any]]:
    def fields(play: Play, a: int, b: int, c: int) -> dict[str, Any]:
        thing, name = play.old(noun, a), names[b % len(names)]
        things = play.world.steps if noun == "step" else play.world.goals
        text = "" if c % 9 == 8 and name != "title" else play.text()
        return {f"{noun}_id": thing, "field": name, "text": text, "was": play.was(things, thing, name, c)}

    return fields


def _write_life_goal(play: Play, a: int, b: int, c: int) -> dict[str, Any]:
    was = "⟦?⟧" if a % 11 == 10 else (play.world.life_goals or [""])[-1]
    return {"words": play.text(), "was": was}


def _remark(play: Play, a: int, b: int, c: int) -> dict[str, Any]:
    said = {"remark_id": play.new("remark", c), "step_id": play.old("step", a), "words": play.text()}
    return {**said, "audience": ("us", "table")[b % 2]}


def _room(play: Play, a: int, b: int, c: int) -> dict[str, Any]:
    subject = ("life_goal", "goal", "step", "step", "strength", "challenge", "progress_entry")[b % 7]
    noun = "small" if subject == "progress_entry" else subject
    return {"subject": subject, "subject_id": None if subject == "life_goal" else play.old(noun, a)}


def _of(noun: str, **more: Callable[[Play, int, int], Any]) -> Callable[..., dict[str, Any]]:
    """Fields of an order about something there, with what else it needs."""
    return lambda play, a, b, c: {
        f"{noun}_id": play.old(noun, a), **{name: made(play, b, c) for name, made in more.items()}
    }  # fmt: skip


def _add_network_member(play: Play, a: int, b: int, c: int) -> dict[str, Any]:
    words = {"name": play.text(), "does": play.text() if b % 2 else ""}
    return {"network_member_id": play.new("network", a), **words, "relation": "kin", "member_id": _at_table(b, c)}


def _at_table(b: int, c: int) -> str | None:
    return _name(b) if c % 2 else None


def _reword_network_member(play: Play, a: int, b: int, c: int) -> dict[str, Any]:
    one, name = play.old("network", a), ("name", "does")[b % 2]
    was = play.was(play.world.network, one, name, c)
    return {"network_member_id": one, "field": name, "text": play.text(), "was": was}


def _on_map(**more: Any) -> Callable[..., dict[str, Any]]:
    return lambda play, a, b, c: {"network_member_id": play.old("network", a), **more}


_NOT_OF_ACCESS = (
    "life_area", "carried_by", "relation", "near", "until", "starts_at", "minutes", "day"
)  # fmt: skip
_ABOUT_A_PLACE = (
    "end_member", "end_member_on", "pause_member", "resume_member", "introduce_member", "set_member_apart"
)  # fmt: skip
_WITH = {"member_id": lambda play, b, c: _name(b)}
FIELDS: dict[str, Callable[..., dict[str, Any]]] = {
    "write_life_goal": _write_life_goal,
    "add_goal": _add_goal,
    "reword_goal": _reword("goal", ("title", "community", "challenge")),
    "set_goal_area": _of("goal", life_area=lambda play, b, c: "work"),
    "move_goal": _of("goal", before=lambda play, b, c: play.maybe("goal", b)),
    **{kind: _of("goal") for kind in ("reach_goal", "reopen_goal", "remove_goal", "restore_goal")},
    "add_step": _add_step,
    "reword_step": _reword("step", ("title", "words", "how", "learned")),
    "move_step": _of(
        "step",
        status=lambda play, b, c: STATUSES[b % len(STATUSES)],
        before=lambda play, b, c: play.maybe("step", c),
    ),
    "hang_step": _of("step", goal_id=lambda play, b, c: play.maybe("goal", b)),
    "assign_step": _of("step", responsible=lambda play, b, c: None if b % 7 == 6 else _name(b)),
    "set_due": _of("step", due=lambda play, b, c: clock.today() if b % 3 else None),
    "give_voice": _of("step", answer=lambda play, b, c: ANSWERS[b % len(ANSWERS)]),
    "say_carried": _of("step", carried_by=lambda play, b, c: "alone"),
    **{kind: _of("step") for kind in ("remove_step", "restore_step")},
    "remark_on_step": _remark,
    "notice_step": lambda play, a, b, c: {"remark_id": play.new("remark", c), "step_id": play.old("step", a)},
    **{kind: _of("remark") for kind in ("remove_remark", "restore_remark")},
    **{kind: _of("step", **_WITH) for kind in ("share_step", "unshare_step")},
    **{kind: _of("goal", **_WITH) for kind in ("share_goal", "unshare_goal")},
    **{kind: _of("strength", **_WITH) for kind in ("share_strength", "unshare_strength")},
    **dict.fromkeys(("show_in_room", "hide_from_room"), _room),
    **dict.fromkeys(("blank_room", "show_room"), lambda play, a, b, c: {}),
    "suggest_strength": lambda play, a, b, c: {"strength_id": play.new("strength", a), "words": play.text()},
    **{
        kind: _of("strength") for kind in ("accept_strength", "decline_strength", "remove_strength", "restore_strength")
    },
    **dict.fromkeys(_ABOUT_A_PLACE, lambda play, a, b, c: {"member_id": _name(a)}),
    "take_step": _of("step", due=lambda play, b, c: clock.today()),
    "give_back_step": _of("step"),
    "invite": lambda play, a, b, c: {
        "invitation_id": play.new("invitation", a),
        "name": "Karim",
        "offers": (play.old(("step", "goal")[b % 2], c),) if b % 3 else (),
    },
    **{kind: _of("invitation") for kind in ("withdraw_invitation", "confirm_invited")},
    "ask_consent": lambda play, a, b, c: {
        "question_id": play.new("question", a),
        **{name: play.text() for name in ("giver", "receiver", "what", "why")},
        "until": clock.today(),
    },
    **{kind: _of("look") for kind in ("end_look_in", "see_look_in")},
    "give_consent": _of("question", version=lambda play, b, c: 2 if b % 7 == 6 else 1),
    **{kind: _of("question") for kind in ("decline_consent", "withdraw_consent")},
    "plan_meeting": plan_meeting,
    "move_meeting": _of("meeting", starts_at=lambda play, b, c: clock.now(), minutes=lambda play, b, c: 30),
    "reword_meeting": _of(
        "meeting",
        field=lambda play, b, c: ("purpose", "place")[b % 2],
        text=lambda play, b, c: play.text(),
    ),
    "announce_to_meeting": _of("meeting", words=lambda play, b, c: play.text()),
    "say_what_matters": _of("meeting", words=lambda play, b, c: play.text()),
    **{kind: _of("meeting") for kind in ("cancel_meeting", "restore_meeting", "start_meeting", "end_meeting")},
    **{kind: _of("meeting", **_WITH) for kind in ("ask_to_meeting", "unask_from_meeting", "pass_pen")},
    **{kind: _of("meeting") for kind in ("approve_minutes", "show_rating", "hide_rating")},
    "say_own_view": _of("meeting", words=lambda play, b, c: play.text(), was=lambda play, b, c: ""),
    "rate_meeting": _of("meeting", scale=lambda play, b, c: "heard", score=lambda play, b, c: b % 11),
    "answer_meeting": _of("meeting", answer=lambda play, b, c: "coming"),
    "name_starter": _of("meeting", member_id=lambda play, b, c: _name(b) if c % 3 else None),
    **AROUND_MEETINGS,
    "light_step": _of("meeting", step_id=lambda play, b, c: play.maybe("step", b)),
    "add_network_member": _add_network_member,
    "reword_network_member": _reword_network_member,
    "relate_network_member": _on_map(relation="work"),
    "move_network_member": _on_map(near=3),
    **{kind: _on_map() for kind in ("remove_network_member", "restore_network_member")},
    "link_network_member": lambda play, a, b, c: {**_on_map()(play, a, b, c), "member_id": _at_table(b, c)},
}
