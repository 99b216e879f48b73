"""Every story of the demo, fifteen for each consultant."""

from __future__ import annotations

from ..story import Story
from .adults_more import ALI, DORTE, LARS, SAMIRA
from .aftercare import ANDERS, DANIEL, FATIMA, HANNE, LYKKE, SOREN
from .long_road import BIRGIT, KURT
from .mikkel import MIKKEL
from .money_and_pain import CHARLOTTE, PREBEN
from .near_by import GITTE, HASSAN, PERNILLE
from .near_more import BENT, JIMMI, KENNETH, LEYLA, MONIKA, TOVE
from .new_doors import PALLE, RIKKE, STEEN
from .new_ways import CASPER, EMIL
from .parents import JANNIE, MARIA
from .two_years import HENRIK
from .young import LIVA, NADIM
from .young_moving import ADAM, IDA, MALTHE, NIKOLINE, SIGNE, TOBIAS
from .young_starting import FREJA, MATHIAS, OLIVER, SARA, ZAHRA

STORIES: tuple[Story, ...] = (
    MIKKEL, BIRGIT, KURT, PREBEN, CHARLOTTE, MARIA, JANNIE, HENRIK, SAMIRA, LARS, DORTE, ALI, PALLE, RIKKE, STEEN,
    EMIL, CASPER, LIVA, NADIM, FREJA, MATHIAS, SARA, ZAHRA, OLIVER, TOBIAS, NIKOLINE, ADAM, SIGNE, MALTHE, IDA,
    GITTE, HASSAN, PERNILLE, BENT, LEYLA, KENNETH, TOVE, JIMMI, MONIKA, ANDERS, HANNE, DANIEL, FATIMA, SOREN, LYKKE,
)  # fmt: skip
