"""Three for whom a door has opened: a kitchen on the harbour, a home that is safe, a key after four years without."""

# fmt: off
from __future__ import annotations

from ..story import (
    EVERYDAY,
    FAMILY,
    FRI,
    HOME,
    ME,
    MONEY,
    NETWORK,
    TUE,
    US,
    WED,
    WORK,
    Friend,
    Goal,
    Helper,
    Step,
    Story,
)
from ..story import Strength as Can

PALLE = Story(
    "palle", "Palle Nørrebæk", 61, "På vej mod pension – og et folkekøkken, der har brug for ham", "torben", 228,
    dreams=((226, "At få fred for møder."), (118, "At der er nogen, der spiser min mad.")),
    table=(
        Friend("datter", "Camilla Nørrebæk", "datter", 220, "Palles datter. Ringer fra bilen"),
        Helper("bodil", "bodil", "fysioterapeut", 130),
    ),
    strengths=(
        Can("Koge suppe på ingenting", 224), Can("Kende havet", 200, "datter"), Can("Tage de unge, som de er", 60, US),
    ),
    goals=(
        Goal("pension", "Svar om pension", MONEY, 210, by=US, challenge="Jeg har ventet i tre år.", to=("datter",),
            in_room=False),
        Goal("koekken", "Koge suppe hver onsdag", NETWORK, 116, "Folkekøkkenet på havnen", to=("datter", "bodil")),
    ),
    steps=(
        Step("Saml det, lægerne har skrevet", "pension", 200, by=US, who=US, due=-150, status="done", since=148,
            carried="others", in_room=False, learned="Torben fandt også det fra 2009."),
        Step("Mød op til det store møde", "pension", 90, by=US, who=ME, due=-52, status="done", since=52,
            carried="together", to=("datter",), in_room=False, learned="De talte til mig. Ikke om mig.",
            talk=(("datter", 51, "Jeg var med på telefon. Han var rolig."),)),
        Step("Ring, når svaret er kommet", "pension", 50, by=US, who=US, due=8, status="doing", since=48,
            in_room=False),
        Step("Kog suppe til tyve", "koekken", 110, who=ME, due=-80, status="done", since=80, carried="together",
            to=("datter",), learned="Der kom 34. Suppe kan strækkes."),
        Step("Få en stol ved komfuret", "koekken", 70, who="bodil", due=-45, status="done", since=46, carried="others",
            to=("bodil",), learned="Nu holder ryggen til kl. 14."),
        Step("Kog suppe hver onsdag", "koekken", 78, who=ME, due=WED, status="doing", since=75, to=("datter", "bodil"),
            talk=((ME, 5, "Gule ærter i går. Ikke en rest."),)),
        Step("Lær en ung at koge fond", "koekken", 6, by=US, waits=True,
            talk=((US, 5, "Han hedder Elias og spiser alt."),)),
    ),
)

RIKKE = Story(
    "rikke", "Rikke Sølund", 33, "Er gået fra en, der slog. Har beskyttet adresse", "torben", 122, protected=True,
    dreams=((119, "At sove."), (37, "At grine højt uden at se mig omkring.")),
    table=(
        Helper("gry", "gry", "familierådgiver", 118),
        Friend("soster", "Katrine", "søster", 80, "Rikkes søster. Kender ikke adressen, men altid nummeret"),
    ),
    strengths=(
        Can("Passe på min datter", 117), Can("Stole på min mavefornemmelse", 90, "gry"),
        Can("Komme igen", 70, "soster"),
    ),
    goals=(
        Goal("tryg", "Føle mig tryg, hvor vi bor", HOME, 115, challenge="Hver gang det banker på.", to=("gry",)),
        Goal("emma", "At Emma leger igen", FAMILY, 100, "Hendes nye børnehave", to=("gry", "soster")),
        Goal("job", "Tilbage til tandklinikken", WORK, 36, "En klinik med gode kolleger",
            "Jeg tør ikke stå i en skranke endnu."),
    ),
    steps=(
        Step("Lav en plan for, hvem jeg ringer til", "tryg", 113, who=ME, due=-105, status="done", since=106,
            carried="together", to=("gry",), learned="Den hænger på indersiden af skabet."),
        Step("Skift koder på det hele", "tryg", 110, who="gry", due=-100, status="done", since=101, carried="together",
            to=("gry",), learned="Det tog en hel dag. Bagefter var det mit."),
        Step("Tal med Emma om det, der skete", "emma", 90, who="gry", due=-60, status="done", since=58,
            carried="together", to=("gry",), learned="Hun havde forstået det meste.",
            talk=(("gry", 57, "Du fandt de rigtige ord selv."),)),
        Step("Mød Katrine uden børn", "tryg", 40, who="soster", due=TUE, status="agreed", since=34, to=("soster",),
            how="Katrine ringer samme dag. Vi skriver ikke sted her.",
            talk=(("soster", 33, "Jeg tager den grimme trøje på, så du kan grine."),)),
        Step("Gå til møde hos den gamle læge", "tryg", 30, by=US, who=ME, due=-8, no=(ME,), waits=True,
            status="dropped", since=25, learned="Han kender os begge to. Vi fandt en ny læge."),
        Step("Se en klinik, når den er lukket", "job", 16, by=US, who=US, due=10, status="agreed", since=14,
            not_yet=(US,), talk=((ME, 0, "Kan vi gøre det i næste uge i stedet?", "us"),)),
        Step("Dans i køkkenet med Emma", "emma", 9, to=("soster",)),
    ),
)

STEEN = Story(
    "steen", "Steen Havgaard", 50, "Har fået nøgle efter fire år uden. Skal lære at blive indenfor", "torben", 86,
    dreams=((84, "En dør."), (20, "At have en grund til at gå hjem.")),
    table=(
        Helper("vibeke", "vibeke", "boligrådgiver", 82),
        Friend("kammerat", "Jackie", "ven", 60, "Steens ven fra bænken. Passer hunden, når det brænder på"),
    ),
    strengths=(
        Can("Klare en vinter", 80), Can("Dele det, jeg har", 60, "kammerat"), Can("Lave bål i regnvejr", 55),
    ),
    goals=(
        Goal("blive", "Blive boende det første år", HOME, 78, "Opgangen", "Væggene kommer tættere på om natten.",
            to=("vibeke",)),
        Goal("dag", "Noget at lave om formiddagen", EVERYDAY, 30, "Havneværkstedet", to=("kammerat",)),
    ),
    steps=(
        Step("Sov indenfor to nætter om ugen", "blive", 76, who=ME, due=-50, status="done", since=51, carried="alone",
            to=("vibeke",), learned="Med vinduet åbent."),
        Step("Sig goddag i opgangen med Vibeke", "blive", 60, who="vibeke", due=-48, status="done", since=47,
            carried="together", to=("vibeke",), learned="Hende på anden har også hund."),
        Step("Sov indenfor fem nætter om ugen", "blive", 45, who=ME, due=4, status="doing", since=40, to=("vibeke",),
            talk=((ME, 6, "Fire. Og en på altanen."), ("vibeke", 6, "Altanen tæller. Den er din."))),
        Step("Få en tid hos tandlægen", None, 40, by=US, who=US, due=-5, status="doing", since=20,
            talk=((US, 3, "Jeg er bagud med det her. Du får en tid senest fredag."),
            (ME, 0, "Det gør ondt igen. Har du hørt noget?", "us"))),
        Step("Kig forbi havneværkstedet med Jackie", "dag", 14, who="kammerat", due=FRI, status="agreed", since=12,
            to=("kammerat",)),
        Step("Lad Jackie bo på sofaen", "blive", 18, by="kammerat", who=ME, due=-2, no=(US,), not_yet=(ME,),
            waits=True, to=("kammerat",),
            talk=((US, 15, "Jeg er bange for, at du mister lejligheden. Lad os tale om det."),
            (ME, 14, "Han har også frosset. Det skal med.", "us"))),
    ),
)
