"""From who met whom to the acts: planned, asked, begun and ended; and for all others as often as the rules say."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, time, timedelta

from backend.common import clock
from backend.plans import commands as do

from .act import Act, Table, id_of, since_of
from .rules import GROUPS
from .stories import STORIES
from .stories.meetings import HOUSE, MEETINGS, RHYTHMS, TALKED, WANTS_ANOTHER, Met
from .story import ME, NEXT, US, Story

_SOON = 8  # days: whoever must meet again within them has the next meeting planned
_NUMBERS = {story.key: number for number, story in enumerate(STORIES)}


def acts_around_meetings(story: Story, table: Table) -> Iterator[Act]:
    """What was agreed about meeting, every meeting, and what was talked about without the citizen."""
    for day, days in [RHYTHMS[story.key]] if story.key in RHYTHMS else []:
        yield Act(day, US, do.SayRhythm(days=days))
        yield Act(day, ME, do.SayRhythm(days=days))
    for day, days in [WANTS_ANOTHER[story.key]] if story.key in WANTS_ANOTHER else []:
        yield Act(day, ME, do.SayRhythm(days=days))
    for number, met in enumerate(MEETINGS.get(story.key) or _by_the_rules(story)):
        yield from _meeting(story, table, met, number)
    for number, talked in enumerate(TALKED.get(story.key, ())):
        yield Act(talked.day - 1, US, do.NoteDiscussion(
            discussion_id=id_of(story, "talked", number), day=table.today - timedelta(days=talked.day),
            professions=talked.professions,
        ))  # fmt: skip


def _by_the_rules(story: Story) -> Iterator[Met]:
    """Of each kind one that took place some while ago, and the next where it is due soon."""
    place = "" if story.protected else HOUSE
    for kind, _least, within in GROUPS[story.consultant][2]:
        ago = within * (30 + 7 * _NUMBERS[story.key] % 40) // 100
        if ago >= story.began - 1:
            continue
        yield Met(kind, ago, min(story.began, ago + 7), place=place)
        if within - ago <= _SOON:
            yield Met(kind, ago - within + 1, min(ago, 9), place=place, hour=10 + _NUMBERS[story.key] % 5)


def _meeting(story: Story, table: Table, met: Met, number: int) -> Iterator[Act]:
    meeting_id = id_of(story, "meeting", number)
    yield Act(met.planned, met.by, do.PlanMeeting(
        meeting_id=meeting_id, meeting_kind=met.kind, starts_at=_starts_at(table, met), minutes=met.minutes,
        purpose=met.purpose, place=met.place, third=table.people[NEXT] if met.is_of_three else None,
    ))  # fmt: skip
    for key in met.asked:
        day = min(met.planned, since_of(story, key))
        member = table.members[key]
        yield Act(day, ME, do.AskToMeeting(meeting_id=meeting_id, member_id=member))
        if key in met.coming:
            yield Act(day, key, do.AnswerMeeting(meeting_id=meeting_id, answer="coming"))
        if key in met.not_coming:
            yield Act(day, key, do.AnswerMeeting(meeting_id=meeting_id, answer="not_coming"))
    if met.matters:
        yield Act(max(met.planned - 1, 0), ME, do.SayWhatMatters(meeting_id=meeting_id, words=met.matters))
    if met.day > 0:
        yield Act(met.day, ME, do.StartMeeting(meeting_id=meeting_id))
        yield Act(met.day, ME, do.EndMeeting(meeting_id=meeting_id), lasts=met.minutes)


def _starts_at(table: Table, met: Met) -> datetime:
    return datetime.combine(table.today - timedelta(days=met.day), time(met.hour), tzinfo=clock.COPENHAGEN)
