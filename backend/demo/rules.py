"""What the made-up municipality has set up: whom it works for, what it stands by, how and how often it meets people."""

from datetime import date

from backend.people.models import AgendaLine, AgendaTemplate, ContactRule, MeetingKind, Principle, TargetGroup

PRINCIPLES = (
    "Det er din plan. Du bestemmer, hvad den skal handle om.",
    "Vi begynder med det, du kan.",
    "Du har én konsulent. Får du en anden, hører du det først.",
    "Dem, du stoler på, er velkomne ved bordet.",
    "Vi siger det lige ud, også om det, vi selv har pligt til.",
    "Et lille skridt er også et skridt.",
)
MEETINGS = {
    "follow_up": "Opfølgning",
    "network_meeting": "Netværksmøde",
    "joint_meeting": "Stormøde",
    "case_discussion": "Sparring om planen",
    "walk_in": "Kom forbi",
    "phone": "Telefon",
}
SINCE = date(2023, 1, 1)
# What is left to itself has the agenda of a good meeting (backend/people/agendas.py).
AGENDAS: dict[str, tuple[tuple[str, str, int], ...]] = {
    "joint_meeting": (
        ("Velkommen, og hvem vi er", "welcome", 10),
        ("Siden sidst", "since_last", 10),
        ("Det kan jeg", "strengths", 10),
        ("Mit mål", "life_goal", 15),
        ("Job: det kan vi, og det skal vi", "other", 10),
        ("Penge: det kan vi, og det skal vi", "other", 10),
        ("Helbred: det kan vi, og det skal vi", "other", 10),
        ("Hvem gør hvad hvornår", "who_when", 20),
        ("Er vi enige?", "agreed", 10),
        ("Et ord med hjem", "take_home", 5),
    ),
    "follow_up": (
        ("Siden sidst", "since_last", 10),
        ("Hvad er svært lige nu?", "hard", 10),
        ("Hvem gør hvad hvornår", "who_when", 15),
        ("Er vi enige?", "agreed", 5),
        ("Et ord med hjem", "take_home", 5),
    ),
    "walk_in": (("Det, du kommer med", "other", 20), ("Hvem gør hvad hvornår", "who_when", 10)),
    "phone": (("Det, du ringer om", "other", 10), ("Hvem gør hvad hvornår", "who_when", 5)),
}
# Whose own part of an agenda that is.
PARTS = {
    "Job: det kan vi, og det skal vi": "Jobcenter",
    "Penge: det kan vi, og det skal vi": "Ydelse",
    "Helbred: det kan vi, og det skal vi": "Sundhed",
}
# By the consultant who works with them: code, name, and (meeting, at least, within days).
GROUPS: dict[str, tuple[str, str, tuple[tuple[str, int, int], ...]]] = {
    "amina": ("young", "Unge på vej i job eller skole", (("follow_up", 1, 14), ("network_meeting", 1, 84))),
    "torben": ("adults", "Voksne, der har ventet længe", (("follow_up", 1, 28), ("joint_meeting", 1, 182))),
    "lone": ("near", "I job eller skole, med støtte bagefter", (("follow_up", 1, 42),)),
}


def set_up() -> dict[str, TargetGroup]:
    """Each consultant's target group, by the consultant's key."""
    for place, words in enumerate(PRINCIPLES):
        Principle.objects.create(words=words, place=place, valid_from=SINCE)
    kinds = {
        code: MeetingKind.objects.create(code=code, name=name, valid_from=SINCE) for code, name in MEETINGS.items()
    }
    groups = {
        key: TargetGroup.objects.create(code=code, name=name, valid_from=SINCE)
        for key, (code, name, _) in GROUPS.items()
    }
    for key, (_code, _name, rules) in GROUPS.items():
        for kind, least, days in rules:
            ContactRule.objects.create(
                target_group=groups[key], meeting_kind=kinds[kind], least=least, within_days=days, valid_from=SINCE
            )
    for kind, lines in AGENDAS.items():
        template = AgendaTemplate.objects.create(meeting_kind=kinds[kind], valid_from=SINCE)
        for place, (words, stage, minutes) in enumerate(lines):
            AgendaLine.objects.create(
                template=template,
                words=words,
                stage=stage,
                minutes=minutes,
                administration=PARTS.get(words, ""),
                place=place,
            )
    return groups
