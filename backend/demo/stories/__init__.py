"""Every story of the demo, fifteen for each consultant."""

from __future__ import annotations

from ..story import Story
from .long_road import BIRGIT, KURT
from .mikkel import MIKKEL
from .money_and_pain import CHARLOTTE, PREBEN
from .near_by import GITTE, HASSAN, PERNILLE
from .new_ways import CASPER, EMIL
from .parents import JANNIE, MARIA
from .young import LIVA, NADIM

STORIES: tuple[Story, ...] = (
    MIKKEL, BIRGIT, KURT, PREBEN, CHARLOTTE, MARIA, JANNIE,
    EMIL, CASPER, LIVA, NADIM,
    GITTE, HASSAN, PERNILLE,
)  # fmt: skip
