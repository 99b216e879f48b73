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
    "birgit": ((31, 6, "Du ringede selv til mig, da det blev for meget."),),
    "kurt": ((40, 5, "Du kommer hver gang. Også når det regner."),),
    "preben": ((52, 6, "Du viste de andre, hvordan man gør."),),
    "charlotte": ((26, 7, "Du sagde fra på en god måde."),),
    "maria": ((61, 6, "Du åbnede brevet, mens jeg sad ved siden af."),),
    "jannie": ((35, 7, "Du har været af sted tre uger i træk."),),
    "dorte": ((44, 5, "Du blev siddende, selv om det var svært."),),
    "ali": ((20, 8, "Du spørger, når du ikke forstår. Det gør du hver gang."),),
    "rikke": ((48, 6, "Du fandt selv en, der kunne passe børnene."),),
    "emil": ((38, 6, "Du stod op fire dage i træk."),),
    "casper": ((29, 7, "Du fik et godt ord med fra træneren."),),
    "liva": ((33, 5, "Du skrev, at du blev væk. Før sagde du ikke noget."),),
    "nadim": ((55, 7, "Du oversatte for en anden på holdet."),),
    "sara": ((41, 6, "Du turde sige, hvad du drømmer om."),),
    "zahra": ((24, 8, "Din chef vil gerne have dig en time mere."),),
    "nikoline": ((58, 6, "Du holder fast, når du har lovet noget."),),
    "adam": ((36, 5, "Du gik derfra i stedet for at slå."),),
    "signe": ((45, 7, "Du mødte op til prøven."),),
    "ida": ((27, 6, "Du tog bussen alene."),),
    "gitte": ((39, 6, "Du siger nu, hvad du har brug for."),),
    "hassan": ((50, 7, "Du hjælper de nye på holdet."),),
    "pernille": ((32, 6, "Du bad om hjælp, før det gik galt."),),
    "bent": ((47, 5, "Du kom igen efter en dårlig uge."),),
    "leyla": ((22, 8, "Du har selv fundet ud af, hvad du vil."),),
    "kenneth": ((43, 5, "Du ringede tilbage."),),
    "jimmi": ((37, 6, "Du har holdt tre aftaler på en måned."),),
    "monika": ((54, 7, "Du taler dansk med naboen hver dag."),),
    "anders": ((28, 7, "Du kender din krop og siger til i tide."),),
    "hanne": ((49, 6, "Du gik til kaffe i huset uden mig."),),
    "daniel": ((34, 6, "Du fulgte din søn i skole hele ugen."),),
    "fatima": ((21, 7, "Du skrev ansøgningen færdig selv."),),
}
OPENED: dict[str, tuple[tuple[int, str], ...]] = {
    "mikkel": ((95, "eleven"), (50, "own_goals")),
    "henrik": ((620, "eleven"),),
}
SHARED: dict[str, tuple[tuple[int, str, str], ...]] = {
    "mikkel": ((50, "own_goals", "jorgen"),),
}
