"""What must hold after every fault: pure functions over a run's history and what the database holds in the end.

Each gives sentences about what does not hold; an empty list is the aim. They know nothing of the product's own code.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Any

from tests.faults.history import Event
from tests.faults.tables import Row, Tables

MADE = ("accepted", "repeated")
Sent = tuple[int, str, str]  # plan, device, change id


def everything(events: list[Event], tables: Tables) -> list[str]:
    return [
        *lost(events, tables),
        *doubled(tables),
        *numbered_otherwise(events, tables),
        *without_effect(events, tables),
        *gaps(tables),
        *acknowledged_too_early(events),
        *unanswered(events),
        *forbidden(events),
        *unequal(events),
    ]


def lost(events: list[Event], tables: Tables) -> list[str]:
    """Acknowledged, and not in the journal."""
    there = Counter(_sent(row) for row in tables.entries)
    return [f"lost: {_told(event)}" for event in _acknowledged(events).values() if there[_sent(event)] == 0]


def doubled(tables: Tables) -> list[str]:
    """In the journal more than once, or its effect is there twice."""
    twice = [f"twice in the journal: {sent}" for sent, count in _count(_sent(r) for r in tables.entries) if count > 1]
    for name, words in (("steps", "title"), ("remarks", "words"), ("strengths", "words")):
        ours = (row[words] for row in getattr(tables, name) if row[words].startswith("nr. "))
        twice += [f"twice among the {name}: {text}" for text, count in _count(ours) if count > 1]
    return twice


def numbered_otherwise(events: list[Event], tables: Tables) -> list[str]:
    """Told one number and standing under another; asked of those who count as the plan does."""
    seq = {_sent(row): row["seq"] for row in tables.entries}
    told = [event for event in events if event["what"] == "answered" and event["status"] in MADE and event["is_broad"]]
    return [
        f"told {event['number']}, stands at {seq[_sent(event)]}"
        for event in told
        if seq.get(_sent(event), event["number"]) != event["number"]
    ]


def without_effect(events: list[Event], tables: Tables) -> list[str]:
    """The steps as the acknowledged changes, in the journal's order, must have left them."""
    seq = {_sent(row): row["seq"] for row in tables.entries}
    said = {_sent(event): event for event in events if event["what"] == "said"}
    made = sorted((sent for sent in _acknowledged(events) if sent in seq and sent in said), key=lambda sent: seq[sent])
    wanted: dict[str, dict[str, str]] = defaultdict(dict)
    remarks: dict[str, str] = {}
    for sent in made:
        _carry_out(said[sent], wanted, remarks)
    there = {row["id"]: row for row in tables.steps}
    words = {row["id"]: row["words"] for row in tables.remarks}
    return [
        *(
            f"step {step}: {field} is {there.get(step, {}).get(field)!r}, not {value!r}"
            for step, fields in wanted.items()
            for field, value in fields.items()
            if there.get(step, {}).get(field) != value
        ),
        *(f"remark {remark} is not there" for remark, text in remarks.items() if words.get(remark) != text),
    ]


def _carry_out(said: Event, steps: dict[str, dict[str, str]], remarks: dict[str, str]) -> None:
    fields: dict[str, Any] = said["fields"]
    if said["kind"] == "add_step":
        steps[fields["step_id"]] |= {"title": fields["title"]}
    elif said["kind"] == "move_step":
        steps[fields["step_id"]] |= {"status": fields["status"]}
    elif said["kind"] == "reword_step":
        steps[fields["step_id"]] |= {fields["field"]: fields["text"]}
    elif said["kind"] == "remark_on_step":
        remarks[fields["remark_id"]] = fields["words"]


def gaps(tables: Tables) -> list[str]:
    """Every plan's journal, and every narrow reader's own numbers, go from one to the newest without a hole."""
    wanted = {("plan", row["id"]): row["head_seq"] for row in tables.plans}
    wanted |= {("member", row["id"]): row["head"] for row in tables.members}
    wanted |= {("room", row["id"]): row["room_head"] for row in tables.plans}
    found: dict[tuple[str, Any], list[int]] = defaultdict(list)
    for row in tables.entries:
        found["plan", row["plan_id"]].append(row["seq"])
    for row in tables.deliveries:
        whose = ("member", row["member_id"]) if row["member_id"] else ("room", row["plan_id"])
        found[whose].append(row["number"])
    return [
        f"numbers of {whose}: head {head}, {len(found[whose])} rows"
        for whose, head in wanted.items()
        if sorted(found[whose]) != list(range(1, head + 1))
    ]


def acknowledged_too_early(events: list[Event]) -> list[str]:
    """Told that it is there when another connection did not find it yet."""
    return [f"acknowledged before the commit: {_told(event)}" for event in events if event.get("there") is False]


def unanswered(events: list[Event]) -> list[str]:
    """Said, and never answered though the run gave it time."""
    answered = {_sent(event) for event in events if event["what"] == "answered"}
    left = {_sent(event) for event in events if event["what"] == "let_go"}
    return [
        f"never answered: {_told(event)}"
        for event in events
        if event["what"] == "said" and _sent(event) not in answered | left
    ]


def forbidden(events: list[Event]) -> list[str]:
    """A canary that only citizen and consultant may read, in the bytes of somebody else."""
    heard = (event for event in events if event["what"] == "heard" and not event["is_broad"])
    return [f"{event['who']} received {event['marks']}" for event in heard if "us" in event["marks"]]


def unequal(events: list[Event]) -> list[str]:
    """A page that has followed all along and is not the page that is fetched anew."""
    return [f"{e['who']} differs:\n{e['differences']}" for e in events if e["what"] == "compared" and e["differences"]]


def after_revoked(events: list[Event]) -> list[str]:
    """Numbers that somebody whose access ended was told although they came after that end."""
    ends = {event["who"]: event["number"] for event in events if event["what"] == "revoked"}
    heard = (event for event in events if event["what"] == "heard" and event["who"] in ends)
    return [
        f"{event['who']} heard of {number}, revoked at {ends[event['who']]}"
        for event in heard
        for number in event.get("numbers", ())
        if number > ends[event["who"]]
    ]


def _acknowledged(events: list[Event]) -> dict[Sent, Event]:
    return {_sent(event): event for event in events if event["what"] == "answered" and event["status"] in MADE}


def _sent(row: Row) -> Sent:
    return row["plan_id"], row["device"], row["change_id"]


def _count(things: Iterable[Any]) -> list[tuple[Any, int]]:
    return list(Counter(things).items())


def _told(event: Event) -> str:
    return f"{event.get('kind', event['what'])} {event['change_id']} at {event['at']}"
