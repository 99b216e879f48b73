"""From the small steps of a story to the acts."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from backend.plans import commands as do

from .act import Act, Table, id_of, since_of
from .stories.small_steps import NOTICED, OWN_AREAS, SHARED_AREAS, TAPPED
from .story import ME, Noticed, Story


def small_steps_of(story: Story, table: Table) -> Iterator[Act]:
    """The citizen's own areas, who sees into which, and what was noted in them."""
    for area in OWN_AREAS.get(story.key, ()):
        area_id = id_of(story, "area", area.name)
        yield Act(area.on, ME, do.AddProgressArea(progress_area_id=area_id, name=area.name, kept=area.kept))
        for key in area.to:
            yield _shared(story, table, area.name, key, area.on)
    for name, key in SHARED_AREAS.get(story.key, ()):
        yield _shared(story, table, name, key, story.began)
    for tapped in TAPPED.get(story.key, ()):
        for turn, day in enumerate(range(tapped.first, tapped.last, -tapped.every)):
            score = tapped.scores[turn * len(tapped.scores) * tapped.every // tapped.first] if tapped.scores else None
            yield from _noted(story, table, Noticed(tapped.area, day, score=score), f"{tapped.area} {turn}")
    for number, one in enumerate(NOTICED.get(story.key, ())):
        yield from _noted(story, table, one, str(number))


def _shared(story: Story, table: Table, area: str, key: str, on: int) -> Act:
    share = do.ShareProgressArea(progress_area_id=_area_id(story, table, area), member_id=table.members[key])
    return Act(min(on, since_of(story, key)), ME, share)


def _noted(story: Story, table: Table, one: Noticed, name: str) -> Iterator[Act]:
    """Whoever saw it says so; the figure is the citizen's, and so is what the room may see."""
    entry_id, is_own = id_of(story, "small step", name), one.by == ME
    yield Act(one.on, one.by, do.AddProgressEntry(
        progress_entry_id=entry_id, progress_area_id=_area_id(story, table, one.area), words=one.words,
        score=one.score if is_own else None,
    ))  # fmt: skip
    if one.score is not None and not is_own:
        yield Act(one.on, ME, do.ScoreProgressEntry(progress_entry_id=entry_id, score=one.score))
    if one.in_room:
        yield Act(one.on, ME, do.ShowInRoom(subject="progress_entry", subject_id=entry_id))


def _area_id(story: Story, table: Table, area: str) -> UUID:
    return table.areas.get(area) or id_of(story, "area", area)
