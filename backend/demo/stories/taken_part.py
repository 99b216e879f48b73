"""Communities: where people took part, with whom at first, and alone later."""

# fmt: off
from __future__ import annotations

from typing import Literal

Company = Literal["alone", "accompanied"]
# Of the citizen's own: its name, and since when it stands there.
OWN: dict[str, tuple[tuple[str, int], ...]] = {"mikkel": (("Fodbold i FC Nord", 199),)}
# Where, from which day to which, every so many days, and how: the name is one's own, or what a goal leads to.
TIMES: dict[str, tuple[tuple[str, int, int, int, Company], ...]] = {
    "mikkel": (
        ("Fodbold i FC Nord", 195, 96, 11, "accompanied"), ("Fodbold i FC Nord", 90, 3, 7, "alone"),
        ("Svømmeklubben", 100, 20, 16, "accompanied"),
    ),
    "henrik": (
        ("Løbeklubben", 690, 300, 13, "accompanied"), ("Løbeklubben", 330, 180, 17, "alone"),
        ("Løbeklubben", 175, 2, 7, "alone"), ("Gården", 260, 30, 24, "accompanied"),
    ),
}
WORDS: dict[str, tuple[tuple[str, int, Company, str], ...]] = {
    "mikkel": (
        ("Fodbold i FC Nord", 198, "accompanied", "Jørgen kørte og blev stående ved linjen."),
        ("Fodbold i FC Nord", 93, "alone", "Jeg cyklede derhen selv. De havde gemt min trøje."),
        ("Fodbold i FC Nord", 2, "alone", "Jeg lukkede omklædningen."),
    ),
    "henrik": (("Løbeklubben", 704, "accompanied", "Bodil gik med. Vi gik mest."),),
}
