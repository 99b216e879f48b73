"""Without signal: consent asked for, answered, taken back; a colleague's look, seen or ended; the wall made blank."""

from tests.phone.hands import Case, Hands, Prepare
from tests.phone.offline_conversation import CONVERSATION
from tests.phone.offline_course import COURSE
from tests.phone.offline_offers import OFFERS
from tests.phone.offline_progress import PROGRESS

QUESTION = {
    "giver": "Bibliotek",
    "receiver": "Ydelse",
    "what": "Min læsetid",
    "why": "Så vi ved det",
    "until": "2031-05-04",
}


def asked(press: str) -> Prepare:
    """Each question is between two others, since the same is asked once."""
    return lambda at: Case("consents/", hidden={"question_id": at.question()}, press=press)


def given(at: Hands) -> Case:
    thing = at.question()
    at.do("give_consent", question_id=thing, version=1)
    return Case("consents/", hidden={"question_id": thing}, press="Træk mit ja tilbage")


def looked_in(page: str, press: str) -> Prepare:
    return lambda at: Case(page, hidden={"look_id": at.look_in()}, press=press)


def on_wall(press: str, *, is_blank: bool) -> Prepare:
    def prepare(at: Hands) -> Case:
        at.wall()
        at.do("blank_room" if is_blank else "show_room")
        return Case("wall/", press=press)

    return prepare


CONSENTS: dict[str, list[Prepare]] = {
    "end_look_in": [looked_in("today/", "Luk adgangen nu")],
    "see_look_in": [looked_in("visits/", "Det har jeg set")],
    "ask_consent": [lambda at: Case("consents/", "[data-made]", "Bibliotek → Ydelse", "consultant", texts=QUESTION)],
    "give_consent": [asked("Ja")],
    "decline_consent": [asked("Nej")],
    "withdraw_consent": [given],
    "blank_room": [on_wall("Gør skærmen blank", is_blank=False)],
    "show_room": [on_wall("Vis skærmen igen", is_blank=True)],
    **CONVERSATION,
    **COURSE,
    **OFFERS,
    **PROGRESS,
}
