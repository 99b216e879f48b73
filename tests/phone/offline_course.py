"""The course, said without signal."""

from datetime import timedelta

from backend.common import clock
from tests.phone.hands import Case, Hands, Prepare

PAGE = "course/"


def aftercare(at: Hands) -> Case:
    return Case(PAGE, hidden={}, texts={"words": "Butikken har ansat mig"}, choices={"phase": "aftercare"})


def asked(press: str) -> Prepare:
    """Aftercare began ten days ago; the first page asks."""

    def prepare(at: Hands) -> Case:
        began = clock.today() - timedelta(days=10)
        at.do("move_course", by="consultant", phase="aftercare", began=began.isoformat())
        return Case("today/", "button[data-chosen]", press, texts={"words": "Det er nyt"}, press=press)

    return prepare


COURSE: dict[str, list[Prepare]] = {
    "move_course": [aftercare],
    "answer_check_in": [asked("Det går"), asked("Det går skævt")],
}
