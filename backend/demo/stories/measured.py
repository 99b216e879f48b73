"""Measurements: every third month how it goes, in figures and in own words, for those who have answered."""

# fmt: off
from __future__ import annotations

Scores = tuple[tuple[int, ...], dict[str, tuple[int, ...]]]  # the days, and for each question a figure a day

SCORES: dict[str, Scores] = {
    "mikkel": ((186, 95, 4), {
        "work_belief": (2, 3, 5), "work_knowledge": (3, 4, 6), "work_skills": (4, 4, 7), "job_search": (0, 1, 3),
        "working_together": (3, 4, 5), "others": (4, 6, 7), "everyday": (2, 4, 5), "focus": (3, 3, 4),
        "coping": (2, 4, 5), "health": (3, 4, 4),
    }),
    "henrik": ((712, 620, 530, 440, 348, 258, 166, 75), {
        "work_belief": (0, 1, 1, 3, 4, 4, 6, 8), "work_knowledge": (1, 1, 2, 4, 4, 5, 7, 8),
        "work_skills": (2, 2, 3, 3, 5, 6, 7, 7), "job_search": (0, 0, 0, 2, 4, 3, 6, 6),
        "working_together": (1, 2, 2, 3, 5, 5, 6, 7), "others": (1, 1, 3, 4, 4, 5, 6, 7),
        "everyday": (2, 1, 3, 4, 3, 5, 6, 7), "focus": (2, 2, 2, 3, 4, 4, 5, 6),
        "coping": (1, 2, 1, 3, 4, 5, 5, 7), "health": (2, 1, 2, 3, 3, 4, 5, 6),
    }),
    "birgit": ((196, 102), {
        "work_belief": (1, 2), "others": (2, 5), "everyday": (4, 5), "coping": (3, 4), "health": (3, 3),
    }),
}
EXAMPLES: dict[str, tuple[tuple[int, str, str], ...]] = {
    "mikkel": (
        (184, "insight", "At jeg bliver væk, når jeg er flov. Ikke fordi jeg er doven."),
        (184, "engagement", "Når nogen venter på mig."),
        (3, "insight", "At jeg kan ringe og sige, at jeg bliver forsinket. Så er det ikke slut."),
        (3, "engagement", "Når Alma skal komme. Og når jeg har fået lov at prøve selv."),
        (3, "action_experience", "Spurgte mester, om han ville vise mig det en gang til."),
        (3, "critical_sense", "Sagde, at to dage er nok lige nu."),
    ),
    "henrik": (
        (708, "vision", "Bare fred."), (708, "action_experience", "Ikke noget."),
        (160, "vision", "En arbejdsplads, hvor de savner mig, hvis jeg ikke kommer."),
        (160, "action_experience", "Gik hen til chefen, før han kom hen til mig."),
        (160, "critical_sense", "Jeg sagde nej til en praktik, der ikke førte til noget."),
    ),
}
GOALS_ON_A_LINE: dict[str, tuple[tuple[int, str, int, int], ...]] = {  # day, goal, where I am, where I want to be
    "mikkel": (
        (120, "vaerksted", 1, 8), (90, "krop", 2, 7), (90, "vaerksted", 2, 8), (50, "krop", 4, 7),
        (50, "vaerksted", 5, 8), (4, "krop", 4, 6), (4, "vaerksted", 6, 9),
    ),
}
BELIEFS: dict[str, tuple[tuple[int, int, str], ...]] = {
    "mikkel": (
        (180, 6, "Du kom, selv om det var svært. To gange."),
        (94, 7, "Du ringede selv til byggemarkedet. Det havde du ikke gjort i april."),
        (3, 8, "På værkstedet spurgte du, da du ikke forstod det. Sådan bliver man på en arbejdsplads."),
    ),
    "henrik": (
        (700, 5, "Du åbnede døren. Det er ikke alle, der gør det."),
        (345, 7, "Du bliver til kaffen nu. De andre spørger efter dig."),
        (74, 9, "Du møder før chefen."),
    ),
}
OPENED: dict[str, tuple[tuple[int, str], ...]] = {
    "mikkel": ((95, "eleven"), (50, "own_goals")),
    "henrik": ((620, "eleven"),),
}
SHARED: dict[str, tuple[tuple[int, str, str], ...]] = {
    "mikkel": ((50, "own_goals", "jorgen"),),
}
