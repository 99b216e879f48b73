"""What the made-up municipality has set up: whom it works for, what it stands by, how and how often it meets people."""

from backend.people.models import ContactRule, MeetingKind, Principle, TargetGroup

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
        Principle.objects.create(words=words, place=place)
    kinds = {code: MeetingKind.objects.create(code=code, name=name) for code, name in MEETINGS.items()}
    groups = {key: TargetGroup.objects.create(code=code, name=name) for key, (code, name, _) in GROUPS.items()}
    for key, (_code, _name, rules) in GROUPS.items():
        for kind, least, days in rules:
            ContactRule.objects.create(
                target_group=groups[key], meeting_kind=kinds[kind], least=least, within_days=days
            )
    return groups
