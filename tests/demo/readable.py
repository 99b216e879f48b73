"""What can be read of a story, and how hard it is to read."""

import re
from collections.abc import Iterator

from backend.demo.stories.course import LETTERS
from backend.demo.stories.networks import NETWORKS
from backend.demo.story import ME, Story

FORBIDDEN = re.compile(
    r"\b(klient\w*|bruger(e|en|ne|s|nes)?|sag(en|er|erne|s)?|sagsbehandler\w*|problem\w*|underretning\w*)\b", re.I
)


def texts_of(story: Story) -> Iterator[str]:
    """Every text of a plan."""
    yield from (words for _day, words in story.dreams)
    yield from (strength.words for strength in story.strengths)
    for goal in story.goals:
        yield from (goal.title, goal.challenge, goal.community)
    for step in story.steps:
        yield from (step.title, step.words, step.how, step.learned)
        yield from (said[2] for said in step.talk)
    yield from (one.relation for one in story.table)
    yield from (words for _day, words in LETTERS.get(story.key, ()))
    yield from (text for known in NETWORKS.get(story.key, ()) for text in (known.name, known.does))


def own_texts_of(story: Story) -> Iterator[str]:
    """The citizen's own words: dreams, what is hard, steps, remarks."""
    yield from (words for _day, words in story.dreams)
    yield from (goal.challenge for goal in story.goals if goal.challenge)
    for step in story.steps:
        yield from (text for text in (step.words, step.learned) if text)
        yield from (said[2] for said in step.talk if said[0] == ME)
        if step.by == ME:
            yield step.title
    yield from (words for _day, words in LETTERS.get(story.key, ()))
    yield from (known.does for known in NETWORKS.get(story.key, ()) if known.does)


def lix(text: str) -> float:
    """Läsbarhetsindex (Björnsson 1968): words per sentence, and the percentage of words longer than six letters."""
    words = re.findall(r"\w+", text)
    sentences = max(1, len(re.findall(r"[.!?:]+(?:\s|$)", text)))
    return len(words) / sentences + 100 * sum(len(word) > 6 for word in words) / len(words)
