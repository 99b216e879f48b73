"""Henrik, two years on the way: sixty cards, most of them from a quarter of a year that had the same six threads."""

# fmt: off
from __future__ import annotations

from ..story import (
    EVERYDAY,
    FAMILY,
    FRI,
    HEALTH,
    ME,
    MONEY,
    NETWORK,
    THU,
    TUE,
    US,
    WORK,
    Carried,
    Friend,
    Goal,
    Helper,
    Step,
    Story,
)
from ..story import Strength as Can
from .two_years_threads import THREADS

WEEKS_13 = 91
CARRIED: tuple[Carried, ...] = ("others", "together", "together", "together", "alone", "together", "alone", "alone")


def _thread(goal: str, who: str, cards: tuple[tuple[str, str, str, str, str], ...], place: int) -> list[Step]:
    """One card for each quarter, from two years ago until last week; who saw it answers once on each."""
    steps = []
    for quarter, (title, first, second, answer, learned) in enumerate(cards):
        start = 722 - quarter * WEEKS_13 - place * 3
        done = start - 60 - (quarter * 5 + place * 2) % 9
        steps.append(Step(
            title, goal, start, by=US if quarter == 0 else ME, who=ME, due=-done - 1, status="done", since=done,
            began=start - 4, carried=CARRIED[(quarter + place) % 8], learned=learned,
            talk=((ME, start - 20 - place, first), (ME, start - 48 - place, second), (who, start - 49 - place, answer)),
        ))
    return steps


DONE = tuple(step for place, (goal, who, cards) in enumerate(THREADS) for step in _thread(goal, who, cards, place))

OPEN = (
    Step("Mød fire dage om ugen", "gnisten", 8, who=ME, due=25, status="doing", since=6,
        words="Fredag er min fridag. Den beholder jeg.", talk=((ME, 2, "Mandag og tirsdag er klaret."),)),
    Step("Lær den nye at slibe et blad", "gnisten", 6, by="simon", who=ME, due=TUE, status="doing", since=4,
        talk=(("simon", 3, "Han lytter efter dig."),)),
    Step("Skriv under på 20 timer", "gnisten", 9, by="simon", who="simon", due=5, status="agreed", since=7,
        how="Vi læser papiret sammen, før nogen skriver."),
    Step("Løb fem kilometer uden at gå", "krop", 12, who=ME, due=14, status="doing", since=10,
        talk=((ME, 3, "Fire en halv."), ("bodil", 2, "Den sidste halve er mest i hovedet."))),
    Step("Få lavet en ny plan for ryggen", "krop", 5, by="bodil", who="bodil", due=THU, status="agreed", since=4),
    Step("Hold Sofies fødselsdag hos mig", "datter", 20, who=ME, due=11, status="agreed", since=18,
        words="Otte til bords. Jeg låner to stole.", talk=(("sofie", 16, "Må jeg bage kagen selv?"),
        (ME, 16, "Kun hvis jeg må røre."))),
    Step("Kør til Sofie med hendes nye hylde", "datter", 4, who=ME, due=FRI, status="agreed", since=3),
    Step("Skift vinduerne ud i stuen", "hjem", 30, words="Aksel siger, at vi kan selv. Vi får se."),
    Step("Læg til side til en ferie", "penge", 15, words="200 kroner om måneden. Et hus ved vandet."),
    Step("Bliv kasserer i løbeklubben", "folk", 2, by="brian", waits=True,
        talk=(("brian", 1, "Du er den eneste, der har styr på bilagene."),)),
    Step("Tag ordet til klubfesten", "folk", 1, by=US, who=ME, due=40, waits=True, silent=(ME,)),
    Step("Prøv fuld tid i en måned", "gnisten", 14, by="simon", who=ME, due=30, no=(ME,), waits=True,
        talk=((ME, 12, "Fire dage er det, der holder. Det har jeg lært."), ("simon", 12, "Så er det fire."))),
)

HENRIK = Story(
    "henrik", "Henrik Møllegård", 45, "To år på tavlen. Fra sofaen til næsten fast arbejde", "torben", 735,
    open_room=True,
    dreams=(
        (733, "Jeg har ikke nogen."),
        (610, "At Sofie gider komme igen."),
        (402, "At være en, der møder op."),
        (176, "At være den på værkstedet, man spørger. Og have råd til en hund."),
    ),
    table=(
        Helper("simon", "simon", "leder af værkstedet", 733),
        Helper("bodil", "bodil", "fysioterapeut", 733),
        Friend("sofie", "Sofie Møllegård", "datter", 733, "Henriks datter, 20 år. Ringer om søndagen"),
        Friend("aksel", "Aksel Rugholm", "nabo", 733, "Henriks nabo. Har alt slags værktøj"),
        Friend("brian", "Brian Tofthøj", "ven", 733, "Henriks ven fra løbeklubben"),
    ),
    strengths=(
        Can("Slibe en kniv, så den skærer papir", 700, "simon"), Can("Møde op, også når det regner", 520, US),
        Can("Høre, hvad min datter ikke siger", 400, "sofie"), Can("Holde øje med, om andre er med", 300, "brian"),
        Can("Holde regnskab", 180), Can("Bære min del af sofaen", 96, "aksel"),
        Can("Vide, hvornår jeg skal hvile", 60, "bodil"),
        Can("Lære de unge op uden at blive sur", 3, "simon", "waits"),
    ),
    goals=(
        Goal("gnisten", "Fast arbejde på Gnisten", WORK, 728, "Værkstedet og de ni, der arbejder der",
            "Jeg blev væk, når det gik skævt.", to=("simon",)),
        Goal("krop", "En ryg, jeg kan stole på", HEALTH, 728, "Løbeklubben", "Jeg fik ondt og lagde mig.",
            to=("bodil",)),
        Goal("datter", "Far hver uge", FAMILY, 727, challenge="Jeg svarede ikke, når hun ringede.", to=("sofie",)),
        Goal("hjem", "Et hjem, jeg vil lukke op til", EVERYDAY, 727, "Gården", "Alt hobede sig op.", to=("aksel",)),
        Goal("penge", "Styr på mine penge", MONEY, 726, challenge="Jeg købte for at få det bedre.", in_room=False),
        Goal("folk", "En flok at høre til", NETWORK, 726, "Løbeklubben", "Jeg kendte kun folk fra baren.",
            to=("brian",)),
    ),
    steps=DONE + OPEN,
)
