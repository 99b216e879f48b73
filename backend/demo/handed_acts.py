"""From a change of consultant to the acts: what all three agreed, the change, and the first promise taken."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from backend.plans import commands as do

from .act import Act, Table, id_of
from .stories.handed_on import HANDED_ON
from .stories.meetings import MEETINGS
from .story import ME, NEXT, US, Story


def handed_on(story: Story, table: Table) -> Iterator[Act]:
    """They meet before the change: whoever comes as the third has no place yet. One promise is taken at first."""
    if story.key not in HANDED_ON:
        return
    told = HANDED_ON[story.key]
    title, goal, days = told.agreed
    step_id = id_of(story, "agreed by three")
    met = min((one for one in MEETINGS[story.key] if one.day > told.day), key=lambda one: one.day)
    due, responsible = table.today + timedelta(days=days), table.members[ME]
    step = do.AddStep(
        step_id=step_id, title=title, goal_id=id_of(story, "goal", goal), due=due, responsible=responsible
    )
    yield Act(met.day, US, step, lasts=met.minutes - 20)
    yield Act(met.day, ME, do.MoveStep(step_id=step_id, status="agreed"), lasts=met.minutes - 19)
    member = id_of(story, "member", NEXT)
    yield Act(told.day, US, do.ReplaceConsultant(member_id=member, person_id=table.people[NEXT]))
    promise, on = told.taken
    taken = next(number for number, one in enumerate(story.steps) if one.title == promise)
    yield Act(on, US, do.GiveVoice(step_id=id_of(story, "step", taken), answer="agreed"))
