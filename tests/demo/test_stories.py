"""The stories as they are written: believable, kind, readable, and each its own."""

from collections import Counter
from collections.abc import Callable, Iterator
from statistics import mean

import pytest

from backend.demo.stories import STORIES
from backend.demo.stories.consents import ASKED, NOT_ANSWERED
from backend.demo.stories.networks import NETWORKS
from backend.demo.story import ME, US, Day, Friend, Helper, Step, Story
from backend.demo.town import COLLEAGUES, PARTNERS
from tests.demo.readable import FORBIDDEN, lix, own_texts_of, texts_of

each_story = pytest.mark.parametrize("story", STORIES, ids=lambda story: story.key)


@each_story
def test_no_text_calls_a_citizen_or_a_life_what_nobody_wants_to_be_called(story: Story) -> None:
    assert [text for text in texts_of(story) if FORBIDDEN.search(text)] == []


@each_story
def test_the_citizens_own_words_are_easy_to_read(story: Story) -> None:
    assert mean(lix(text) for text in own_texts_of(story)) <= 34


def test_nobody_is_a_copy_of_another() -> None:
    titles = Counter(step.title for story in STORIES for step in story.steps)
    dreams = Counter(words for story in STORIES for _day, words in story.dreams)
    strengths = Counter(strength.words for story in STORIES for strength in story.strengths)
    names = Counter([story.name for story in STORIES] + [one.name for one in (*PARTNERS, *COLLEAGUES)])
    assert [text for found in (titles, dreams, strengths, names) for text, times in found.items() if times > 1] == []


def test_each_consultant_has_fifteen_citizens() -> None:
    assert Counter(story.consultant for story in STORIES) == {"amina": 15, "torben": 15, "lone": 15}


def test_phone_numbers_call_nobody() -> None:
    assert all(colleague.phone.startswith("01 ") for colleague in COLLEAGUES)


@each_story
def test_nobody_acts_before_they_came_to_the_table(story: Story) -> None:
    since = {ME: story.began, US: story.began, **{one.key: one.since for one in story.table}}
    assert [what for what, who, day in _acting(story) if day > since[who]] == []


def _acting(story: Story) -> Iterator[tuple[str, str, Day]]:
    """What, who and when, of everything that somebody does or is given to do."""
    yield from ((one.key, ME, one.since) for one in story.table)
    yield from ((words, ME, day) for day, words in story.dreams)
    yield from ((strength.words, strength.by, strength.on) for strength in story.strengths)
    yield from ((goal.title, goal.by, goal.on) for goal in story.goals)
    for step in story.steps:
        yield (step.title, step.by, step.on)
        yield (step.title, step.who or ME, step.on)
        yield from ((said[2], said[0], said[1]) for said in step.talk)


@each_story
def test_a_card_lives_forwards_in_time(story: Story) -> None:
    for step in story.steps:
        days = [step.on, step.began, step.since]
        known = [day for day in days if day is not None]
        assert known == sorted(known, reverse=True), step.title
        assert all(said[1] <= step.on for said in step.talk), step.title
        assert step.status != "done" or (step.since is not None and step.carried), step.title


@each_story
def test_a_goal_is_there_before_what_hangs_on_it(story: Story) -> None:
    goals = {goal.key: goal for goal in story.goals}
    above = [(goal.part_of, goal.on, goal.title) for goal in story.goals]
    above += [(step.goal, step.on, step.title) for step in story.steps]
    assert [title for goal, day, title in above if goal and goals[goal].on < day] == []


@each_story
def test_only_those_who_may_see_a_card_talk_about_it(story: Story) -> None:
    goals = {goal.key: goal.to for goal in story.goals}
    for step in story.steps:
        sees = {ME, US, step.by, step.who, *step.to, *goals.get(step.goal or "", ())}
        assert {said[0] for said in step.talk} <= sees, step.title
        assert {*step.no, *step.not_yet} <= {ME, US, step.who}, step.title


def test_a_network_is_of_a_story_and_lives_forwards() -> None:
    stories = {story.key: story for story in STORIES}
    for key, network in NETWORKS.items():
        table = {US} | {one.key for one in stories[key].table}
        for known in network:
            days = [stories[key].began, known.on, *(day for day, _near in known.moved)]
            assert days == sorted(days, reverse=True), (key, known.name)
            assert known.key is None or known.key in table, (key, known.name)
        assert len({known.name for known in network}) == len(network), key


def test_a_consent_is_of_a_story_and_lives_forwards() -> None:
    stories = {story.key: story for story in STORIES}
    assert stories.keys() >= NOT_ANSWERED
    for key, asked in ASKED.items():
        for one in asked:
            days = [stories[key].began, one.on, one.given, one.withdrawn]
            known = [day for day in days if day is not None]
            assert known == sorted(known, reverse=True), key
            assert not FORBIDDEN.search(" ".join((one.giver, one.receiver, one.what, one.why)))


def test_the_practices_are_all_there() -> None:
    assert min(story.age for story in STORIES) < 16
    assert any(story.age == 16 for story in STORIES)
    assert sum(story.protected for story in STORIES) >= 2
    assert any(len(story.dreams) >= 3 for story in STORIES)
    assert any(not story.table and len(story.steps) > 8 for story in STORIES), "somebody with nobody in the network"
    assert any(not story.dreams and not story.goals and len(story.steps) == 1 for story in STORIES), "just started"
    assert _has(lambda step: bool(step.no)) and _has(lambda step: bool(step.not_yet)) and _has(lambda step: step.waits)
    assert {step.status for story in STORIES for step in story.steps} == {
        "wish", "agreed", "doing", "done", "paused", "dropped",
    }  # fmt: skip


def _has(is_so: Callable[[Step], bool]) -> bool:
    return any(is_so(step) for story in STORIES for step in story.steps)


def test_everyone_at_a_table_is_introduced() -> None:
    partners = {partner.key for partner in PARTNERS}
    for story in STORIES:
        assert story.line
        for one in story.table:
            assert one.line if isinstance(one, Friend) else isinstance(one, Helper) and one.who in partners
