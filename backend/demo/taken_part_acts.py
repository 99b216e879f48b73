"""From the communities of a story to the acts: one's own, and those that goals lead to, from the first tap on."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from backend.plans import commands as do
from backend.plans.models.progress_area import community_id

from .act import Act, Table, id_of
from .stories.taken_part import OWN, TIMES, WORDS, Company
from .story import ME, Story


def taken_part_of(story: Story, table: Table) -> Iterator[Act]:
    """Every time on its day, by the citizen."""
    for name, on in OWN.get(story.key, ()):
        yield Act(on, ME, do.AddProgressArea(progress_area_id=id_of(story, "area", name), name=name, community=True))
    for number, (name, day, company, words) in enumerate(WORDS.get(story.key, ())):
        yield _taken_part(story, table, f"words {number}", name, day, company, words)
    for name, first, last, every, company in TIMES.get(story.key, ()):
        for day in range(first, last, -every):
            yield _taken_part(story, table, f"{day} {company}", name, day, company)


def _taken_part(story: Story, table: Table, turn: str, name: str, day: int, company: Company, words: str = "") -> Act:
    goal = next((goal for goal in story.goals if goal.community == name), None)
    entry_id = id_of(story, "taken part", f"{name} {turn}")
    area_id: UUID = community_id(table.plan_id, name) if goal else id_of(story, "area", name)
    return Act(day, ME, do.AddProgressEntry(
        progress_entry_id=entry_id, progress_area_id=area_id, company=company, words=words,
        goal_id=id_of(story, "goal", goal.key) if goal else None,
    ))  # fmt: skip
