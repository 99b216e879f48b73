"""Young people at the beginning: some with a wish only, some with a first step taken."""

# fmt: off
from __future__ import annotations

from ..story import (
    EVERYDAY,
    FRI,
    HEALTH,
    HOME,
    ME,
    MON,
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

FREJA = Story(
    "freja", "Freja Sommerlund", 18, "Begyndte i går. Planen er tom – der er kun et ønske", "amina", 1,
    steps=(
        Step("Få et sted at bo, hvor jeg kan låse døren", None, 1),
    ),
)

MATHIAS = Story(
    "mathias", "Mathias Kornerup", 21, "Har boet i sit spil i tre år. Er begyndt at lukke gardinerne op", "amina", 76,
    dreams=((74, "At lave spil. Ikke kun at spille dem."),),
    table=(
        Friend("storebror", "Lasse Kornerup", "bror", 72, "Mathias' bror. Er den eneste, der må komme ind"),
        Helper("nadja", "nadja", "mentor", 50),
    ),
    strengths=(
        Can("Løse ting, andre giver op over", 72), Can("Være tålmodig med nye spillere", 60, "storebror"),
        Can("Tegne baner på papir", 8, "nadja", "waits"),
    ),
    goals=(
        Goal("dag", "Være vågen, når det er lyst", EVERYDAY, 70,
            challenge="Natten er det eneste sted, hvor der er ro.", to=("storebror", "nadja")),
        Goal("hold", "Prøve et hold på produktionsskolen", WORK, 40, "Medielinjen",
            "Jeg bliver tavs, når der er mange.", to=("nadja",)),
    ),
    steps=(
        Step("Luk gardinet op, før jeg tænder skærmen", "dag", 68, who=ME, due=-50, status="done", since=49,
            carried="alone", to=("storebror",), learned="Der bor en kat overfor.",
            talk=(("storebror", 48, "Jeg så lys hos dig fra vejen."),)),
        Step("Spis aftensmad hos Lasse om onsdagen", "dag", 44, who="storebror", due=WED, status="doing", since=40,
            to=("storebror",), talk=((ME, 19, "Jeg blev til opvasken."),)),
        Step("Se medielinjen, når der er tomt", "hold", 34, who="nadja", due=-16, status="done", since=15,
            carried="together", to=("nadja",), learned="De havde bedre skærme end mig."),
        Step("Kom på besøg en torsdag, når der er folk", "hold", 12, who=ME, due=THU, status="agreed", since=11,
            to=("nadja",), how="Nadja sidder ved siden af. Vi går efter en time.",
            talk=((US, 1, "En time er rigeligt. Du bestemmer, hvornår I går."),)),
        Step("Sov før kl. 2 på hverdage", "dag", 30, by=US, who=ME, due=4, status="doing", since=24, not_yet=(ME,),
            talk=((ME, 22, "Kl. 3 er mere ærligt.", "us"), (US, 22, "Så begynder vi med kl. 3.", "us"))),
        Step("Vis Nadja det spil, jeg har lavet", None, 5, to=("nadja",)),
    ),
)

SARA = Story(
    "sara", "Sara Vinterberg", 23, "Mor til Noah på to. Læser til eksamen ved køkkenbordet", "amina", 118,
    dreams=((117, "At Noah skal være stolt af mig."), (40, "At få min hue på, mens Noah ser på.")),
    table=(
        Friend("veninde", "Mille Toftegård", "veninde", 110, "Saras veninde. Også mor"),
        Helper("gry", "gry", "familierådgiver", 100),
    ),
    strengths=(
        Can("Læse højt med alle stemmerne", 116), Can("Klare en nat uden søvn og stadig smile", 100, "veninde"),
        Can("Lave en plan og holde den", 70, US),
    ),
    goals=(
        Goal("hf", "Bestå de sidste to fag", WORK, 112, "Holdet på hf", "Jeg sover, når Noah sover.", to=("veninde",)),
        Goal("bolig", "Et rum til Noah", HOME, 90, to=("gry",)),
    ),
    steps=(
        Step("Læs en time, når Noah sover", "hf", 108, who=ME, due=-60, status="done", since=61, carried="alone",
            learned="En halv time er bedre end nul."),
        Step("Pas Noah hver fredag formiddag", "hf", 80, who="veninde", due=FRI, status="doing", since=76,
            to=("veninde",), talk=(("veninde", 33, "De to spiste sand. Ellers gik det fint."),
            (ME, 33, "Jeg læste 40 sider!"))),
        Step("Aflever opgaven i historie", "hf", 30, who=ME, due=-4, status="done", since=5, carried="alone",
            learned="Jeg skrev den om min oldemor.", to=("veninde",), talk=((US, 4, "Må jeg læse den?"),
            (ME, 4, "Ja. Men græd ikke."))),
        Step("Gå til mundtlig eksamen", "hf", 14, who=ME, due=17, status="agreed", since=13,
            how="Mille sidder på gangen med Noah."),
        Step("Se på lejligheden med to rum", "bolig", 9, who="gry", due=2, status="agreed", since=8, to=("gry",)),
        Step("Spørg om andre tider i vuggestuen", "hf", 3, by="gry", who=ME, due=10, waits=True, silent=(ME,), to=("gry",)),
    ),
)

ZAHRA = Story(
    "zahra", "Zahra Lindhardt", 20, "Vil være bager. Øver sig i at tale med fremmede", "amina", 133,
    dreams=((130, "At blive usynlig."), (64, "At stå i et bageri kl. 5, når byen sover.")),
    table=(
        Friend("faster", "Nadia Lindhardt", "faster", 128, "Zahras faster. Har lært hende alt om dej"),
        Helper("helle", "helle", "behandler", 120),
        Helper("klaus", "klaus", "virksomhedskonsulent", 36),
    ),
    strengths=(
        Can("Mærke, om en dej er færdig", 127), Can("Stå tidligt op", 100, "faster"),
        Can("Blive, selv om det banker", 50, "helle"),
    ),
    goals=(
        Goal("tale", "Tale med folk, jeg ikke kender", HEALTH, 118, "Køen i bageren", "Mine ord bliver væk.",
            to=("helle", "faster")),
        Goal("bager", "En prøveplads i et bageri", WORK, 60, "Bageriet på torvet", to=("klaus", "faster")),
    ),
    steps=(
        Step("Bestil et brød højt", "tale", 112, who=ME, due=-99, status="done", since=98, carried="alone",
            to=("helle",), learned="Hun sagde bare: Skal det skæres?"),
        Step("Spørg en fremmed om vej", "tale", 90, who=ME, due=-70, status="done", since=72, carried="together",
            to=("helle",), learned="Han vidste det heller ikke. Vi grinede."),
        Step("Bag til fasters fest", "bager", 58, who=ME, due=-42, status="done", since=41, carried="alone",
            to=("faster",), learned="60 boller. Ikke en tilbage.",
            talk=(("faster", 41, "De spurgte, hvilken bager det var."),)),
        Step("Se bageriet fra bagsiden", "bager", 30, who="klaus", due=-9, status="done", since=9, carried="together",
            to=("klaus", "faster"), learned="Alle var hvide i hovedet. Også mig til sidst."),
        Step("Prøv tre morgener i bageriet", "bager", 8, who=ME, due=MON, status="agreed", since=6,
            to=("klaus", "faster"), words="Jeg siger til, hvis det bliver for meget.",
            talk=(("klaus", 5, "Mesteren siger selv mindst om morgenen."),
            (US, 1, "Jeg står også tidligt op på mandag. Skriv til mig."))),
        Step("Tag telefonen i bageriet", "bager", 6, by="klaus", waits=True, no=(ME,), to=("klaus",),
            talk=((ME, 5, "Bage ja. Telefon nej."), ("klaus", 5, "Aftale."))),
    ),
)

OLIVER = Story(
    "oliver", "Oliver Stenhøj", 17, "Skruer knallert og bokser. Vil ikke være den, folk er bange for", "amina", 84,
    dreams=((83, "At folk holder op med at kigge på mig, som om jeg har gjort noget."),),
    table=(
        Friend("traener", "Michael Brorholt", "boksetræner", 82, "Olivers træner. Siger aldrig noget to gange"),
        Helper("karin", "karin", "ungevejleder", 70),
    ),
    strengths=(
        Can("Skille en motor ad i blinde", 82), Can("Stoppe, når klokken ringer", 60, "traener"),
        Can("Sige undskyld og mene det", 20, US),
    ),
    goals=(
        Goal("ro", "Tælle til ti, før jeg svarer", HEALTH, 78, "Bokseklubben", "Det går så hurtigt.", to=("traener",)),
        Goal("mekaniker", "Ind på mekanikerholdet", WORK, 66, "Holdet på erhvervsskolen", to=("karin",)),
    ),
    steps=(
        Step("Gå en runde om klubben, når det koger", "ro", 76, who=ME, due=-40, status="done", since=38,
            carried="together", to=("traener",), learned="Efter en runde kan jeg ikke huske, hvad jeg var sur over."),
        Step("Sig undskyld til naboen", "ro", 36, by=US, who=ME, due=-22, status="done", since=21, carried="alone",
            learned="Han gav mig en sodavand.", talk=((US, 21, "Det var ikke let. Du gjorde det alligevel."),)),
        Step("Gå i brobygning i to dage", "mekaniker", 30, who=ME, due=TUE, status="agreed", since=26, to=("karin",),
            talk=((US, 1, "De ved, hvem du er. På den gode måde."),)),
        Step("Træn de små om lørdagen", "ro", 18, who="traener", due=3, status="doing", since=12, to=("traener",),
            talk=(("traener", 6, "De hører efter dig. Mere end efter mig."),)),
        Step("Kom til samtale med Karin og mor", "mekaniker", 6, by="karin", who="karin", due=9, not_yet=(ME,),
            waits=True, to=("karin",), talk=((ME, 4, "Uden mor første gang."),)),
        Step("Få min knallert lovlig", None, 25),
    ),
)
