"""People of the local job house: they come by on Mondays, Wednesdays and Fridays."""

# fmt: off
from __future__ import annotations

from ..story import (
    EVERYDAY,
    FAMILY,
    HEALTH,
    ME,
    NETWORK,
    SAT,
    THU,
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

BENT = Story(
    "bent", "Bent Agerbo", 57, "Holder boligforeningens haver. Har humoren med fra skibene", "lone", 194,
    dreams=((190, "At blive fri for at sidde på en stol og vente."), (75, "At have min egen have at vise frem.")),
    table=(
        Helper("vibeke", "vibeke", "boligrådgiver", 180),
        Friend("skak", "Ingolf Vang", "ven", 120, "Bents ven. Har ikke vundet i skak i flere år"),
    ),
    strengths=(
        Can("Klippe roser, så de kommer igen", 188), Can("Fortælle røverhistorier", 120, "skak"),
        Can("Være der, når det stormer", 60, "vibeke"),
    ),
    goals=(
        Goal("have", "Tolv timer om ugen i haverne", WORK, 170, "Gårdholdet", "Knæ og ryg siger fra efter frokost.",
            to=("vibeke",)),
        Goal("skak", "Spille skak uden for huset", NETWORK, 70, "Skakklubben", to=("skak",)),
    ),
    steps=(
        Step("Vis Vibeke, hvad der er galt med rosenbedet", "have", 168, who=ME, due=-160, status="done", since=161,
            carried="alone", to=("vibeke",), learned="Hun skrev det hele ned."),
        Step("Pas bedet om mandagen", "have", 150, who=ME, due=-90, status="done", since=92, carried="alone",
            to=("vibeke",), learned="Folk stopper op.", talk=(("vibeke", 91, "Tre har spurgt, hvem gartneren er."),)),
        Step("Aftal timer med formanden", "have", 60, who="vibeke", due=-40, status="done", since=39,
            carried="together", to=("vibeke",), learned="Han gav hånd på det."),
        Step("Arbejd fire timer mandag, onsdag og fredag", "have", 38, who=ME, due=14, status="doing", since=36,
            to=("vibeke",),
            talk=((ME, 11, "Jeg har fået en ung makker. Han kender ikke forskel på ukrudt og asters."),)),
        Step("Spil skak på biblioteket", "skak", 40, who="skak", due=SAT, status="agreed", since=30, to=("skak",),
            talk=(("skak", 5, "Tag en hat med. Du får brug for at skjule dig."),)),
        Step("Prøv knæbind", "have", 3, by=US, waits=True, talk=((US, 2, "Jeg har to i skuffen. Kom forbi."),)),
    ),
)

LEYLA = Story(
    "leyla", "Leyla Granhøj", 35, "Fra rengøring til kantine. Tre sprog og et stort grin", "lone", 128,
    dreams=((126, "At tale med nogen på arbejdet."), (30, "At stå for frokosten, så alle kommer til tiden.")),
    table=(
        Helper("klaus", "klaus", "virksomhedskonsulent", 120),
        Friend("veninde", "Tina Bøgelund", "veninde", 100, "Leylas veninde fra vaskekælderen"),
    ),
    strengths=(
        Can("Tælle kasse uden fejl", 124), Can("Tale tre sprog på en dag", 110, "klaus"),
        Can("Huske, hvem der ikke tåler nødder", 40, "veninde"),
    ),
    goals=(
        Goal("kantine", "Job i en kantine", WORK, 110, "Kantinen og de fem kolleger",
            "Jeg arbejdede altid, når de andre var gået hjem.", to=("klaus", "veninde")),
        Goal("ferie", "En uge fri med drengene", FAMILY, 60, to=("veninde",)),
    ),
    steps=(
        Step("Skriv, hvad du kan, på en side", "kantine", 108, by=US, who=ME, due=-95, status="done", since=96,
            carried="together", to=("klaus",), learned="Siden var for kort."),
        Step("Prøv kantinen i to uger", "kantine", 70, who=ME, due=-40, status="done", since=40, carried="alone",
            to=("klaus", "veninde"), learned="De spiste i stedet for at gå forbi.",
            talk=(("klaus", 39, "Chefen har taget billede af din salat."),)),
        Step("Få svar på de 20 timer", "kantine", 30, who="klaus", due=-1, status="doing", since=14, to=("klaus",),
            talk=((ME, 2, "Hvornår ved vi det?"),
            ("klaus", 1, "Jeg skulle have haft svar i går. Jeg ringer igen i morgen."))),
        Step("Hent drengene, når jeg har sen vagt", "kantine", 22, who="veninde", due=THU, status="agreed", since=20,
            to=("veninde",)),
        Step("Sig nattevagterne op", "kantine", 15, by=US, who=ME, due=12, not_yet=(ME,), waits=True,
            talk=((ME, 12, "Først når papiret er skrevet under.", "us"),)),
        Step("Lån Tinas telt", "ferie", 6, to=("veninde",)),
    ),
)

KENNETH = Story(
    "kenneth", "Kenneth Dalrud", 40, "Skilt far på deltid. Vil være ordentlig til begge dele", "lone", 101,
    dreams=((99, "At få mine børn halvdelen af tiden."), (28, "At være den samme far om onsdagen som om lørdagen.")),
    table=(
        Helper("gry", "gry", "familierådgiver", 90),
        Friend("makker", "Tommy Egholm", "ven", 70, "Kenneths makker fra byggepladsen"),
    ),
    strengths=(
        Can("Bygge køjesenge", 97), Can("Lytte helt færdig", 50, "gry"),
        Can("Få to børn i seng på en halv time", 30, "makker"),
    ),
    goals=(
        Goal("boern", "Faste dage med Alberte og Vigga", FAMILY, 88, "Svømmehallen om lørdagen",
            "Jeg blev vred i telefonen.", to=("gry",)),
        Goal("job", "Arbejde med faste tider", WORK, 60, "Et tømrerfirma med dagtid", to=("makker",)),
    ),
    steps=(
        Step("Skriv til pigernes mor i stedet for at ringe", "boern", 86, who=ME, due=-60, status="done", since=58,
            carried="together", to=("gry",), learned="Jeg læser det højt, før jeg sender."),
        Step("Hent pigerne hver onsdag", "boern", 55, who=ME, due=WED, status="doing", since=50, to=("gry",),
            talk=((ME, 12, "Vigga har tabt en tand hos mig."), ("gry", 11, "Den slags får man kun, når man er der."),
            (US, 1, "Vigga må gerne vise mig hullet efter tanden."))),
        Step("Byg en køjeseng", "boern", 40, who=ME, due=-12, status="done", since=11, carried="alone",
            to=("gry", "makker"), learned="De sover begge to øverst."),
        Step("Spørg Tommys firma om dagtid", "job", 30, who="makker", due=2, status="doing", since=18, to=("makker",),
            talk=(("makker", 4, "Mester tænker. Det er et godt tegn."),)),
        Step("Kom til møde med pigernes mor", "boern", 9, by="gry", who="gry", due=8, not_yet=(ME,), waits=True,
            to=("gry",), talk=((ME, 7, "Jeg vil gerne øve først."), ("gry", 7, "Vi øver på torsdag."))),
    ),
)

TOVE = Story(
    "tove", "Tove Klintebjerg", 54, "Passede sin mor i ni år. Nu er det hendes tur", "lone", 93,
    dreams=((90, "Jeg ved ikke, hvem jeg er uden hende."), (24, "At bruge det, jeg lærte ved mors seng.")),
    table=(
        Friend("karen", "Karen Vestrup", "fra sorggruppen", 80, "Tove mødte hende i sorggruppen. De går hver tirsdag"),
        Helper("pia", "pia", "virksomhedskonsulent", 40),
    ),
    strengths=(
        Can("Sidde stille ved en seng", 89), Can("Finde de rigtige ord på et kort", 70, "karen"),
        Can("Holde styr på medicin", 60),
    ),
    goals=(
        Goal("sorg", "Gå ud af døren hver dag", HEALTH, 86, "Sorggruppen", "Huset er så stille.", to=("karen",)),
        Goal("vaage", "Arbejde på et plejehjem", WORK, 38, "Aftenholdet på plejehjemmet",
            "Jeg har intet bevis på noget.", to=("pia", "karen")),
    ),
    steps=(
        Step("Kom i sorggruppen en gang", "sorg", 84, by=US, who=ME, due=-78, status="done", since=78, carried="alone",
            learned="De græd også ved kaffen."),
        Step("Gå tur med Karen hver tirsdag", "sorg", 74, who="karen", due=TUE, status="doing", since=70,
            to=("karen",), talk=(("karen", 6, "Vi gik forkert og fandt en sø."),)),
        Step("Ryd mors værelse", "sorg", 60, who=ME, due=-20, status="paused", since=26,
            learned="Skabet, ja. Sengen må vente."),
        Step("Tal med plejehjemmet om aftenvagter", "vaage", 30, who="pia", due=-6, status="done", since=6,
            carried="together", to=("pia", "karen"), learned="De sagde, at ni år også er en uddannelse."),
        Step("Prøv to aftener på plejehjemmet", "vaage", 5, who=ME, due=6, status="agreed", since=5, to=("pia",),
            words="Jeg vil helst sidde hos dem, der ikke får besøg."),
        Step("Tag et kursus på ti dage", "vaage", 4, by="pia", who=ME, due=21, waits=True, silent=(ME,), to=("pia",)),
    ),
)

JIMMI = Story(
    "jimmi", "Jimmi Brandholt", 29, "Læser dårligt, men bygger alt efter en tegning", "lone", 114, open_room=True,
    dreams=((111, "At ingen skal læse for mig."), (48, "At bygge et hus, hvor mit navn står på skiltet.")),
    table=(
        Helper("klaus", "klaus", "virksomhedskonsulent", 105),
        Friend("kone", "Maja Brandholt", "kone", 108, "Jimmis kone. Indtaler beskeder i stedet for at skrive"),
    ),
    strengths=(
        Can("Se en tegning i hovedet", 110), Can("Regne ud, hvor meget træ der skal til", 100, "klaus"),
        Can("Sige højt, at jeg læser langsomt", 20, US),
    ),
    goals=(
        Goal("laese", "Læse en hel side højt", EVERYDAY, 102, "Læseholdet for voksne",
            "Jeg lod altid, som om jeg havde glemt brillerne.", to=("kone",)),
        Goal("bygge", "Voksenlærling som tømrer", WORK, 90, "Et firma, der viser i stedet for at skrive",
            to=("klaus", "kone")),
    ),
    steps=(
        Step("Sig det til Klaus", "laese", 100, who=ME, due=-95, status="done", since=96, carried="alone",
            learned="Han læser også langsomt.", talk=((US, 95, "Modigt. Det åbner en dør."),)),
        Step("Kom på læsehold to aftener om ugen", "laese", 90, by=US, who=ME, due=THU, status="doing", since=80,
            to=("kone",), talk=((ME, 21, "En halv side."), ("kone", 20, "Han læste godnathistorie i går!"))),
        Step("Få en app, der læser højt", "laese", 70, who="klaus", due=-55, status="done", since=56,
            carried="together", to=("klaus",), learned="Den taler mærkeligt, men den dømmer ikke."),
        Step("Byg et skur på prøve hos et firma", "bygge", 50, who=ME, due=-15, status="done", since=14,
            carried="together", to=("klaus", "kone"), learned="Jeg var færdig en dag før."),
        Step("Søg om penge til værktøj", "bygge", 40, by=US, who=US, due=9, status="agreed", since=38, to=("kone",),
            how="Det skal være på plads, før du begynder."),
        Step("Få opgaverne læst højt til prøven", "laese", 24, by=US, who=US, due=4, status="agreed", since=23,
            how="Skolen må gerne læse op. Det skal bare aftales før.", talk=((ME, 23, "Så tør jeg godt."),)),
        Step("Tal med mester om en læreplads", "bygge", 11, who="klaus", due=0, status="agreed", since=10,
            to=("klaus", "kone"), how="Kl. 15 i skurvognen."),
    ),
)

MONIKA = Story(
    "monika", "Monika Wichmand", 44, "Sygeplejerske fra et andet land. Gør rent og vil tilbage til sit fag", "lone",
    147,
    dreams=((144, "At få mit papir oversat."), (66, "At have mit navn på en kittel igen.")),
    table=(
        Helper("pia", "pia", "virksomhedskonsulent", 130),
        Friend("nabo", "Gudrun Isager", "nabo", 110, "Monikas nabo. Pensioneret lærer"),
    ),
    strengths=(
        Can("Lægge et drop i mørke", 143), Can("Tale roligt på fire sprog", 120, "pia"),
        Can("Arbejde, når andre sover", 100),
    ),
    goals=(
        Goal("papir", "Få godkendt min uddannelse", WORK, 128, "Afdelingen på sygehuset",
            "Der er 40 sider på svært dansk.", to=("pia", "nabo")),
        Goal("dansk", "Bestå den høje prøve i dansk", WORK, 108, part_of="papir", to=("nabo",)),
    ),
    steps=(
        Step("Få papirerne oversat", "papir", 125, by=US, who=US, due=-80, status="done", since=79,
            carried="others", learned="28 stempler."),
        Step("Tal dansk med Gudrun hver dag kl. 16", "dansk", 105, who="nabo", due=-30, status="done", since=29,
            carried="together", to=("nabo",), learned="Rødgrød med fløde er ikke det sværeste."),
        Step("Gå til prøve i dansk", "dansk", 28, who=ME, due=1, status="agreed", since=27, to=("nabo", "pia"),
            talk=(("nabo", 2, "Du kan det. Spis morgenmad."), (ME, 1, "Jeg drømmer på dansk nu."),
            (US, 0, "Hele Jobhuset krydser fingre."))),
        Step("Følg en sygeplejerske i tre dage", "papir", 20, who="pia", due=15, status="agreed", since=17,
            to=("pia",)),
        Step("Bliv hjælper i stedet", "papir", 40, by="pia", waits=True, no=(ME,), to=("pia",),
            talk=((ME, 38, "Det er et godt fag. Det er bare ikke mit."), ("pia", 38, "Så går vi efter dit."))),
    ),
)
