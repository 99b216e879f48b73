"""From what a story tells of its measurements to the acts."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

from backend.plans import commands as do

from .act import Act, Table, id_of, since_of
from .stories.measured import BELIEFS, EXAMPLES, GOALS_ON_A_LINE, OPENED, SCORES, SHARED
from .story import ME, US, Story

NO_ONE = UUID(int=0)  # the area has its id from the first answer


def measured_of(story: Story, table: Table) -> Iterator[Act]:
    """Each on its day: the citizen's figures, examples and goals, what the consultant believes; and who sees it."""
    days, scores = SCORES.get(story.key, ((), {}))
    for turn, day in enumerate(days):
        for indicator, told in scores.items():
            yield Act(day, ME, do.AnswerIndicator(indicator=indicator, score=told[turn]))
    for day, indicator, words in EXAMPLES.get(story.key, ()):
        yield Act(day, ME, do.AnswerIndicator(indicator=indicator, words=words))
    for day, goal, score, wanted in GOALS_ON_A_LINE.get(story.key, ()):
        yield Act(day, ME, do.ScaleGoal(goal_id=id_of(story, "goal", goal), score=score, wanted=wanted))
    for day, score, words in BELIEFS.get(story.key, ()):
        yield Act(day, US, do.AnswerIndicator(indicator="consultant_belief", score=score, words=words))
    for day, code in OPENED.get(story.key, ()):
        yield Act(day, ME, do.OpenProgressArea(progress_area_id=NO_ONE), lasts=240, of_set=code)
    for day, code, key in SHARED.get(story.key, ()):
        share = do.ShareProgressArea(progress_area_id=NO_ONE, member_id=table.members[key])
        yield Act(min(day, since_of(story, key)), ME, share, lasts=240, of_set=code)
