"""The course of some plans: its phases, and what came of it, told as it happened."""

# fmt: off
from __future__ import annotations

from dataclasses import dataclass

from ..story import ME, US, Day


@dataclass(frozen=True)
class Came:
    """Something that came of it: from a day, of so many hours a week, until that day, if it ends.

    What begins or ends ahead (a negative day) was said on the day `said`.
    """

    kind: str
    day: Day
    words: str
    hours: str = ""
    until: Day | None = None
    follows: str = ""
    by: str = US
    said: Day = 7


PHASES: dict[str, tuple[tuple[Day, str, str, str], ...]] = {  # day, who said it, phase, why
    "mikkel": ((187, US, "under_way", "Drømmen er skrevet, og de første skridt er gået."),),
    "henrik": (
        (640, US, "under_way", "Du lukkede døren op. Nu er planen lagt."),
        (239, ME, "begun", "Jeg har fået fast arbejde. Tolv timer."),
    ),
    "lykke": (
        (300, US, "under_way", "Vi ved, hvad du vil, og hvem der hjælper."),
        (190, ME, "begun", "Jeg er begyndt på andet år."),
        (150, US, "aftercare", "Studiet går. Nu ringer vi for at høre."),
    ),
    "daniel": (
        (200, US, "under_way", "Planen er lagt."),
        (63, ME, "begun", "Jeg har fået job."),
        (50, US, "aftercare", "Du møder hver dag. Vi følger med et stykke tid."),
    ),
    "anders": (
        (230, US, "under_way", "Vi leder efter et stille sted."),
        (190, US, "begun", "Anders er begyndt som tester."),
        (86, US, "aftercare", "Målet er nået."),
        (12, ME, "closed", "Det går af sig selv. Jeg ringer, hvis det ikke gør."),
    ),
}
OUTCOMES: dict[str, tuple[Came, ...]] = {
    "mikkel": (
        Came("resource_course", 150, "Formiddage i Jobhuset", "10"),
        Came("placement", 104, "Kommunens cykelværksted, to formiddage", "7", until=76,
            follows="Holder ryggen, finder vi et rigtigt værksted, to dage om ugen."),
    ),
    "henrik": (
        Came("placement", 420, "Smedjen Gnisten, to formiddage", "8", until=330, follows="Lønnet arbejde, hvis begge vil."),
        Came("small_job", 329, "Gnisten, fejer og henter", "5", until=240, by=ME),
        Came("ordinary_hours", 239, "Gnisten", "12", until=-8, by=ME),
        Came("ordinary_hours", -9, "Gnisten, fast", "20"),
    ),
    "lykke": (Came("education", 190, "Radiograf, andet år"),),
    "daniel": (Came("ordinary_hours", 63, "Lageret", "30", by=ME),),
    "hassan": (
        Came("placement", 144, "Lageret, seks uger", "20", until=99, follows="Timer med løn, hvis begge vil."),
        Came("ordinary_hours", 35, "Lageret", "22", by=ME),
    ),
    "pernille": (Came("education", 95, "Første år"),),
    "bent": (Came("ordinary_hours", 36, "Gårdholdet, tre formiddage", "12"),),
    "leyla": (Came("ordinary_hours", 120, "Rengøring om natten", "15", by=ME),),
    "kenneth": (Came("ordinary_hours", 95, "Tømrer på deltid", "18"),),
    "dorte": (Came("flex_job", 62, "Biblioteket", "8"),),
    "anders": (Came("ordinary_hours", 190, "Tester på holdet på fire", "12"),),
}
CHECK_INS: dict[str, tuple[tuple[Day, int, str, str], ...]] = {  # day, which of those asked, well or badly, words
    "lykke": (
        (143, 0, "well", ""),
        (117, 1, "well", "Jeg kan følge med."),
        (1, 2, "badly", "Jeg er bagud i to fag og tør ikke sige det."),
    ),
    "daniel": ((43, 0, "well", ""), (17, 1, "well", "Det keder mig lidt. Det er godt.")),
}
LETTERS: dict[str, tuple[tuple[Day, str], ...]] = {  # what the citizen wants a consultant to know
    "jimmi": (
        (14, "Jeg læser langsomt. Ring til mig, eller tal det ind.\nVis mig det på en tegning. Så er jeg med.\nMaja må gerne høre det hele."),
    ),
    "daniel": (
        (60, "Jeg ringer selv, når det vælter. Spørg ikke hver dag.\nMorgener er svære. Skriv hellere efter klokken ti."),
    ),
}
