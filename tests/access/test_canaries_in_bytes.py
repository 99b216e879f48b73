"""Every byte of every address: no visitor receives a canary that is not theirs, allowed page or 404 alike."""

import re
from collections.abc import Iterator
from uuid import UUID

import pytest
from django.test import Client

from citizen_app import fragments
from tests.access.rich import Rich, plant
from tests.access.visitors import AT_THE_TABLE, addresses, browsers, filled, told_by


@pytest.fixture
def rich(db: None) -> Rich:
    return plant()


def every_url(rich: Rich) -> list[str]:
    """Every address with every plan, step and goal there is."""
    urls = []
    for route in addresses().values():
        for plan_id in (rich.cast.plan_id, rich.other_plan):
            for step_id in rich.steps if "step_id" in route else rich.steps[:1]:
                for goal_id in rich.goals if "goal_id" in route else rich.goals[:1]:
                    urls += [
                        filled(route, plan_id=plan_id, step_id=step_id, goal_id=goal_id, **more)
                        for more in others_in(rich, route)
                    ]
    return sorted({*urls, *(f"{url}?{query}" for url in urls if url.endswith("/") for query in _queries(url))})


def others_in(rich: Rich, route: str) -> list[dict[str, UUID]]:
    if "attachment_id" in route:
        return [{"attachment_id": one} for one in rich.attachments]
    meetings = rich.meetings if "meeting_id" in route or "held_id" in route else rich.meetings[:1]
    return [{"meeting_id": one, "held_id": one} for one in meetings]


def _queries(url: str) -> tuple[str, ...]:
    """The ways to open a plan's first page."""
    return ("view=board", "view=way", "removed=1") if url.count("/") == 3 and "/plans/" in url else ()


def catch_ups(rich: Rich) -> list[str]:
    """Everything that ever happened, drawn for every page."""
    pages = [*fragments._pages, "board"]
    subjects = {"step": rich.steps, "goal": rich.goals, "meeting": rich.meetings}
    named = [f"{page}:{one}" for page in pages for one in subjects.get(page, ())] + pages
    return [
        f"/api/plans/{rich.cast.plan_id}/catch-up?after={n}&page={page}" for page in sorted(set(named)) for n in (0, 3)
    ]


def received(client: Client, urls: list[str]) -> Iterator[tuple[str, str]]:
    """(address, canary) for every canary in an answer: its body, its headers."""
    for url in urls:
        yield from ((url, canary) for canary in set(re.findall(r"kanarie\d+x", told_by(client.get(url)))))


def test_nobody_receives_a_byte_that_is_not_theirs_and_all_that_is(rich: Rich) -> None:
    """The second shows that the pages are drawn at all: each visitor's titles are on some page of theirs."""
    pages, urls, allowed = every_url(rich), catch_ups(rich), {**rich.at_most, **rich.exactly}
    for who, client in browsers(rich).items():
        on_pages = list(received(client, pages))
        wrong = [(url, text) for url, text in (*on_pages, *received(client, urls)) if who not in allowed[text]]
        assert not wrong, (who, wrong)
        theirs = {canary for canary, whose in rich.exactly.items() if who in whose}
        seen = {canary for _url, canary in on_pages} & theirs
        assert len(seen) >= len(theirs) * 0.6, who
        assert on_pages or who not in (*AT_THE_TABLE, "screen"), f"{who} reads something"
