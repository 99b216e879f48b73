"""Maria and her two children, and Jannie, who only had courage left for the kitchen window."""

# fmt: off
from __future__ import annotations

from ..story import EVERYDAY, FAMILY, FRI, HEALTH, ME, MON, NETWORK, US, WED, WORK, Friend, Goal, Helper, Step, Story
from ..story import Strength as Can

MARIA = Story(
    "maria", "Maria Enghave", 36, "Alene med to børn. Vil læse til hjælper og have ro om morgenen", "torben", 191,
    open_room=True,
    dreams=((190, "At mine børn har det godt."), (88, "At mine børn ser mig gå på arbejde i en hvid kittel.")),
    table=(
        Friend("bente", "Bente Enghave", "mor", 188, "Marias mor. Henter hver torsdag"),
        Helper("gry", "gry", "familierådgiver", 185),
        Friend("nour", "Nour Lindtorp", "nabo", 125, "Marias nabo på tredje. Har to i samme klasse"),
        Helper("pia", "pia", "virksomhedskonsulent", 84),
    ),
    strengths=(
        Can("Holde sammen på os tre", 189), Can("Trøste, så det hjælper", 180, "bente"),
        Can("Tale tre sprog", 150, "gry"), Can("Sige undskyld til mine børn", 100, "gry"),
        Can("Lave fest ud af ingenting", 70, "nour"), Can("Bevare roen, når andre løber", 4, "pia", "waits"),
    ),
    goals=(
        Goal("morgen", "Morgener uden råb", FAMILY, 184, "Børnenes skole", "Jeg sover for lidt, og så råber jeg.",
            to=("gry", "bente")),
        Goal("soevn", "Elias sover i sin egen seng", FAMILY, 150, part_of="morgen", reached=66, to=("gry", "bente")),
        Goal("mig", "En time om ugen, der er min", EVERYDAY, 120, "Koret på skolen", "Jeg har dårlig samvittighed.",
            to=("nour",)),
        Goal("uddannelse", "Begynde som social- og sundhedshjælper", WORK, 86, "Holdet på skolen",
            "Jeg er bange for at skrive på dansk.", to=("pia", "bente")),
        Goal("far", "Faste aftaler med børnenes far", FAMILY, 110, challenge="Vi kan ikke tale sammen uden andre.",
            by=US, to=("gry",), in_room=False),
    ),
    steps=(
        Step("Pak tasker og tøj aftenen før", "morgen", 180, by="gry", who=ME, due=-160, status="done", since=158,
            began=178, carried="together", to=("gry", "bente"), learned="Vi sparer ti minutter. Det er alt."),
        Step("Lav et skema med billeder til Elias", "soevn", 148, by="gry", who="gry", due=-130, status="done",
            since=129, began=140, carried="together", to=("gry",), learned="Han flytter selv brikken."),
        Step("Læs den samme bog tre aftener i træk", "soevn", 120, who=ME, due=-100, status="done", since=92,
            began=118, carried="alone", to=("bente", "gry"), learned="Nu kan jeg den udenad. Det kan han også.",
            talk=(("bente", 91, "Han læste den for mig i telefonen."),)),
        Step("Hent børnene hver torsdag", "mig", 118, by="bente", who="bente", due=-90, status="doing", since=112,
            to=("bente", "nour"), talk=(("bente", 50, "Vi lavede boller. Køkkenet er næsten rent."),
            (ME, 50, "Jeg fik sunget."))),
        Step("Syng i kor hver torsdag aften", "mig", 100, by="nour", who=ME, due=-60, status="done", since=58,
            began=95, carried="together", to=("nour",), learned="Jeg er andenalt. Det vidste jeg ikke.",
            talk=(("nour", 57, "Du tog solo i andet vers!"),)),
        Step("Mød børnenes far sammen med Gry", "far", 105, by=US, who="gry", due=-45, status="done", since=44,
            began=90, carried="together", to=("gry",), in_room=False,
            learned="Vi blev enige om ferien. Det er nok for nu."),
        Step("Aftal hver anden fredag på skrift", "far", 40, who="gry", due=9, status="agreed", since=36, to=("gry",),
            in_room=False, not_yet=(ME,),
            talk=((ME, 30, "Jeg vil gerne se, om han kommer de første to gange.", "us"),)),
        Step("Tag en sprogtest på skolen", "uddannelse", 80, by="pia", who=ME, due=-52, status="done", since=50,
            carried="alone", to=("pia", "bente"), learned="Jeg manglede kun tre rigtige."),
        Step("Gå til dansk mandag og onsdag", "uddannelse", 48, who=ME, due=WED, status="doing", since=40,
            to=("pia", "bente", "nour"), how="Nour tager børnene med hjem.",
            words="Jeg vil kunne skrive en rapport, så andre forstår den.",
            talk=(("nour", 20, "Drengene bygger hule. Tag den med ro."), (ME, 5, "Jeg skrev en hel side i går."),
            (ME, 0, "Må jeg vise dig min tekst, før jeg afleverer?"))),
        Step("Prøv en uge på plejehjemmet", "uddannelse", 30, by="pia", who="pia", due=MON, status="agreed", since=24,
            to=("pia", "bente"), how="Kl. 9 til 13, så du kan følge til skole.",
            talk=((ME, 22, "Har de en kittel i min størrelse?"), ("pia", 22, "Den hænger klar."))),
        Step("Søg om plads på næste hold", "uddannelse", 12, who=ME, due=20, status="agreed", since=10, to=("pia",)),
        Step("Sov selv før kl. 23", "morgen", 60, by=US, who=ME, due=-12, no=(ME,), waits=True, status="dropped",
            since=11, learned="Aftenen er min eneste stille tid. Vi fandt en anden vej.",
            talk=((ME, 20, "Det er der, jeg er mig selv.", "us"), (US, 19, "Så rører vi ikke ved den.", "us"))),
        Step("Kør til havet med begge børn", None, 26, words="Med tog, madpakker og uden telefon.", to=("bente",)),
        Step("Kom på forældrekursus tre aftener", "morgen", 2, by="gry", who="gry", due=16, waits=True, silent=(ME,),
            to=("gry",)),
    ),
)

JANNIE = Story(
    "jannie", "Jannie Troldtoft", 38, "Øver sig i at køre med bus. Angsten må gerne sidde ved siden af", "torben", 140,
    dreams=((138, "At turde."), (60, "At kunne hente min søns pakke i byen uden at ringe til nogen.")),
    table=(
        Friend("villads", "Villads Troldtoft", "søn", 100, "Jannies søn, 17 år. Kan hele køreplanen"),
        Helper("helle", "helle", "behandler", 130),
    ),
    strengths=(
        Can("Kende mine egne tegn", 110, "helle"), Can("Strikke uden opskrift", 137),
        Can("Være modig på små bidder", 30, "villads"),
    ),
    goals=(
        Goal("bus", "Køre med bus alene", HEALTH, 130, "Strikkecaféen", "Mit hjerte banker, når dørene lukker.",
            to=("villads", "helle")),
        Goal("cafe", "Strikke sammen med andre", NETWORK, 50, "Strikkecaféen", to=("helle",)),
    ),
    steps=(
        Step("Se bussen køre forbi tre gange", "bus", 125, by="helle", who=ME, due=-112, status="done", since=111,
            carried="alone", to=("helle",), learned="Det lyder fjollet. Det var svært, og jeg gjorde det."),
        Step("Kør ét stop med Villads", "bus", 98, who="villads", due=-88, status="done", since=87, carried="together",
            to=("villads", "helle"), learned="Han talte om fodbold hele vejen. Det hjalp.",
            talk=(("villads", 87, "Du holdt mig ikke engang i ærmet."),)),
        Step("Kør fire stop, mens Villads sidder bagved", "bus", 40, who="villads", due=-9, status="done", since=9,
            began=30, carried="together", to=("villads", "helle"), learned="Jeg kiggede ud ad vinduet."),
        Step("Kør ét stop alene", "bus", 8, who=ME, due=FRI, status="agreed", since=7, to=("villads", "helle"),
            words="Uden for myldretid. Jeg må stå af.", talk=(("villads", 6, "Jeg har telefonen tændt."),
            (US, 1, "Ét stop er en hel rejse. Ring, når du er stået af."))),
        Step("Gå forbi strikkecaféen", "cafe", 45, who=ME, due=-20, status="done", since=22, carried="alone"),
        Step("Sid i caféen i ti minutter", "cafe", 6, by="helle", who=ME, due=10, waits=True, not_yet=(ME,),
            to=("helle",), talk=((ME, 5, "Bussen først."), ("helle", 5, "Klogt. Én ting ad gangen."))),
    ),
)
