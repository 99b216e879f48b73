"""The sprite holds the icons that are drawn somewhere, and no others: every phone fetches all of it."""

import re

from citizen_app.words import AREA_ICONS, PROGRESS_ICONS, REACTION_ICONS
from parts.places import ROOT, STATIC
from tests.house import tree

DRAWN = re.compile(r"""\{%\s*icon\s+["']([\w-]+)["']""")
WITHOUT_AREA = {"flag"}


def test_the_sprite_is_what_is_drawn() -> None:
    templates = [file for file in tree.files() if file.suffix == ".html" and ROOT / "templates" in file.parents]
    drawn = {name for file in templates for name in DRAWN.findall(file.read_text(encoding="utf-8"))}
    asked = (STATIC / "icons" / "used.txt").read_text(encoding="utf-8").split()
    by_code = {*AREA_ICONS.values(), *REACTION_ICONS.values(), *PROGRESS_ICONS.values()}
    assert set(asked) == drawn | by_code | WITHOUT_AREA
