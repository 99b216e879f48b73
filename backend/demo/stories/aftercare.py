"""Afterwards, and almost there: people in jobs and schools whom somebody still calls."""

# fmt: off
from __future__ import annotations

from ..story import (
    EVERYDAY,
    FRI,
    HEALTH,
    HOME,
    ME,
    MONEY,
    NETWORK,
    SAT,
    THU,
    TUE,
    US,
    WORK,
    Friend,
    Goal,
    Helper,
    Step,
    Story,
)
from ..story import Strength as Can

ANDERS = Story(
    "anders", "Anders Kirkmand", 37, "Autist og tester. Har fundet et sted, hvor stilhed er en styrke", "lone", 259,
    dreams=((256, "At blive ladt i fred."), (130, "At arbejde et sted, hvor jeg ikke skal lade som om.")),
    table=(
        Helper("rikard", "rikard", "følger op på arbejdet", 90),
        Friend("bror", "Esben Kirkmand", "bror", 250, "Anders' bror. Taler kun i telefon, når det er aftalt"),
    ),
    strengths=(
        Can("Finde den ene fejl i tusind linjer", 255), Can("Sige det, som det er", 200, "bror"),
        Can("Huske hver dato", 88, "rikard"),
    ),
    goals=(
        Goal("job", "Tolv timer om ugen som tester", WORK, 180, "Holdet på fire", "Åbne kontorer larmer.", reached=86,
            to=("rikard", "bror")),
        Goal("frokost", "Spise frokost med de andre", NETWORK, 80, "Holdet på fire",
            "Jeg ved ikke, hvornår det er min tur til at tale.", to=("rikard",)),
    ),
    steps=(
        Step("Prøv pladsen ved vinduet i to uger", "job", 130, by=US, who=ME, due=-100, status="done", since=99,
            carried="together", learned="Ryggen mod væggen. Så går det."),
        Step("Lav en side om, hvordan jeg arbejder bedst", "job", 95, who=ME, due=-88, status="done", since=88,
            carried="alone", to=("rikard",), learned="De andre lavede også en.",
            talk=(("rikard", 87, "Punkt fire er nu reglen for alle."),)),
        Step("Sid med til frokost om tirsdagen", "frokost", 70, who=ME, due=TUE, status="doing", since=62,
            to=("rikard",), talk=((ME, 13, "Der var tavshed i fire minutter. Det var rart."),)),
        Step("Mail til Rikard den første i måneden", "job", 84, who=ME, due=8, status="doing", since=80,
            to=("rikard",), talk=((US, 1, "Den sidste mail var klar og kort. Tak."),)),
        Step("Tag med på bowling", "frokost", 14, by="rikard", waits=True, no=(ME,), to=("rikard",),
            talk=((ME, 13, "Nej tak. Musik, lys og kugler på en gang."), ("rikard", 13, "Godt argument."))),
        Step("Vis holdet mit togatlas", "frokost", 5, words="De spurgte selv."),
    ),
)

HANNE = Story(
    "hanne", "Hanne Østergren", 59, "Blev fyret efter 30 år. Har fundet ud af, at hun kan undervise", "lone", 138,
    dreams=((136, "At få min stol tilbage."), (45, "At sidde for enden af et bord, hvor nogen lærer noget.")),
    table=(
        Friend("kollega", "Birger Rask", "gammel kollega", 120,
            "Hannes gamle kollega. De spiser sild den første fredag"),
        Helper("klaus", "klaus", "virksomhedskonsulent", 70),
    ),
    strengths=(
        Can("Forklare et regnskab, så det bliver sjovt", 135), Can("Holde en aftale i tredive år", 110, "kollega"),
        Can("Begynde på noget nyt som 59-årig", 20, US),
    ),
    goals=(
        Goal("sorg", "Slippe vreden over fyringen", HEALTH, 130, challenge="Jeg vågner kl. 4 og skændes med min chef.",
            reached=50),
        Goal("underv", "Undervise seks timer om ugen", WORK, 68, "Aftenskolen", "Jeg har aldrig stået ved en tavle.",
            to=("klaus", "kollega")),
    ),
    steps=(
        Step("Skriv det brev, du aldrig sender", "sorg", 126, by=US, who=ME, due=-110, status="done", since=108,
            carried="alone", learned="Elleve sider. Så var der ikke mere."),
        Step("Spis sild med Birger", "sorg", 100, who="kollega", due=FRI, status="doing", since=95, to=("kollega",),
            talk=(("kollega", 21, "Vi nævnte ikke firmaet en eneste gang."),)),
        Step("Hjælp tre med deres årsregnskab", "underv", 60, who=ME, due=-30, status="done", since=28,
            carried="alone", to=("klaus",), learned="Den ene fik overskud og kyssede mig på kinden."),
        Step("Vær med som gæst på aftenskolen", "underv", 26, who="klaus", due=-4, status="done", since=4,
            carried="together", to=("klaus", "kollega"), learned="De skrev ned, hvad jeg sagde!"),
        Step("Lav et hold: Regnskab uden tårer", "underv", 3, who=ME, due=19, status="agreed", since=3,
            to=("klaus", "kollega"), words="Otte aftener. Kaffe er med.",
            talk=((US, 1, "Jeg melder mig til. Det er mit alvor."),)),
        Step("Søg job som bogholder", "underv", 40, who=ME, due=-20, status="dropped", since=30, to=("klaus",),
            learned="Jeg kan det i søvne. Derfor vil jeg ikke."),
    ),
)

DANIEL = Story(
    "daniel", "Daniel Fuglsø", 32, "På job i ni uger. Ringer selv, når det vælter", "lone", 240,
    dreams=((238, "At komme ud af min mors kælder."), (110, "At have en hverdag, der keder mig lidt.")),
    table=(
        Helper("rikard", "rikard", "følger op på arbejdet", 70),
        Friend("mor", "Vivi Fuglsø", "mor", 236, "Daniels mor. Har fået sin kælder tilbage"),
    ),
    strengths=(
        Can("Køre truck med en centimeters luft", 200), Can("Ringe, før det vælter", 60, "rikard"),
        Can("Gøre min mor glad", 50, "mor"),
    ),
    goals=(
        Goal("job", "Holde det første år på jobbet", WORK, 64, "Natholdet på terminalen", "Min søvn vender rundt.",
            to=("rikard", "mor")),
        Goal("hjem", "Flytte op fra kælderen", HOME, 230, "En opgang med unge", reached=100, to=("mor",)),
    ),
    steps=(
        Step("Se på tre lejligheder", "hjem", 200, who=ME, due=-160, status="done", since=158, carried="together",
            to=("mor",), learned="Den tredje lugtede af nogen, der havde det godt."),
        Step("Flyt ind, og hæng en lampe op", "hjem", 120, who=ME, due=-100, status="done", since=101,
            carried="together", to=("mor",), learned="Mor græd over gardinerne.",
            talk=(("mor", 100, "Det var af glæde."),)),
        Step("Ring til Rikard efter hver nattevagt", "job", 62, who=ME, due=-20, status="done", since=19,
            carried="alone", to=("rikard",), learned="Nu er det kun, når det vælter."),
        Step("Sov kl. 8 med mørke gardiner", "job", 40, who=ME, due=FRI, status="doing", since=31,
            to=("mor", "rikard"), talk=((ME, 0, "Det går skævt i denne uge. Jeg har sovet tre timer.", "us"),)),
        Step("Byt til dagvagt i to uger", "job", 1, by="rikard", who=ME, due=4, waits=True, silent=(ME,),
            to=("rikard",)),
        Step("Køb en rigtig sofa", "hjem", 26, to=("mor",)),
    ),
)

FATIMA = Story(
    "fatima", "Fatima Engdahl", 48, "Seks børn er voksne. Nu er det symaskinen, der vækker hende", "lone", 106,
    dreams=(
        (104, "At have noget at lave, når huset er tomt."),
        (36, "Min egen lille butik med tøj, der bliver lappet."),
    ),
    table=(
        Friend("datter", "Noor Engdahl", "datter", 100, "Fatimas yngste. Tager billeder af alt tøjet"),
        Helper("simon", "simon", "leder af værkstedet", 60),
    ),
    strengths=(
        Can("Sy et slips om til en taske", 102), Can("Få seks børn i skole til tiden", 90, "datter"),
        Can("Vise med hænderne, når ordene mangler", 40, "simon"),
    ),
    goals=(
        Goal("vaerk", "Et bord på værkstedet", WORK, 58, "Værkstedet Gnisten", to=("simon", "datter")),
        Goal("cykel", "Cykle til by og hjem", HEALTH, 85, "Cykelholdet for kvinder", "Jeg lærte det aldrig som barn.",
            to=("datter",)),
    ),
    steps=(
        Step("Lær at stå på en cykel", "cykel", 82, who="datter", due=-55, status="done", since=54, carried="together",
            to=("datter",), learned="Man skal kigge frem. Ikke ned.",
            talk=(("datter", 53, "Mor kørte ind i en hæk og grinede i ti minutter."),)),
        Step("Cykl til værkstedet", "cykel", 24, who=ME, due=-7, status="done", since=6, carried="alone",
            to=("datter", "simon"), learned="Fire kilometer. Vinden var med mig."),
        Step("Lap ti par bukser", "vaerk", 50, who=ME, due=-25, status="done", since=26, carried="alone",
            to=("simon",), learned="Jeg syede et hjerte på indersiden."),
        Step("Hold åbent bord hver torsdag", "vaerk", 20, who=ME, due=THU, status="doing", since=13,
            to=("simon", "datter"), talk=(("simon", 6, "Der var kø. Vi har aldrig haft kø."),)),
        Step("Sæt priser på", "vaerk", 8, who="datter", due=5, status="agreed", since=7, to=("datter", "simon"),
            not_yet=(ME,), talk=((ME, 6, "Det føles forkert at tage penge for en knap."),
            (US, 1, "En knap tager ti minutter. Dine minutter er også noget værd."))),
    ),
)

SOREN = Story(
    "soren", "Søren Hjarnø", 42, "Landmand uden gård. Lærer at have fri om søndagen", "lone", 79,
    dreams=((76, "At få min jord igen."), (19, "At stå i støvler, men sove om natten.")),
    table=(
        Friend("nabo", "Hans-Ole Mejlby", "gammel nabo", 72, "Sørens gamle nabo. Kommer med æg"),
        Helper("mads", "mads", "gældsrådgiver", 60),
        Helper("klaus", "klaus", "virksomhedskonsulent", 40),
    ),
    strengths=(
        Can("Tage imod en kalv kl. 3 om natten", 75), Can("Reparere alt med tråd", 70, "nabo"),
        Can("Tåle at miste", 20, US),
    ),
    goals=(
        Goal("tal", "Lukke regnskabet for gården", MONEY, 58, challenge="Hver kuvert er et dyr, jeg har solgt.",
            to=("mads",), in_room=False),
        Goal("arbejde", "Arbejde med dyr for andre", WORK, 38, "Kvægholdet på landbrugsskolen", to=("klaus", "nabo")),
    ),
    steps=(
        Step("Kør forbi gården uden at stoppe", None, 66, who=ME, due=-50, status="done", since=50, carried="together",
            learned="Der var lys i stalden. Det var godt nok.", to=("nabo",)),
        Step("Læg kuverterne hos Mads", "tal", 56, who="mads", due=-30, status="done", since=31, carried="others",
            to=("mads",), in_room=False, learned="Så lå de ikke hos mig."),
        Step("Hør, hvad Mads har fundet ud af", "tal", 15, who="mads", due=3, status="agreed", since=13, to=("mads",),
            in_room=False, talk=((ME, 12, "Sig det lige ud, tak."), ("mads", 12, "Det gør jeg altid."))),
        Step("Malk tre morgener på skolen", "arbejde", 30, who=ME, due=-9, status="done", since=9, carried="alone",
            to=("klaus", "nabo"), learned="Køerne vidste det med det samme."),
        Step("Vis eleverne en fødsel", "arbejde", 8, who=ME, due=11, status="agreed", since=6, to=("klaus",),
            not_yet=(US,), talk=((US, 5, "Jeg siger ja, når du har sovet en hel uge."),)),
        Step("Tag en hel dag fri i næste uge", None, 4, by=US, waits=True),
    ),
)

LYKKE = Story(
    "lykke", "Lykke Birkholm", 25, "Læser på andet år. Efterværn et halvt år endnu", "lone", 330, open_room=True,
    dreams=(
        (328, "At komme gennem en dag uden at gemme mig."),
        (200, "At blive radiograf."),
        (3, "At blive radiograf – og bo sammen med Thea."),
    ),
    table=(
        Friend("thea", "Thea Nygaard", "kæreste", 150, "Lykkes kæreste. Kan alle knogler på latin nu"),
        Helper("rikard", "rikard", "følger op på studiet", 180),
    ),
    strengths=(
        Can("Holde fast, når noget er svært at læse", 320), Can("Berolige folk, der er bange", 160, "rikard"),
        Can("Elske højt", 100, "thea"), Can("Bede om en pause", 60),
    ),
    goals=(
        Goal("andet", "Bestå andet år", WORK, 190, "Læsegruppen på tre", "Anatomi kl. 8.", to=("rikard", "thea")),
        Goal("bo", "Finde noget at bo i sammen", HOME, 3, to=("thea",)),
        Goal("slip", "Klare mig uden Lone", EVERYDAY, 90, "Mit eget netværk"),
    ),
    steps=(
        Step("Lær alle håndens knogler", "andet", 140, who=ME, due=-110, status="done", since=112, carried="together",
            to=("thea", "rikard"), learned="27. Thea har dem på køleskabet."),
        Step("Vær tre uger i praktik", "andet", 100, who=ME, due=-45, status="done", since=44, carried="alone",
            to=("rikard", "thea"), learned="En gammel mand holdt mig i hånden under hele skanningen.",
            talk=(("rikard", 43, "Afdelingen skrev: Send flere som hende."),)),
        Step("Sov før kl. 23 før undervisning", "andet", 40, who=ME, due=-14, status="done", since=12, carried="alone",
            to=("thea",), learned="Fire dage ud af fem."),
        Step("Skriv, hvem du ringer til i stedet for Lone", "slip", 30, by=US, who=ME, due=1, status="doing",
            since=20, talk=((ME, 6, "Jeg er kommet til tre navne."), (US, 5, "Tre er mange. Jeg er stolt af dig."))),
        Step("Ring kun til Lone en gang om måneden", "slip", 18, by=US, who=ME, due=9, status="agreed", since=16,
            not_yet=(ME,)),
        Step("Se på et værelse og et køkken", "bo", 3, who="thea", due=SAT, status="agreed", since=2, to=("thea",),
            talk=(("thea", 2, "Der er plads til din cykel i gangen."),)),
    ),
)
