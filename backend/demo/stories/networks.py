"""Who stands on the network maps, by the story's key. Those who are not here have not drawn one yet, or have nobody."""

# fmt: off
from __future__ import annotations

from ..story import US, Known

NETWORKS: dict[str, tuple[Known, ...]] = {
    "mikkel": (
        Known("Alma", "family", 1, 211, "Er min datter. Løber mig i møde"),
        Known("Sanne", "family", 2, 210, "Drikker kaffe med mig, når noget er svært", "sanne", ((48, 1),)),
        Known("Mor", "family", 4, 210, "Ringer hver søndag", None, ((20, 3),)),
        Known("Onkel Kaj", "kin", 3, 209, "Låner mig sit værktøj"),
        Known("Ronni", "friends", 4, 209, "Spiller bold og griner", "ronni", ((57, 3), (12, 2))),
        Known("Basse fra opgangen", "friends", 3, 90, "Har en nøgle til min dør"),
        Known("Fatima", "work", 4, 34, "Viser rundt på værkstedet", None, ((6, 3),)),
        Known("Jørgen", "professional", 3, 155, "Følger mig til møder", "jorgen", ((100, 2),)),
        Known("Torben", "professional", 2, 205, "Er til at få fat på", US),
        Known("Min læge", "professional", 4, 150),
    ),
    "liva": (
        Known("Mormor", "kin", 1, 95, "Laver te og spørger ikke", "mormor"),
        Known("Asta", "friends", 4, 90, "Griner i stalden med mig", "asta", ((30, 2), (9, 1))),
        Known("Mor", "family", 3, 95, "Kører mig", None, ((40, 2),)),
        Known("Karin", "professional", 3, 85, "Går med ind ad døren", "karin"),
        Known("Sofus fra holdet", "work", 4, 12),
    ),
    "nadim": (
        Known("Sami", "family", 2, 160, "Regner med mig", "lillebror", ((60, 1),)),
        Known("Kim", "friends", 3, 155, "Ringer, når jeg ikke møder", "coach", ((50, 2),)),
        Known("Mor", "family", 1, 160), Known("Holdet", "friends", 3, 150, "Venter på mig i klubben"),
        Known("Nadja", "professional", 3, 148, "", "nadja"), Known("Mester", "work", 4, 20, "Viser mig tavlen"),
    ),
    "mathias": (
        Known("Lasse", "family", 2, 70, "Må gerne komme ind", "storebror", ((20, 1),)),
        Known("Dem på nettet", "friends", 3, 70, "Spiller med mig om natten"),
        Known("Nadja", "professional", 4, 48, "", "nadja", ((15, 3),)),
    ),
    "sara": (
        Known("Noah", "family", 1, 115), Known("Mille", "friends", 2, 110, "Passer Noah, når jeg læser", "veninde"),
        Known("Farmor", "kin", 4, 100, "Sender pakker", None, ((30, 3),)),
        Known("Læsegruppen", "work", 4, 60, "Siger, at jeg kan", None, ((22, 3),)),
    ),
    "maria": (
        Known("Elias og Selma", "family", 1, 185), Known("Mor", "family", 2, 185, "Henter hver torsdag", "bente"),
        Known("Nour", "friends", 4, 124, "Låner mig mel og tid", "nour", ((80, 3), (25, 2))),
        Known("Koret", "friends", 4, 60, "Synger med mig", None, ((10, 3),)), Known("Gry", "professional", 3, 180, "", "gry"),
    ),
    "hassan": (
        Known("Amal", "family", 1, 258, "Holder kalenderen", "amal"),
        Known("Ole", "friends", 3, 150, "Ringer hver søndag", "ole", ((90, 2),)),
        Known("Min bror", "family", 4, 250, "", None, ((70, 3), (14, 2))),
        Known("Holdet på lageret", "work", 4, 35, "Giver kaffe kl. 6", None, ((8, 3),)), Known("Rikard", "professional", 3, 58),
    ),
    "henrik": (
        Known("Sofie", "family", 4, 720, "Ringer om søndagen", "sofie", ((600, 3), (380, 2), (90, 1))),
        Known("Aksel", "friends", 3, 720, "Låner mig værktøj", "aksel", ((300, 2),)),
        Known("Brian", "friends", 4, 500, "Løber med mig", "brian", ((330, 3), (120, 2))),
        Known("Løbeklubben", "friends", 4, 320, "Venter ved hjørnet", None, ((200, 3),)),
        Known("De ni på Gnisten", "work", 4, 240, "Spiser frokost med mig", None, ((150, 3), (40, 2))),
        Known("Søster", "kin", 4, 100, "Skriver igen"), Known("Simon", "professional", 3, 700, "", "simon"),
    ),
    "birgit": (
        Known("Inger", "friends", 2, 288, "Banker på med kaffe", "inger", ((60, 1),)),
        Known("Dem i caféen", "friends", 4, 240, "Spørger efter mine boller", None, ((130, 3), (50, 2))),
        Known("Min datter", "family", 3, 288), Known("Bodil", "professional", 3, 190, "", "bodil"),
    ),
}
