"""Who has met whom, and who is to. What is not written here follows the rules of contact (meeting_acts.py)."""

# fmt: off
from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from ..story import ME, US, Day

FOLLOW_UP, NETWORK_MEETING, JOINT_MEETING = "follow_up", "network_meeting", "joint_meeting"
WALK_IN, PHONE = "walk_in", "phone"


@dataclass(frozen=True)
class Met:
    """A meeting on some day (before today; negative when it is still to come), with those whom the citizen asked.

    `coming`, `not_coming`: who of them has answered. `matters`: what the citizen wants to talk about.
    `is_of_three`: whoever is the consultant next comes, too.
    """

    kind: str
    day: Day
    planned: Day
    purpose: str = ""
    place: str = ""
    by: Literal["me", "us"] = US
    asked: tuple[str, ...] = ()
    coming: tuple[str, ...] = ()
    not_coming: tuple[str, ...] = ()
    matters: str = ""
    is_of_three: bool = False
    hour: int = 13
    minutes: int = 60


@dataclass(frozen=True)
class Talked:
    """Professionals talked about the plan: on which day, and which professions."""

    day: Day
    professions: str


HOUSE = "Jobhuset, lokale 2"

MEETINGS: dict[str, tuple[Met, ...]] = {
    "mikkel": (
        Met(JOINT_MEETING, 97, 111, "Én plan for job, økonomi og helbred", HOUSE, asked=("sanne", "jorgen"),
            coming=("sanne", "jorgen"), minutes=90),
        Met(FOLLOW_UP, 41, 50, "Drømmen, og fredage med Alma", HOUSE),
        Met(NETWORK_MEETING, 26, 34, "Hvem gør hvad med det lille værelse", HOUSE, asked=("sanne", "jorgen", "ronni"),
            coming=("sanne", "jorgen", "ronni"), matters="At vi bliver færdige før jul."),
        Met(FOLLOW_UP, 13, 20, "Ryggen, og de tre værksteder", HOUSE),
        Met(WALK_IN, 10, 10, by=ME, minutes=30),
        Met(NETWORK_MEETING, -3, 5, "Værkstedet: hvad er det næste?", HOUSE,
            asked=("sanne", "jorgen", "pia", "ronni"), coming=("sanne", "jorgen"), not_coming=("ronni",),
            matters="At jeg selv vælger mellem de tre værksteder. Og at ryggen kan holde til det."),
    ),
    "steen": (
        Met(FOLLOW_UP, 16, 20, "Hvordan går det indenfor?", HOUSE),
        Met(WALK_IN, 0, 0, by=ME, hour=20, minutes=30),
    ),
    "preben": (Met(JOINT_MEETING, 60, 70, "Gæld, helbred og job i samme rum", HOUSE), Met(FOLLOW_UP, 26, 30)),
    "palle": (Met(JOINT_MEETING, 90, 99, "Vejen til pension", HOUSE), Met(FOLLOW_UP, 31, 33, "Folkekøkkenet", HOUSE)),
    "nadim": (Met(NETWORK_MEETING, 30, 40, "Lærepladsen", HOUSE), Met(FOLLOW_UP, 11, 14, "Ugen på værkstedet")),
    "jimmi": (
        Met(FOLLOW_UP, 44, 52, "Skuret, og hvad der kommer bagefter", HOUSE),
        Met(FOLLOW_UP, 9, 15, "Vi mødes alle tre: Amina, Lone og dig", HOUSE, matters="At jeg ikke skal fortælle det hele igen.",
            is_of_three=True),
        Met(FOLLOW_UP, -5, 7, "Lærepladsen", HOUSE),
    ),
    "gitte": (Met(WALK_IN, 4, 4, by=ME, minutes=30), Met(FOLLOW_UP, 18, 25, "Haven og hverdagen")),
    "freja": (Met(FOLLOW_UP, -2, 1, "Det første møde", HOUSE, by=ME),),
}
TALKED: dict[str, tuple[Talked, ...]] = {
    "mikkel": (Talked(28, "Læge, fysioterapeut og jobkonsulent"),),
    "maria": (Talked(15, "Rådgiver i Ydelse og studievejleder"),),
}
RHYTHMS: dict[str, tuple[Day, int]] = {"mikkel": (40, 14), "lars": (90, 28), "sara": (60, 14), "daniel": (70, 42)}
WANTS_ANOTHER: dict[str, tuple[Day, int]] = {"maria": (0, 14)}
