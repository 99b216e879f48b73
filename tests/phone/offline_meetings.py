"""Meetings without signal: planned, answered, begun, led and ended."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from backend.common import clock
from tests.phone.hands import SOON, WAITS, Case, Hands, Prepare, new_id


def of_meeting(press: str, **more: str) -> Prepare:
    """Something said on the page of a meeting that lies ahead, to which the sister is asked."""
    return lambda at: Case(f"meetings/{at.meeting()}/", press=press, **more)  # type: ignore[arg-type]


def reworded(field: str, text: str) -> Prepare:
    return lambda at: Case(f"meetings/{at.meeting()}/", hidden={"field": field}, texts={"text": text})


def in_meeting(case: Callable[[Hands, str], Case]) -> Prepare:
    """Something done while the meeting is open."""

    def prepare(at: Hands) -> Case:
        return case(at, f"meetings/{at.open_meeting()}/")

    return prepare


def lit(at: Hands, page: str) -> Case:
    step = at.step("Tal med Bo")
    at.do("show_in_room", subject="step", subject_id=step)
    return Case(page, hidden={"step_id": step}, press="Tal om det her")


def at_stage(words: str, make: Callable[[Hands], Case]) -> Prepare:
    """Something done when the open meeting has come to this item."""

    def prepare(at: Hands) -> Case:
        meeting_id = at.open_meeting()
        at.stage(meeting_id, words)
        return replace(make(at), page=f"meetings/{meeting_id}/")

    return prepare


def hard(at: Hands, *, in_room: bool = False) -> str:
    challenge_id = new_id()
    at.do("add_challenge", challenge_id=challenge_id, words="Gælden", in_room=in_room)
    return challenge_id


def proud(at: Hands) -> Case:
    step = at.step("Gå til tandlæge", status="done")
    return Case("", hidden={"step_id": step}, press="Det her er jeg mest stolt af")


def removed_hard(at: Hands) -> Case:
    challenge_id = hard(at)
    at.do("remove_challenge", challenge_id=challenge_id)
    return Case("me/", hidden={"challenge_id": challenge_id})


def gone_item(at: Hands) -> Case:
    meeting, item = at.meeting(), new_id()
    at.do("add_agenda_item", meeting_id=meeting, item_id=item, words="Om hunden")
    at.do("remove_agenda_item", meeting_id=meeting, item_id=item)
    return Case(f"meetings/{meeting}/", hidden={"item_id": item}, press="Fortryd")


def part(at: Hands) -> Case:
    meeting, item = at.meeting(), new_id()
    at.do("add_agenda_item", meeting_id=meeting, item_id=item, words="Om pengene")
    return Case(f"meetings/{meeting}/", hidden={"item_id": item}, press="Gem delen", texts={"administration": "Ydelse"})


def cancelled(at: Hands) -> Case:
    meeting = at.meeting()
    at.do("cancel_meeting", meeting_id=meeting)
    return Case("meetings/", hidden={"meeting_id": meeting})


def begun(at: Hands) -> Case:
    at.end_open_meeting()
    return of_meeting("Begynd mødet")(at)


def after(press: str, *, seen: str = WAITS, text: str = "", **more: Any) -> Prepare:
    """Something said of a meeting that is over, in which the citizen has rated one thing."""

    def prepare(at: Hands) -> Case:
        meeting = at.open_meeting()
        at.do("end_meeting", meeting_id=meeting)
        at.do("rate_meeting", meeting_id=meeting, scale="way", score=5)
        if press == "Skjul igen":
            at.do("show_rating", meeting_id=meeting)
        return Case(f"meetings/{meeting}/", seen, text, press=press, **more)

    return prepare


def talked(*, is_removed: bool) -> Prepare:
    """Talk without the citizen, noted a moment ago; and taken back."""

    def prepare(at: Hands) -> Case:
        talk = {"discussion_id": new_id()}
        at.do("note_discussion", by="consultant", **talk, day=str(clock.today()), professions="Læge")
        if is_removed:
            at.do("remove_discussion", by="consultant", **talk)
            return Case("meetings/", by="consultant", hidden=talk)
        return Case("meetings/", "li[data-gone]", "Læge", "consultant", talk)

    return prepare


def noticed(at: Hands) -> Case:
    step = at.step("Gå i byen")
    at.do("share_step", step_id=step, member_id=at.sister())
    return Case(f"steps/{step}/", ".remark[data-made]", "Det så jeg", "supporter", press="Det så jeg")


MEETINGS: dict[str, list[Prepare]] = {
    "remove_discussion": [talked(is_removed=False)],
    "restore_discussion": [talked(is_removed=True)],
    "notice_step": [noticed],
    "add_agenda_item": [
        lambda at: Case(f"meetings/{at.meeting()}/", "[data-made]", "Om hunden", texts={"words": "Om hunden"}),
    ],
    "reword_agenda_item": [of_meeting("Gem")],
    "move_agenda_item": [of_meeting("Ned")],
    "remove_agenda_item": [of_meeting("Fjern")],
    "restore_agenda_item": [gone_item],
    "name_part": [part],
    "plan_meeting": [
        lambda at: Case("meetings/new/", "[data-made]", "Om haven", texts={"starts_at": SOON, "purpose": "Om haven"}),
    ],
    "move_meeting": [lambda at: Case(f"meetings/{at.meeting()}/", texts={"starts_at": SOON})],
    "reword_meeting": [
        reworded("purpose", "Om cyklen"),
        reworded("place", "Biblioteket"),
        reworded("link", "https://moede.example.dk/7"),
    ],
    "announce_to_meeting": [
        lambda at: Case(f"meetings/{at.meeting()}/", WAITS, by="consultant", texts={"words": "Vi er i lokale 2"})
    ],
    "say_what_matters": [lambda at: Case(f"meetings/{at.meeting()}/", texts={"words": "At vi taler om min søn"})],
    "cancel_meeting": [of_meeting("Aflys mødet")],
    "restore_meeting": [cancelled],
    "ask_to_meeting": [of_meeting("Bed Jørgen med")],
    "unask_from_meeting": [of_meeting("Ikke med")],
    "answer_meeting": [of_meeting("Jeg kommer", by="supporter")],
    "name_starter": [of_meeting("må også begynde mødet")],
    "start_meeting": [begun],
    "end_meeting": [in_meeting(lambda at, page: Case(page, press="Slut mødet"))],
    "pass_pen": [in_meeting(lambda at, page: Case(page, press="Giv pennen til Sanne"))],
    "go_to_item": [in_meeting(lambda at, page: Case(page, press="Gå hertil"))],
    "light_step": [in_meeting(lit)],
    "note_step": [
        in_meeting(
            lambda at, page: Case(page, ".room-card[data-made]", "Køb brød", texts={"line": "Køb brød i morgen"})
        ),
        at_stage(
            "Hvem gør hvad hvornår",
            lambda at: Case("", ".room-card[data-made]", "Køb ost", "consultant", texts={"line": "Køb ost @mig"}),
        ),
    ],
    "add_challenge": [
        at_stage(
            "Det svære",
            lambda at: Case("", "[data-made]", "Larmen", texts={"words": "Larmen"}, press="Sig det her"),
        )
    ],
    "remove_challenge": [
        at_stage(
            "Det svære", lambda at: Case("", hidden={"challenge_id": hard(at)}, seen="li[data-gone]", text="Gælden")
        )
    ],
    "restore_challenge": [removed_hard],
    "be_proud_of": [at_stage("Siden sidst", proud)],
    "say_word": [at_stage("Et ord med hjem", lambda at: Case("", texts={"words": "Håb"}, press="Sig det"))],
    "approve_minutes": [after("Ja, det passer")],
    "say_own_view": [
        after(
            "Gem mine ord",
            seen="[data-says=own_view][data-reworded]",
            text="Det gik stærkt",
            texts={"words": "Det gik stærkt"},
        )
    ],
    "rate_meeting": [after("7", seen="button[data-chosen]", text="7", hidden={"scale": "heard"})],
    "show_rating": [after("Vis det")],
    "hide_rating": [after("Skjul igen")],
}
