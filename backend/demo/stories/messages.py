"""What citizens and consultants have written to each other, by the story's key; with the others it is a first word."""

# fmt: off
from __future__ import annotations

from ..story import ME, US, Written

# How each consultant begins.
FIRST_WORDS = {
    "torben": "Hej {name}. Her kan du skrive til mig, når du vil. Jeg svarer på hverdage, som regel samme dag.",
    "amina": "Hej {name}! Skriv bare, også når det er småt. Jeg læser det hver morgen.",
    "lone": "Kære {name}. Det her er vores sted. Du bestemmer, hvor meget du vil skrive.",
}
MESSAGES: dict[str, tuple[Written, ...]] = {
    "mikkel": (
        Written(41, ME, "Jeg har skrevet min drøm om. Alma skal med i den."),
        Written(41, US, "Den er god. Skal vi se på, hvad det ændrer, når vi mødes?"),
        Written(41, ME, "Ja"),
        Written(8, ME, "Jeg hentede Alma. Hun løb."),
        Written(8, US, "Tre fredage i træk. Det har du selv gjort."),
        Written(6, US, "Hvordan var værkstedet?"),
        Written(6, ME, "De gav hånd. Og de spurgte, om jeg kan svejse. Kan vi se et til?"),
        Written(6, ME, "Sedlen fra dem. Jeg har sat ring om tiden.", brings="note.jpg"),
        Written(5, US, "Ja. Pia finder to mere. Du hører fra hende."),
        Written(5, US, "Og her er planen for de første to uger. Vi taler om den, når vi ses.", brings="weeks.typ"),
        Written(2, ME, "Ryggen er dum i dag. Jeg fik ikke ringet.", "Ring til lægen om en ny tid"),
        Written(2, US, "Tak, fordi du siger det. I morgen er også en dag. Vil du have, at jeg ringer til dig kl. 9?"),
        Written(2, ME, "Sanne kommer. Det er nok."),
        Written(2, US, "Godt. Skriv, når det er gjort – eller når det driller."),
    ),
    "liva": (
        Written(20, ME, "Må jeg komme i stalden i stedet for skole på torsdag"),
        Written(20, US, "Vi kan spørge sammen. Hvad er det ved torsdag?"),
        Written(19, ME, "Idræt"),
        Written(19, US, "Så er det idræt, vi skal tale om. Ikke stalden. Den er din."),
        Written(2, ME, "Asta siger hej. Jeg red uden sadel."),
        Written(1, US, "Uden sadel! Hils Asta."),
    ),
    "nadim": (
        Written(30, ME, "jeg kom for sent igen"),
        Written(30, US, "Du kom. Hvad gjorde, at du kom alligevel?"),
        Written(29, ME, "Kim ringede"),
        Written(29, US, "Skal vi bede Kim ringe på tirsdage?"),
        Written(28, ME, "ja"),
        Written(3, ME, "mester siger jeg må prøve selv på mandag"),
        Written(2, US, "Det er stort. Fortæl, hvordan det gik."),
    ),
    "sara": (
        Written(12, ME, "Noah er syg. Kan vi tage mødet i telefonen?"),
        Written(12, US, "Selvfølgelig. Jeg ringer kl. 10. God bedring til Noah."),
    ),
    "mathias": (
        Written(15, US, "Du behøver ikke svare. Jeg ville bare sige, at jeg kommer torsdag og banker på som aftalt."),
        Written(14, ME, "ok"),
        Written(9, US, "Tak for en god halv time i døren."),
        Written(4, ME, "du må godt komme ind næste gang"),
        Written(3, US, "Det vil jeg gerne. Jeg tager kanelsnegle med."),
    ),
    "birgit": (
        Written(9, ME, "Jeg har læst papiret fra kommunen tre gange. Jeg forstår det ikke."),
        Written(9, US, "Det er heller ikke skrevet godt. Tag det med, så læser vi det sammen."),
    ),
    "lars": (
        Written(7, ME, "Et år på torsdag."),
        Written(7, US, "Et år. Jeg har skrevet det i min kalender med rødt."),
    ),
    "jimmi": (
        Written(15, US, "Du bliver 30 lige om lidt. Så er det Lone, der er din konsulent. Skal vi mødes alle tre først?"),
        Written(15, ME, "ja. så slipper jeg for at sige det hele igen"),
        Written(7, US, "Hej Jimmi. Jeg har læst dit brev. Jeg ringer i stedet for at skrive. Er kl. 10 godt?"),
        Written(7, ME, "kl 10 er fint"),
        Written(6, US, "Det var godt at høre dig. Vi ses ved skuret."),
    ),
    "dorte": (
        Written(11, ME, "Kan du sende mig nummeret på hende med pensionen? Jeg har smidt det væk."),
        Written(11, US, "Det ligger i planen nu, på kortet. Så kan det ikke blive væk."),
    ),
}
