"""The course, said without signal."""

from tests.phone.hands import Case, Hands, Prepare

PAGE = "course/"


def aftercare(at: Hands) -> Case:
    return Case(PAGE, hidden={}, texts={"words": "Butikken har ansat mig"}, choices={"phase": "aftercare"})


COURSE: dict[str, list[Prepare]] = {"move_course": [aftercare]}
