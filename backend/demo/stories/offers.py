"""What some take part in: who provides it, which goal it helps, and later whether it did."""

# fmt: off
from __future__ import annotations

from dataclasses import dataclass

from ..story import ME, US, Day


@dataclass(frozen=True)
class Takes:
    """Something taken part in from a day, written on the day `said`; `until`, if it is over.

    `seat`: the place of the professional who provides it. `helped`: on which day who answered what, in which words.
    """

    title: str
    goal: str
    day: Day
    said: Day
    who: str = ""
    seat: str | None = None
    to: str = ""
    why: str = ""
    hours: str = ""
    until: Day | None = None
    by: str = US
    helped: tuple[tuple[Day, str, str, str], ...] = ()


OFFERS: dict[str, tuple[Takes, ...]] = {
    "mikkel": (
        Takes("Fodbold om torsdagen", "krop", 198, 148, "FC Nord. Jørgen kørte med de første gange", to="Fodbold i FC Nord",
            why="Jeg sover, når jeg har løbet.", hours="1.5", by=ME,
            helped=((40, ME, "yes", "Ryggen er bedre dagen efter."), (38, US, "yes", ""))),
        Takes("Mentor hver uge", "vaerksted", 150, 128, "Mentorhuset", "jorgen", "En arbejdsplads med kolleger",
            "Han ringer om morgenen. Så kommer jeg ud ad døren.", "1.5",
            helped=((30, "jorgen", "yes", "Mikkel møder nu selv to dage om ugen."),)),
        Takes("Hjælp til at finde et værksted", "vaerksted", 62, 61, "Pia fra virksomhedsholdet",
            to="En arbejdsplads med kolleger", why="Pia kender mestrene og tager med den første dag."),
    ),
    "henrik": (
        Takes("Mentor to gange om ugen", "gnisten", 640, 640, "Mentorkorpset", to="Værkstedet og de ni, der arbejder der",
            why="Jeg går ikke ind alene den første dag.", hours="3", until=300,
            helped=((298, ME, "yes", "Han sad i bilen, til jeg gik ind."), (296, US, "yes", "Du gik selv ind fra uge fem."))),
        Takes("Praktik på Gnisten", "gnisten", 420, 424, "Værkstedet Gnisten", "simon",
            "Værkstedet og de ni, der arbejder der", "Jeg skal mærke, om ryggen kan holde til det.", "8", until=330,
            helped=((334, "simon", "yes", "Han lærer hurtigt."), (328, ME, "little", "Otte timer var for lidt til at høre til."))),
        Takes("Genoptræning", "krop", 700, 700, "Fysioterapien", "bodil", "Løbeklubben",
            "Ryggen skal kunne bære en arbejdsdag.", "1",
            helped=((70, "bodil", "little", "Den er stærkere, men ikke stærk nok."), (60, ME, "yes", "Jeg ved, hvornår jeg skal hvile."))),
        Takes("Løb om tirsdagen", "folk", 704, 700, "Løbeklubben. Bodil gik med de første gange", to="Løbeklubben",
            why="Der er nogen, der ser efter, om jeg kommer.", by=ME, helped=((90, ME, "yes", "Nu venter jeg på de nye."),)),
        Takes("Ryghold på sundhedscentret", "krop", 45, 44, "Sundhedscentret", why="Kommunen tilbød det efter mødet.", hours="2"),
    ),
}
# Of pairs that run for one goal: on which day who said that they are double, or that both are good.
DOUBLE: dict[str, tuple[tuple[str, str, Day, str, str], ...]] = {
    "mikkel": (("Mentor hver uge", "Hjælp til at finde et værksted", 58, US, "fine"),),
    "henrik": (
        ("Genoptræning", "Ryghold på sundhedscentret", 40, ME, "double"),
        ("Genoptræning", "Ryghold på sundhedscentret", 39, US, "double"),
    ),
}
