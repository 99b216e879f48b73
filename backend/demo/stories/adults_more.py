"""More grown-ups who have waited long, each with a door of their own."""

# fmt: off
from __future__ import annotations

from ..story import (
    FAMILY,
    FRI,
    HEALTH,
    ME,
    MON,
    MONEY,
    NETWORK,
    SUN,
    THU,
    US,
    WORK,
    Friend,
    Goal,
    Helper,
    Step,
    Story,
)
from ..story import Strength as Can

SAMIRA = Story(
    "samira", "Samira Holmelund", 39, "Lærer dansk over gryderne. Vil have sit eget lille køkken", "torben", 158,
    dreams=((156, "At forstå brevene fra skolen."), (61, "At lave mad til mange og få løn for det.")),
    table=(
        Friend("sprogven", "Ulla Rødkær", "sprogven", 150, "Samiras sprogven. Elsker krydderier"),
        Helper("pia", "pia", "virksomhedskonsulent", 80),
    ),
    strengths=(
        Can("Lave mad til 40 uden at stresse", 154), Can("Spørge igen, til jeg forstår", 140, "sprogven"),
        Can("Få alle til at sætte sig ved bordet", 50, "pia"),
    ),
    goals=(
        Goal("dansk", "Tale selv med børnenes lærere", FAMILY, 148, "Skolens forældre", "Ordene kommer for sent.",
            to=("sprogven",)),
        Goal("koekken", "Arbejde i et køkken", WORK, 78, "Køkkenet på plejehjemmet", to=("pia", "sprogven")),
    ),
    steps=(
        Step("Læs ugebrevet højt for Ulla", "dansk", 145, who=ME, due=-90, status="done", since=91, carried="together",
            to=("sprogven",), learned="Ordet forældremøde er langt, men let.",
            talk=(("sprogven", 91, "Hun retter mig nu, når jeg taler for hurtigt."),)),
        Step("Gå alene til samtale på skolen", "dansk", 60, who=ME, due=-33, status="done", since=32, carried="alone",
            to=("sprogven",), learned="Jeg sagde: Tal langsomt, tak. Så gjorde de det."),
        Step("Lav mad med Ulla hver søndag", "dansk", 130, who="sprogven", due=SUN, status="doing", since=120,
            to=("sprogven",), talk=(("sprogven", 13, "I går var det linser. Jeg har slikket skålen."),)),
        Step("Prøv en uge i køkkenet på plejehjemmet", "koekken", 40, who="pia", due=-11, status="done", since=10,
            carried="together", to=("pia",), learned="De gamle ville have min suppe igen.",
            talk=(("pia", 9, "De har spurgt to gange, hvornår du kommer."),)),
        Step("Tag et hygiejnebevis", "koekken", 16, who=ME, due=6, status="doing", since=12, to=("pia", "sprogven")),
        Step("Tal om femten timer med løn", "koekken", 8, who="pia", due=MON, status="agreed", since=6, to=("pia",),
            talk=((US, 1, "Jeg har set aftalen. Den ser rigtig ud."),)),
        Step("Begynd kl. 6 om morgenen", "koekken", 7, by="pia", who=ME, due=15, no=(ME,), waits=True, to=("pia",),
            talk=((ME, 6, "Kl. 6 vækker jeg børnene. Kl. 8 er fint."),)),
    ),
)

LARS = Story(
    "lars", "Lars Kobberup", 55, "Ædru i et år på torsdag. Har fået sin stemme igen", "torben", 372, open_room=True,
    dreams=(
        (370, "Bare i dag."),
        (190, "At synge bas uden at ryste."),
        (26, "At blive den, der åbner døren for den næste."),
    ),
    table=(
        Friend("sponsor", "Erling Skovby", "sponsor", 368, "Lars' sponsor. Svarer også kl. 3 om natten"),
        Helper("helle", "helle", "behandler", 365),
        Helper("pia", "pia", "virksomhedskonsulent", 60),
    ),
    strengths=(
        Can("Synge bas", 360), Can("Fortælle om det værste uden at skjule noget", 200, "sponsor"),
        Can("Holde en have", 90), Can("Være til at stole på igen", 12, US),
    ),
    goals=(
        Goal("aar", "Et år uden", HEALTH, 366, "Gruppen", "Fredage mellem fire og seks.", to=("sponsor", "helle")),
        Goal("kor", "Synge fast i koret", NETWORK, 200, "Koret i medborgerhuset", reached=110, to=("sponsor",)),
        Goal("gartner", "Passe kirkegården otte timer om ugen", WORK, 58, "De to gartnere", to=("pia",)),
    ),
    steps=(
        Step("Ring til Erling hver dag i 90 dage", "aar", 365, who=ME, due=-270, status="done", since=272,
            carried="together", to=("sponsor", "helle"), learned="Dag 31 ringede jeg ti gange.",
            talk=(("sponsor", 271, "90 af 90. Jeg har talt efter."),)),
        Step("Gå fast tur fredag kl. 16", "aar", 250, who=ME, due=FRI, status="doing", since=245, to=("sponsor",),
            words="Det er der, det trækker."),
        Step("Kom til prøve i koret", "kor", 198, who=ME, due=-180, status="done", since=181, carried="alone",
            learned="De manglede en bas. Det var mig, de manglede."),
        Step("Syng en solo", "kor", 150, who=ME, due=-111, status="done", since=110, carried="together",
            learned="Jeg rystede. Det lød, som om det skulle være sådan."),
        Step("Prøv to uger på kirkegården", "gartner", 50, who="pia", due=-20, status="done", since=19,
            carried="together", to=("pia",), learned="Der er fred at arbejde i.",
            talk=(("pia", 18, "De vil gerne have dig fast."),)),
        Step("Tag imod medaljen for et år", "aar", 10, who="sponsor", due=THU, status="agreed", since=9,
            to=("sponsor", "helle"), talk=((ME, 8, "Kan vi gøre det uden taler?"), ("sponsor", 8, "Nej."))),
        Step("Åbn døren til gruppen en gang om måneden", "aar", 24, who=ME, due=12, status="agreed", since=23,
            to=("sponsor",), talk=((US, 1, "Jeg tænker på dig på torsdag."),)),
        Step("Skriv til min bror", None, 18, status="paused", since=11, learned="Ikke før den store dag."),
    ),
)

DORTE = Story(
    "dorte", "Dorte Lærkedal", 47, "Otte timer i fleksjob. Skal lære at gå hjem til tiden", "torben", 283,
    dreams=((280, "Mit gamle liv tilbage."), (101, "Et nyt liv, der passer til mine kræfter.")),
    table=(
        Helper("klaus", "klaus", "virksomhedskonsulent", 150),
        Friend("mand", "Jens Lærkedal", "mand", 275, "Dortes mand. Laver maden om tirsdagen"),
    ),
    strengths=(
        Can("Skabe ro i et rum", 278), Can("Se, hvad der mangler, før andre gør", 140, "klaus"),
        Can("Grine ad mig selv", 100, "mand"),
    ),
    goals=(
        Goal("fleks", "Et fleksjob, hvor jeg holder", WORK, 148, "Biblioteket", "Jeg vil alt for gerne være som før.",
            to=("klaus", "mand")),
        Goal("pause", "Pause, før hovedet siger stop", HEALTH, 240,
            challenge="Efter min hjernerystelse er lyd det værste.", to=("mand",)),
    ),
    steps=(
        Step("Brug høreværn i supermarkedet", "pause", 236, who=ME, due=-200, status="done", since=203,
            carried="alone", learned="Ingen kigger. Og hvad så, hvis de gør?"),
        Step("Få lavet en stille krog på biblioteket", "fleks", 120, who="klaus", due=-90, status="done", since=88,
            carried="others", to=("klaus",), learned="Kollegerne sidder der også nu."),
        Step("Begynd med fire timer", "fleks", 100, who=ME, due=-60, status="done", since=62, carried="together",
            to=("klaus", "mand"), learned="Jeg sov hele torsdagen. Så blev det bedre.",
            talk=(("mand", 61, "Hun nynnede i bilen på vej hjem."),)),
        Step("Gå hjem, når uret ringer", "fleks", 40, by=US, who=ME, due=2, status="doing", since=34,
            to=("klaus", "mand"), talk=((ME, 13, "To ud af tre dage."),
            (US, 12, "Hvem holder dig fast den tredje dag?"), (ME, 12, "Mig selv."))),
        Step("Gå op til ti timer", "fleks", 12, by="klaus", who=ME, due=20, not_yet=(ME,), no=(US,), waits=True,
            to=("klaus",), talk=((US, 11, "Jeg er uenig. Uret skal vinde først."),
            ("klaus", 10, "Det er vist en klog rækkefølge."))),
        Step("Læs for børnene en time om ugen", "fleks", 9, who=ME, due=4, status="agreed", since=8, to=("klaus",),
            talk=((US, 1, "Biblioteket glæder sig. Du siger til, når det er nok."),)),
    ),
)

ALI = Story(
    "ali", "Ali Marklund", 41, "Vil køre bus. Kender alle ruterne, før han har kørekort til dem", "torben", 109,
    dreams=((107, "At forsørge min familie selv."), (43, "At sidde foran i bussen. Ikke bagi.")),
    table=(
        Helper("pia", "pia", "virksomhedskonsulent", 90),
        Friend("ven", "Farid Østerled", "ven", 100, "Alis ven. Kører selv linje 4"),
    ),
    strengths=(
        Can("Finde vej overalt", 105), Can("Holde hovedet koldt i trafik", 90, "ven"),
        Can("Tale pænt til folk, der er vrede", 40, "pia"),
    ),
    goals=(
        Goal("bus", "Kørekort til bus", WORK, 98, "Garagen og de 60 chauffører", "Teorien er på svært dansk.",
            to=("pia", "ven")),
        Goal("syn", "Godkendt hos lægen", HEALTH, 95, part_of="bus", reached=66),
        Goal("ro", "Styr på gælden fra butikken", MONEY, 90, challenge="Jeg skylder min fætter.", by=US,
            in_room=False),
    ),
    steps=(
        Step("Få tjekket syn og hjerte", "syn", 94, who=ME, due=-67, status="done", since=67, carried="alone",
            to=("pia",), learned="Stærkt hjerte, sagde hun."),
        Step("Kør med Farid en hel vagt", "bus", 60, who="ven", due=-41, status="done", since=41, carried="together",
            to=("ven", "pia"), learned="Han siger goddag til alle. Det vil jeg også.",
            talk=(("ven", 41, "Han kunne stoppestederne bedre end mig."),)),
        Step("Læs teori en time hver aften", "bus", 38, who=ME, due=10, status="doing", since=35, to=("pia", "ven"),
            talk=((ME, 15, "Vigepligt driller."), ("ven", 14, "Vi øver det på køkkenbordet med æg."),
            (ME, 0, "Jeg fik 23 rigtige af 25 i går!"))),
        Step("Lav en aftale med din fætter", "ro", 50, by=US, who=ME, due=-15, status="done", since=13,
            carried="alone", in_room=False, learned="Han sagde: Betal, når du kører."),
        Step("Kom til informationsmøde i garagen", "bus", 14, who="pia", due=1, status="agreed", since=12,
            to=("pia", "ven")),
        Step("Tag et lagerjob, mens du venter", "bus", 20, by="pia", who=ME, due=9, no=(ME,), waits=True, to=("pia",),
            talk=((ME, 18, "Så når jeg ikke teorien. Giv mig to måneder."),
            ("pia", 17, "To måneder. Det er en fair handel."))),
    ),
)
