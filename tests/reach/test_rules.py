"""Every kind of entry has its row: who is nudged, or nobody; and the page of the docs says the same."""

import re
from typing import Any

from backend.plans.commands import COMMANDS
from backend.reach.rules import RULES
from backend.reach.words import SORTS
from parts.places import ROOT

PAGE = (ROOT / "docs" / "notices.md").read_text()


def rows() -> dict[str, tuple[str, str]]:
    """entry kind → (who, sort), as the first table says."""
    table = PAGE.partition("## Who is nudged")[2].partition("Reminders are made")[0]
    lines = re.findall(r"^\| (`.+) \| ([^|]+) \| ([^|]*) ?\|$", table, re.M)
    found: dict[str, tuple[str, str]] = {}
    for kinds, who, sort in lines:
        for kind in re.findall(r"`(\w+)`(?! to)", kinds.partition(" to ")[0]):
            found[kind] = (who.strip(), sort.strip(" `"))
    return found


def test_every_kind_of_entry_has_a_rule() -> None:
    kinds: set[Any] = {command.told for command in COMMANDS.values()} | {"plan_opened"}
    assert kinds == set(RULES)


def test_the_page_says_what_the_code_does() -> None:
    code = {kind: (rule.whom.value, rule.sort.value) if rule else ("nobody", "") for kind, rule in RULES.items()}
    assert rows() == code


def test_every_sort_has_words_and_stands_on_the_page() -> None:
    assert all(f"`{sort.value}`" in PAGE for sort in SORTS)
    assert {rule.sort for rule in RULES.values() if rule} < set(SORTS)
