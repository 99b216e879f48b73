"""The templates that a municipality begins with. The words are our own; it puts them right, or adds others.

Whom they are for is from five municipalities' own texts: young people (Ballerup), adults (Halsnæs), families, out of
crime with a good release from prison (Ballerup, "Den Lille Enhed"), and near by (Roskilde).
"""

from datetime import date
from typing import Any

SINCE = date(2020, 1, 1)  # before any plan
MEET, ON, BEGUN, AFTER = "getting_to_know", "under_way", "begun", "aftercare"
STEP, GOAL = "step", "goal"
_FIRST: tuple[tuple[str, str, tuple[tuple[str, str, str], ...]], ...] = (
    ("young", "Unge", (
        (MEET, STEP, "Tag en ven eller en voksen med til næste møde"),
        (MEET, STEP, "Vis mig noget, du er god til"),
        (MEET, GOAL, "Noget, du gerne vil kunne om et år"),
        (ON, STEP, "Besøg en uddannelse eller en arbejdsplads"),
        (ON, STEP, "Prøv et fritidsjob et par timer om ugen"),
        (ON, GOAL, "Et sted at høre til efter skole"),
        (BEGUN, STEP, "Aftal, hvem du ringer til på den første svære dag"),
        (BEGUN, STEP, "Fortæl læreren eller chefen, hvad der hjælper dig"),
        (AFTER, STEP, "Skriv tre navne på dem, du kan ringe til"),
    )),
    ("adults", "Voksne over 30", (
        (MEET, STEP, "Fortæl, hvad du kan, og hvor du har lært det"),
        (MEET, GOAL, "Det, du gerne vil bruge dine dage på"),
        (ON, STEP, "Få overblik over breve og regninger"),
        (ON, STEP, "Prøv en arbejdsplads nogle timer om ugen"),
        (ON, STEP, "Aftal, hvad praktikken skal føre til"),
        (BEGUN, STEP, "Aftal den første uge med din chef"),
        (BEGUN, STEP, "Regn ud, hvad et par timer mere giver"),
        (AFTER, STEP, "Hold en fast dag om måneden, hvor vi taler sammen"),
    )),
    ("families", "Familier", (
        (MEET, STEP, "Tegn, hvem der er i familien, og hvem der hjælper"),
        (MEET, STEP, "Find en dag, hvor alle kan mødes"),
        (MEET, GOAL, "En hverdag, hvor alle ved, hvem der henter"),
        (ON, STEP, "Lav en ugeplan, som børnene kan læse"),
        (ON, STEP, "Saml alle, der hjælper jer, om ét bord"),
        (BEGUN, STEP, "Aftal, hvem der træder til, når et barn er sygt"),
        (AFTER, STEP, "Find en forening, som hele familien kan gå i"),
    )),
    ("release", "Ud af kriminalitet", (
        (MEET, STEP, "Sig, hvem du vil have med, og hvem du ikke vil møde"),
        (MEET, STEP, "Aftal, hvor og hvornår vi trygt kan ses"),
        (MEET, GOAL, "Et sted at bo, hvor du kan være i fred"),
        (ON, STEP, "Aftal med løsladelsen: Hvem henter dig?"),
        (ON, STEP, "Find et sted at sove den første nat"),
        (ON, STEP, "Få kort, konto og telefon klar til den dag"),
        (ON, STEP, "Aftal en praktik, der fører til et job"),
        (BEGUN, STEP, "Mød din mentor hver uge den første måned"),
        (BEGUN, STEP, "Aftal, hvad du gør, når nogen fra før ringer"),
        (AFTER, STEP, "Lav en plan for de svære aftener"),
    )),
    ("near_by", "Nær ved, hvor du bor", (
        (MEET, STEP, "Kom forbi og drik en kop kaffe"),
        (MEET, STEP, "Sig den ene ting, der haster mest"),
        (ON, STEP, "Hils på en nabo eller en frivillig i huset"),
        (ON, STEP, "Betal huslejen til tiden tre måneder i træk"),
        (BEGUN, STEP, "Find en fast tid, hvor du kommer forbi"),
        (AFTER, STEP, "Tag med til noget i området uden din konsulent"),
    )),
)  # fmt: skip


def plant_first(templates: Any, lines: Any) -> None:
    """Add what is missing of them; the two tables are given, as a migration has them."""
    for place, (code, name, told) in enumerate(_FIRST):
        one, is_new = templates.objects.get_or_create(
            code=code, defaults={"name": name, "place": place, "valid_from": SINCE}
        )
        if is_new:
            for turn, (phase, sort, words) in enumerate(told):
                lines.objects.create(template=one, phase=phase, sort=sort, words=words, place=turn)
