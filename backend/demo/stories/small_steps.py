"""Small steps: what went well in small things, in whose eyes, for whoever has any. `Tapped`: many, without words."""

# fmt: off
from __future__ import annotations

from ..story import US, Noticed, OwnArea, Tapped

CAME, STOPPED, COPED = "attendance", "impulse_control", "coping"

OWN_AREAS: dict[str, tuple[OwnArea, ...]] = {
    "mikkel": (OwnArea("Sove om natten", 150), OwnArea("Alma og mig", 120, kept=True)),
    "henrik": (OwnArea("Ud blandt folk", 640, to=("aksel",)), OwnArea("Sove igennem", 400)),
    "ida": (OwnArea("Spise sammen med andre", 120),),
    "lars": (OwnArea("Dage uden at drikke", 360, kept=True),),
}
SHARED_AREAS: dict[str, tuple[tuple[str, str], ...]] = {
    "mikkel": ((CAME, "sanne"), (CAME, "jorgen")),
    "casper": ((STOPPED, "mor"),),
}
TAPPED: dict[str, tuple[Tapped, ...]] = {
    "mikkel": (Tapped(CAME, 200, 16, 23), Tapped("Sove om natten", 148, 9, 17, (3, 3, 4, 3, 5, 5, 4, 6, 7))),
    "henrik": (
        Tapped(CAME, 720, 9, 16, (2, 2, 3, 2, 4, 3, 4, 5, 4, 5, 6, 5, 6, 7, 6, 7, 8)), Tapped(COPED, 700, 20, 34),
        Tapped(STOPPED, 690, 30, 46, (3, 4, 3, 5, 5, 6, 6, 7)),
        Tapped("Ud blandt folk", 630, 12, 31, (1, 2, 2, 3, 3, 5, 4, 6, 6, 7)), Tapped("Sove igennem", 396, 5, 27),
    ),
    "lars": (Tapped("Dage uden at drikke", 358, 2, 14, (4, 5, 5, 6, 6, 7, 7, 8, 8)), Tapped(CAME, 340, 20, 29)),
    "ida": (Tapped("Spise sammen med andre", 118, 4, 13, (2, 3, 3, 4, 4, 5, 6)),),
    "jannie": (Tapped(COPED, 130, 6, 11, (1, 2, 2, 3, 4, 3, 5, 6)),),
    "casper": (Tapped(STOPPED, 120, 8, 15), Tapped(CAME, 118, 5, 14)),
    "liva": (Tapped(CAME, 90, 3, 8, (1, 2, 2, 4, 3, 5)),),
    "adam": (Tapped(STOPPED, 150, 9, 12, (2, 3, 5, 4, 6, 7)),),
}
NOTICED: dict[str, tuple[Noticed, ...]] = {
    "mikkel": (
        Noticed(CAME, 205, "Jeg stod op, selv om der ikke var noget at stå op til."),
        Noticed(CAME, 158, "Han kom ti minutter før tiden.", "jorgen", score=6),
        Noticed(COPED, 131, "Åbnede et brev uden at ringe til nogen først.", score=5),
        Noticed(STOPPED, 97, "Jeg gik ud på altanen i stedet for at råbe.", score=6),
        Noticed("Alma og mig", 76, "Hun sov hele natten hos mig."),
        Noticed(COPED, 61, "Spurgte om hjælp i byggemarkedet.", score=7),
        Noticed(STOPPED, 44, "Han blev sur på opkaldet, og han lagde på i ro og mag.", US),
        Noticed(CAME, 33, "Stod klar på trappen, da jeg kom.", "sanne", score=8),
        Noticed("Alma og mig", 20, "Vi bagte. Det blev fladt. Vi grinede."),
        Noticed(STOPPED, 12, "Ventede en dag, før jeg svarede på den sms.", score=7, in_room=True),
        Noticed(CAME, 6, "Han stod op. Jeg kunne høre kaffemaskinen, da jeg ringede.", "sanne", score=8, in_room=True),
        Noticed(COPED, 2, "Sagde på værkstedet, at jeg ikke forstod det. De viste mig det igen.", score=8, in_room=True),
    ),
    "henrik": (
        Noticed(CAME, 718, "Gik ned efter posten.", score=2),
        Noticed(COPED, 610, "Sagde nej tak uden at undskylde tre gange."),
        Noticed("Ud blandt folk", 521, "Blev til kaffen."),
        Noticed(CAME, 405, "Mødte op i regnvejr.", US, score=5),
        Noticed(STOPPED, 288, "Talte til ti. Så til tyve.", score=6),
        Noticed("Ud blandt folk", 140, "Nogen sagde mit navn, og det var ikke for at skælde ud.", score=7),
        Noticed(CAME, 15, "Mødte før chefen.", score=8),
        Noticed(COPED, 4, "Sov dårligt og gik på arbejde alligevel.", score=8),
    ),
    "birgit": (
        Noticed(COPED, 120, "Bagte til naboen og bankede på."), Noticed(CAME, 40, "Kom som den første.", US, score=7),
    ),
    "kurt": (Noticed(CAME, 100, "Gik hen til havnen og hjem igen."), Noticed(CAME, 9, "Sagde hej til ham med hunden.")),
    "jannie": (Noticed(COPED, 30, "To stop. Så stod jeg af, og det var mig, der bestemte det.", score=5),),
    "casper": (Noticed(STOPPED, 21, "De ringede. Jeg tog den ikke.", score=8),),
    "liva": (Noticed(CAME, 5, "Hun stod ved lågen klokken otte.", US),),
    "zahra": (Noticed(COPED, 50, "Spurgte en fremmed om vej."), Noticed(COPED, 8, "Ringede selv til bageren.", score=6)),
    "pernille": (Noticed(CAME, 19, "Tre dage i træk."),),
    "steen": (Noticed(COPED, 14, "Sov i sengen. Ikke på gulvet."),),
}
