"""From what a story tells of its course to the acts: phases, and what came of it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from backend.plans import commands as do
from backend.plans.check_ins import rounds_from

from .act import Act, Table, id_of
from .stories.course import CHECK_INS, LETTERS, OUTCOMES, PHASES, Came
from .story import ME, Day, Story


def course_of(story: Story, table: Table) -> Iterator[Act]:
    """Each on its day; an end that is ahead is told when it is known."""
    for day, who, phase, words in PHASES.get(story.key, ()):
        began: Any = {"phase": phase, "began": _date(table, day)}
        yield Act(day, who, do.MoveCourse(**began, words=words))
    for number, came in enumerate(OUTCOMES.get(story.key, ())):
        outcome_id, said = id_of(story, "outcome", number), _said(table, came)
        added: Any = {"outcome": came.kind, **said}
        yield Act(max(came.day, 0) or came.said, came.by, do.AddOutcome(outcome_id=outcome_id, **added))
        if came.until is not None:
            ended = do.ChangeOutcome(outcome_id=outcome_id, read=0, **{**said, "until": _date(table, came.until)})
            yield Act(came.until if came.until > 0 else came.said, came.by, ended)


def afterwards_of(story: Story, table: Table) -> Iterator[Act]:
    """What the citizen answered in aftercare, and their letter to whoever is their consultant."""
    began = next(
        (_date(table, day) for day, _who, phase, _why in PHASES.get(story.key, ()) if phase == "aftercare"), None
    )
    for day, turn, answer, words in CHECK_INS.get(story.key, ()):
        assert began is not None
        said: Any = {"due": rounds_from(began)[turn].due, "answer": answer, "words": words}
        yield Act(day, ME, do.AnswerCheckIn(**said))
    for day, words in LETTERS.get(story.key, ()):
        yield Act(day, ME, do.WriteAboutMe(words=words))


def _said(table: Table, came: Came) -> dict[str, Any]:
    hours = Decimal(came.hours) if came.hours else None
    return {"began": _date(table, came.day), "hours": hours, "words": came.words, "follows": came.follows}


def _date(table: Table, day: Day) -> date:
    return table.today - timedelta(days=day)
