"""Young people well on the way: out of prison soon, out of a foster home, into a trade."""

# fmt: off
from __future__ import annotations

from ..story import (
    EVERYDAY,
    FAMILY,
    FRI,
    HEALTH,
    HOME,
    ME,
    MON,
    MONEY,
    NETWORK,
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

TOBIAS = Story(
    "tobias", "Tobias Kærgård", 25, "Bliver løsladt om seks uger. Vil hjem til sin dreng", "amina", 68,
    dreams=((66, "At Storm kan kende mig, når jeg kommer."),),
    table=(
        Helper("ove", "ove", "tilsynsførende", 66),
        Friend("farmor", "Lis Kærgård", "mor", 60, "Tobias' mor. Tager Storm med på besøg"),
    ),
    strengths=(
        Can("Skrive breve", 64), Can("Holde mig i form i et lille rum", 40, "ove"),
        Can("Lave tegninger til Storm", 30, "farmor"),
    ),
    goals=(
        Goal("storm", "Være far på en god måde", FAMILY, 62, challenge="Han er tre. Det meste har jeg ikke set.",
            to=("farmor",)),
        Goal("ud", "En plan for de første ti dage", EVERYDAY, 58, by=US, challenge="Den første uge gik galt sidst.",
            to=("ove",)),
    ),
    steps=(
        Step("Send Storm et brev hver uge", "storm", 60, who=ME, due=-20, status="doing", since=56, to=("farmor",),
            talk=(("farmor", 27, "Han sover med det fra i tirsdags."), (ME, 26, "Jeg læste det her tre gange."))),
        Step("Læs en bog ind til Storm", "storm", 40, who=ME, due=-12, status="done", since=13, carried="together",
            to=("ove", "farmor"), learned="Jeg kan godt lave en bjørnestemme."),
        Step("Find et sted at sove de første nætter", "ud", 34, by=US, who=US, due=10, status="doing", since=22,
            not_yet=(ME,), talk=((ME, 18, "Helst ikke et herberg.", "us"),
            (US, 18, "Jeg leder videre. Du får svar på mandag.", "us"))),
        Step("Hold et stormøde, før du kommer ud", "ud", 20, by=US, who="ove", due=14, status="agreed", since=17,
            to=("ove", "farmor")),
        Step("Gå lige hjem fra porten", "ud", 12, who="farmor", due=42, status="agreed", since=11,
            to=("farmor", "ove"), talk=(("farmor", 10, "Bilen er vasket. Storm bestemmer musikken."),)),
        Step("Byg et fuglebur med Storm", "storm", 5, to=("farmor",)),
    ),
)

NIKOLINE = Story(
    "nikoline", "Nikoline Abildtorp", 22, "Boet i plejefamilie. Skal lære at bo alene uden at være alene", "amina",
    205,
    dreams=((204, "Et sted, hvor jeg kan blive."), (77, "Min egen dør – og nogen, der banker på den.")),
    table=(
        Friend("plejemor", "Anne-Grethe Husby", "plejemor", 200, "Nikolines plejemor. Er der stadig"),
        Helper("nadja", "nadja", "mentor", 170),
        Helper("vibeke", "vibeke", "boligrådgiver", 90),
    ),
    strengths=(
        Can("Få et værelse til at ligne et hjem", 200), Can("Se det gode i folk", 190, "plejemor"),
        Can("Skrive sange", 60, "nadja"),
    ),
    goals=(
        Goal("hjem", "Bo i min egen lejlighed", HOME, 180, "Kollegiet", "Stilheden om aftenen.", reached=36,
            to=("vibeke", "plejemor")),
        Goal("folk", "Tre at spise med", NETWORK, 70, "Fællesspisning på kollegiet", to=("nadja", "plejemor")),
        Goal("penge", "Få pengene til at række", MONEY, 34, challenge="Jeg giver for meget væk."),
    ),
    steps=(
        Step("Skriv under på lejekontrakten", "hjem", 60, who="vibeke", due=-40, status="done", since=40,
            carried="together", to=("vibeke", "plejemor"),
            learned="Jeg fik to nøgler. Den ene ligger hos Anne-Grethe."),
        Step("Sov den første nat alene", "hjem", 39, who=ME, due=-36, status="done", since=36, carried="alone",
            to=("plejemor",), learned="Jeg ringede kl. 23. Så sov jeg.",
            talk=(("plejemor", 35, "Telefonen ligger altid ved sengen."),)),
        Step("Spis med på kollegiet om mandagen", "folk", 30, who=ME, due=MON, status="doing", since=22,
            to=("nadja", "plejemor"), talk=((ME, 8, "Jeg lavede dessert."),
            ("nadja", 7, "Næste gang siger du dit navn først. Så er alle dine."),
            (US, 1, "Hvad skal du lave til dessert næste gang?"))),
        Step("Lav et budget for en måned", "penge", 28, by=US, who=ME, due=-2, status="doing", since=15,
            talk=((ME, 3, "Jeg mangler kun tøj og gaver."),)),
        Step("Sig nej til at låne penge ud", "penge", 20, by=US, who=ME, due=12, no=(ME,), waits=True,
            talk=((ME, 17, "Ikke til min bror. Til de andre, ja.", "us"), (US, 17, "Det er en fin grænse.", "us"))),
        Step("Syng en sang for de andre", "folk", 4, to=("nadja",)),
    ),
)

ADAM = Story(
    "adam", "Adam Frostholm", 19, "Har lagt hashen på hylden. Vil være brandmand", "amina", 156,
    dreams=((154, "At blive klar i hovedet."), (50, "At køre med blå blink – for at hjælpe.")),
    table=(
        Helper("helle", "helle", "behandler", 150),
        Friend("onkel", "Poul Frostholm", "onkel", 100, "Adams onkel. Var selv brandmand"),
    ),
    strengths=(
        Can("Bevare roen, når der er larm", 148, "helle"), Can("Løbe langt", 140),
        Can("Bære mere, end man tror", 30, "onkel"),
    ),
    goals=(
        Goal("klar", "Klar i hovedet hver dag", HEALTH, 146, "Løbeholdet", "Aftenerne er lange uden.", reached=45,
            to=("helle",)),
        Goal("brand", "Bestå den fysiske prøve", WORK, 49, "De frivillige på stationen", to=("onkel",)),
    ),
    steps=(
        Step("Hold en pause på syv dage", "klar", 144, who=ME, due=-130, status="done", since=132, carried="together",
            to=("helle",), learned="Dag fire var værst. Dag fem kunne jeg smage."),
        Step("Slet numrene på dem, der sælger", "klar", 120, who=ME, due=-110, status="done", since=111,
            carried="alone", to=("helle",), learned="Der var ni.",
            talk=(("helle", 110, "Det er ni døre, du selv har lukket."),)),
        Step("Løb fem kilometer tre gange om ugen", "brand", 45, who=ME, due=TUE, status="doing", since=42,
            to=("onkel",), talk=((ME, 10, "24 minutter."), ("onkel", 9, "Jeg brugte 25. Sig det ikke til nogen."))),
        Step("Besøg stationen med onkel Poul", "brand", 40, who="onkel", due=-18, status="done", since=18,
            carried="together", to=("onkel",), learned="Stangen er væk. De har trapper nu."),
        Step("Tag et førstehjælpskursus", "brand", 15, by=US, who=US, due=6, status="agreed", since=12,
            talk=((US, 1, "Du har fået plads. Jeg sender dig tiden på papir."),)),
        Step("Bliv frivillig på stationen nu", "brand", 9, by="onkel", who=ME, due=8, not_yet=(ME, US), waits=True,
            to=("onkel",), talk=((US, 7, "Lad os se, om der er et aldersgulv."),
            ("onkel", 6, "Der er. Men kaffen må han gerne lave."))),
    ),
)

SIGNE = Story(
    "signe", "Signe Løvgren", 26, "Tusind tanker på en gang. Finder ro med hænderne i jord", "amina", 171,
    open_room=True,
    dreams=((168, "At nogen slukker for larmen."), (82, "At passe en have, som andre går en tur i.")),
    table=(
        Friend("kaereste", "Jonas Vigholm", "kæreste", 160, "Signes kæreste. Sætter gule sedler op"),
        Helper("pia", "pia", "virksomhedskonsulent", 72),
    ),
    strengths=(
        Can("Huske navnet på alle planter", 166), Can("Få ti ideer på et minut", 120, "kaereste"),
        Can("Arbejde hårdt ude", 40, "pia"),
    ),
    goals=(
        Goal("ro", "Gøre én ting færdig ad gangen", EVERYDAY, 150, challenge="Jeg begynder på alt.", to=("kaereste",)),
        Goal("gartner", "En plads i et gartneri", WORK, 80, "Gartneriet og de fire der", to=("pia", "kaereste")),
    ),
    steps=(
        Step("Skriv tre ting på en gul seddel", "ro", 140, who=ME, due=-110, status="done", since=108,
            carried="together", to=("kaereste",), learned="Tre. Ikke tretten."),
        Step("Plant om i gården hver onsdag", "gartner", 70, who=ME, due=WED, status="doing", since=66,
            to=("pia", "kaereste"), talk=((ME, 24, "Jeg glemte tiden på den gode måde."),
            ("kaereste", 24, "Du var brun helt op til albuerne."))),
        Step("Besøg gartneriet med Pia", "gartner", 40, who="pia", due=-25, status="done", since=24,
            carried="together", to=("pia",), learned="De taler med planterne. Det gør jeg også."),
        Step("Mød tre dage om ugen i gartneriet", "gartner", 20, who=ME, due=13, status="doing", since=10,
            to=("pia", "kaereste"), how="De skriver dagens tre ting på en tavle til mig.",
            talk=(("pia", 3, "De siger, at du ser lus på tre meters afstand."),
            (US, 1, "Tavlen med tre ting er hængt op. Jeg har set den."))),
        Step("Læg telefonen i skuret, når du arbejder", "ro", 9, by=US, who=ME, due=1, status="agreed", since=8),
        Step("Prøv en app til at huske med", "ro", 7, by=US, waits=True, no=(ME,),
            talk=((ME, 5, "Papir virker for mig."),)),
        Step("Så blomster i vejkanten", None, 3, to=("kaereste",)),
    ),
)

MALTHE = Story(
    "malthe", "Malthe Rughave", 15, "15 år. Mangler en grund til at gå hjem fra gaden", "amina", 47,
    dreams=((45, "At komme på førsteholdet."),),
    table=(
        Friend("coach", "Bo Hedemark", "fodboldtræner", 44, "Malthes træner. Kører ham hjem om aftenen"),
        Helper("karin", "karin", "ungevejleder", 40),
    ),
    strengths=(
        Can("Løbe fra alle", 44), Can("Trøste den, der brændte", 30, "coach"),
    ),
    goals=(
        Goal("hold", "Til træning tre gange om ugen", NETWORK, 42, "Drengeholdet", to=("coach",)),
        Goal("skole", "Være i skole til kl. 12", WORK, 38, "Værkstedsholdet", "Jeg kan ikke sidde stille.", by=US,
            to=("karin", "coach")),
    ),
    steps=(
        Step("Mød til træning tirsdag og torsdag", "hold", 40, who=ME, due=-10, status="done", since=9,
            carried="together", to=("coach",), learned="Det er bedre end at stå ved kiosken."),
        Step("Kør mig hjem efter træning", "hold", 36, who="coach", due=THU, status="doing", since=33, to=("coach",),
            talk=(("coach", 5, "Vi taler bedst i bilen."),)),
        Step("Vælg en voksen i skolen at gå til", "skole", 30, who=ME, due=-14, status="done", since=14,
            carried="alone", to=("karin",), learned="Jeg valgte pedellen."),
        Step("Bliv til kl. 12 tre dage i træk", "skole", 12, who=ME, due=FRI, status="doing", since=8,
            to=("karin", "coach"), talk=((ME, 2, "To dage nu."), ("coach", 2, "Den tredje er din."))),
        Step("Tag kasketten af i timen", "skole", 7, by="karin", waits=True, no=(ME,), to=("karin",),
            talk=((ME, 6, "Så går jeg."), ("karin", 5, "Behold den. Det er vigtigere, at du er der."))),
    ),
)

IDA = Story(
    "ida", "Ida Mørkeberg", 24, "Er ved at spise sig stærk. Har en hund, der hedder Kanel", "amina", 143,
    dreams=((140, "Jeg vil ikke have en drøm, der kan vejes."), (38, "At gå lange ture, fordi jeg har lyst.")),
    table=(
        Helper("helle", "helle", "behandler", 138),
        Friend("kusine", "Rosa Mørkeberg", "kusine", 90, "Idas kusine. Laver verdens bedste suppe"),
    ),
    strengths=(
        Can("Lære en hund hvad som helst", 136), Can("Sige sandheden, når nogen spørger rigtigt", 70, "helle"),
        Can("Skrive digte", 50, "kusine", "no"),
    ),
    goals=(
        Goal("mad", "Spise sammen med andre", HEALTH, 130, "Torsdagsbordet", "Jeg tæller.", to=("helle", "kusine")),
        Goal("hund", "Lære at træne andres hunde", WORK, 36, "Hundeklubben"),
    ),
    steps=(
        Step("Spis suppe hos Rosa", "mad", 88, who="kusine", due=-70, status="done", since=69, carried="together",
            to=("kusine", "helle"), learned="Hun talte om alt andet end mad."),
        Step("Spis en is på en bænk", "mad", 60, who=ME, due=-30, status="done", since=28, carried="alone",
            to=("helle",), learned="Kanel fik vaflen.",
            talk=(("helle", 27, "Du skrev det helt kort. Jeg læste det to gange."),)),
        Step("Sid med ved torsdagsbordet", "mad", 22, who=ME, due=THU, status="agreed", since=19, to=("helle",),
            words="Jeg må gerne nøjes med te."),
        Step("Gå en tur med tre hunde", "hund", 30, who=ME, due=-3, status="done", since=2, carried="alone",
            learned="De fulgte mig alle tre."),
        Step("Spørg hundeklubben om et hold", "hund", 6, by=US, who=US, due=5, waits=True, silent=(ME,)),
        Step("Sælg min vægt", None, 17, status="paused", since=10,
            learned="Den står i kælderen. Det er langt nok væk lige nu."),
    ),
)
