"""From a story to its acts: who says what to the plan on which day, in the order in which it would have happened."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Literal

from backend.plans import commands as do

from .act import Act, Table, id_of, since_of
from .course_acts import afterwards_of, course_of
from .handed_acts import handed_on
from .measured_acts import measured_of
from .meeting_acts import acts_around_meetings
from .message_acts import messages_of
from .offer_acts import offers_of
from .progress_acts import small_steps_of
from .step_acts import StepActs
from .stories.consents import ASKED, NOT_ANSWERED
from .stories.networks import NETWORKS
from .story import ME, US, Goal, Helper, Known, Story, Strength
from .taken_part_acts import taken_part_of


def acts_of(story: Story, table: Table) -> list[Act]:
    """Every act of a story, oldest first; those of one day in the order table, dream, network, goals, and so
    on; a meeting ends when all else of its day is said."""
    acts = [*_table(story, table), *_consents(story, table), *_dreams(story)]
    for known in NETWORKS.get(story.key, ()):
        acts += _known(story, table, known)
    for goal in story.goals:
        acts += _goal(story, table, goal)
    for strength in story.strengths:
        acts += _strength(story, table, strength)
    for number, step in enumerate(story.steps):
        acts += StepActs(story, table, step, number).told()
    acts += acts_around_meetings(story, table)
    acts += messages_of(story)
    acts += small_steps_of(story, table)
    acts += taken_part_of(story, table)
    acts += measured_of(story, table)
    acts += course_of(story, table)
    acts += offers_of(story, table)
    acts += afterwards_of(story, table)
    acts += handed_on(story, table)
    return sorted(acts, key=lambda act: (-act.day, act.lasts))


def _table(story: Story, table: Table) -> Iterator[Act]:
    for one in story.table:
        role: Literal["professional", "supporter"] = "professional" if isinstance(one, Helper) else "supporter"
        member, person = table.members[one.key], table.people[one.key]
        yield Act(one.since, ME, do.AddMember(member_id=member, person_id=person, role=role, relation=one.relation))
        if isinstance(one, Helper) and one.until is not None:
            yield Act(one.until, ME, do.EndMember(member_id=member))


def _consents(story: Story, table: Table) -> Iterator[Act]:
    """Yes to a plan on the first day; and what the consultant has asked about sharing since."""
    if story.key not in NOT_ANSWERED:
        yield Act(story.began, ME, do.GiveConsent(question_id=table.question, version=1))
    for number, one in enumerate(ASKED.get(story.key, ())):
        question_id = id_of(story, "question", number)
        yield Act(one.on, US, do.AskConsent(
            question_id=question_id, giver=one.giver, receiver=one.receiver, what=one.what, why=one.why,
            until=table.today + timedelta(days=one.lasts - one.on),
        ))  # fmt: skip
        if one.given is not None:
            yield Act(one.given, ME, do.GiveConsent(question_id=question_id, version=1))
        if one.withdrawn is not None:
            yield Act(one.withdrawn, ME, do.WithdrawConsent(question_id=question_id))


def _dreams(story: Story) -> Iterator[Act]:
    was = ""
    for day, words in story.dreams:
        yield Act(day, ME, do.WriteLifeGoal(words=words, was=was))
        was = words
    if story.open_room and story.dreams:
        yield Act(story.dreams[0][0], ME, do.ShowInRoom(subject="life_goal"))


def _known(story: Story, table: Table, known: Known) -> Iterator[Act]:
    """Somebody on the map; who comes to the table later gets their place there on that day."""
    one = id_of(story, "known", known.name)
    yield Act(known.on, ME, do.AddNetworkMember(
        network_member_id=one, name=known.name, relation=known.relation, near=known.near, does=known.does,
    ))  # fmt: skip
    if known.key:
        day = known.on if known.key == US else min(known.on, since_of(story, known.key))
        yield Act(day, ME, do.LinkNetworkMember(network_member_id=one, member_id=table.members[known.key]))
    for day, near in known.moved:
        yield Act(day, ME, do.MoveNetworkMember(network_member_id=one, near=near))


def _goal(story: Story, table: Table, goal: Goal) -> Iterator[Act]:
    """A goal; what is hard about it is always written by the citizen."""
    goal_id = id_of(story, "goal", goal.key)
    theirs = goal.by == ME
    yield Act(goal.on, goal.by, do.AddGoal(
        goal_id=goal_id, title=goal.title, life_area=goal.area, community=goal.community,
        challenge=goal.challenge if theirs else "",
        part_of=id_of(story, "goal", goal.part_of) if goal.part_of else None,
    ))  # fmt: skip
    if goal.challenge and not theirs:
        yield Act(goal.on, ME, do.RewordGoal(goal_id=goal_id, field="challenge", text=goal.challenge, was=""))
    for key in goal.to:
        yield Act(min(goal.on, since_of(story, key)), ME, do.ShareGoal(goal_id=goal_id, member_id=table.members[key]))
    if goal.in_room if goal.in_room is not None else story.open_room:
        yield Act(goal.on, ME, do.ShowInRoom(subject="goal", subject_id=goal_id))
    if goal.reached is not None:
        yield Act(goal.reached, ME, do.ReachGoal(goal_id=goal_id))


def _strength(story: Story, table: Table, strength: Strength) -> Iterator[Act]:
    strength_id = id_of(story, "strength", strength.words)
    yield Act(strength.on, strength.by, do.SuggestStrength(strength_id=strength_id, words=strength.words))
    if strength.by != ME and strength.answer != "waits":
        answer = do.AcceptStrength if strength.answer == "yes" else do.DeclineStrength
        yield Act(strength.on - 1, ME, answer(strength_id=strength_id))
    for key in strength.to:
        shared = do.ShareStrength(strength_id=strength_id, member_id=table.members[key])
        yield Act(min(strength.on - 1, since_of(story, key)), ME, shared)
