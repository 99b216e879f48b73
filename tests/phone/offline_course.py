"""The course, said without signal: its phase, and what came of it."""

from datetime import timedelta

from backend.common import clock
from tests.phone.hands import Case, Hands, Prepare, new_id

PAGE = "course/"


def aftercare(at: Hands) -> Case:
    return Case(PAGE, texts={"words": "Butikken har ansat mig"}, choices={"phase": "aftercare"})


def asked(press: str, page: str) -> Prepare:
    """Aftercare began ten days ago; the first page asks, and what is answered may be answered again."""

    def prepare(at: Hands) -> Case:
        began = clock.today() - timedelta(days=10)
        at.do("move_course", by="consultant", phase="aftercare", began=began.isoformat())
        return Case(page, "button[data-chosen]", press, press=press)

    return prepare


def job(at: Hands) -> str:
    one = new_id()
    at.do("add_outcome", outcome_id=one, outcome="small_job", began="2026-01-05", words="Havehjælp")
    return one


def told(at: Hands) -> Case:
    choices, texts = {"outcome": "ordinary_hours"}, {"words": "Lager i Nordhavn", "hours": "12.5"}
    return Case(PAGE, "[data-made]", "Lager i Nordhavn", texts=texts, choices=choices)


def gone(at: Hands) -> Case:
    one = job(at)
    at.do("remove_outcome", outcome_id=one)
    return Case(PAGE, hidden={"outcome_id": one})


COURSE: dict[str, list[Prepare]] = {
    "move_course": [aftercare],
    "answer_check_in": [asked("Det går", "today/"), asked("Det går skævt", "check-ins/")],
    "add_outcome": [told],
    "change_outcome": [lambda at: Case(PAGE, hidden={"outcome_id": job(at)}, texts={"until": "2026-02-05"})],
    "remove_outcome": [lambda at: Case(PAGE, hidden={"outcome_id": job(at)})],
    "restore_outcome": [gone],
}
