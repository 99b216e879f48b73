"""Every address and operation x 22 kinds of person x 5 states of what is asked for: answered as the table says.

Where the answer is that nothing is here, it is the same to the byte, whether the thing is hidden, removed, forgotten,
another's or was never there. And Hurtig ud stands on every page that anybody is shown.
"""

import json
import time
from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from backend.common.ids import new_id
from tests.access.kinds import DESKS, JUDGED_AS, STATES, Town, build
from tests.access.table import NOT_HERE, TABLE_OF_ACCESS, Row
from tests.access.test_way_out import can_be_followed, leads_out
from tests.access.visitors import addresses, filled
from tests.plans.pictures import photo

MOST_SECONDS = 90  # of one processor
LAST = ("devices_share", "devices_end", "sign_out", "leave")  # what changes or ends a session
SIGNING_IN = ("sign_out", "sign_in_ask", "sign_in_passkey", "account_confirm_login_code")
# A sheet's own states other than there: who is answered. What the citizen wrote and removed, they may bring back.
OWN_SHEETS = {"step": "step", "goal": "goal", "look_in_step": "step", "look_in_goal": "goal",
              "meeting": "meeting", "appointment": "meeting", "minutes": "held"}  # fmt: skip
SHEETS = {"hidden": ("citizen", "consultant", "looking_in"), "removed": ("citizen",), "forgotten": (), "never": ()}
STATES_OF = {"plan": ("hidden", "never"), "meeting": ("hidden", "forgotten", "never"), "held": ("hidden", "never")}
THE_WALL = {("screen", "plan"), ("screen", "screen")}  # nobody is behind it, and it has nothing to press
NOUNS = ("plan", "step", "goal", "member", "meeting", "held", "attachment")
Cell = tuple[str, dict[str, str]]


@pytest.fixture
def town(db: None) -> Town:
    return build()


def cells() -> Iterator[Cell]:
    """(row, the state of each noun in its address): one after the other in each state, the rest there."""
    routes = addresses()
    for name in sorted(TABLE_OF_ACCESS, key=lambda name: (TABLE_OF_ACCESS[name].method, (name in LAST), name)):
        nouns = [noun for noun in NOUNS if f"{noun}_id>" in routes[name]]
        yield name, dict.fromkeys(nouns, "there")
        for noun in nouns:
            for state in STATES_OF.get(noun, STATES[1:]):
                yield name, {**dict.fromkeys(nouns, "there"), noun: state}


def is_open(name: str, who: str, states: dict[str, str]) -> bool:
    """What the table says of this cell."""
    judged, away = JUDGED_AS[who], {noun: state for noun, state in states.items() if state != "there"}
    if name in ("desk", "desk_look", "hours", "ready") and who in DESKS:
        return True
    if name == "appointment" and states["meeting"] == "forgotten" and states["plan"] == "there":
        return judged in ("citizen", "consultant")  # a calendar is told that it is called off
    if who == "closed screen":
        return "nobody" in TABLE_OF_ACCESS[name].open_to
    is_seen = not away or (list(away) == [OWN_SHEETS.get(name)] and judged in SHEETS[next(iter(away.values()))])
    return judged in TABLE_OF_ACCESS[name].open_to and is_seen


def asked(town: Town, client: Client, name: str, states: dict[str, str]) -> Any:
    row, there = TABLE_OF_ACCESS[name], dict.fromkeys(town.things, "there") | states
    ids = {f"{noun}_id": town.things[noun][state] for noun, state in there.items()}
    url = filled(addresses()[name], **ids)
    sends = {key: str(new_id()) if value == "new" else value for key, value in row.sends.items()}
    if row.is_json:
        return client.post(url, json.dumps(sends), content_type="application/json")
    if row.brings:
        sends[row.brings] = SimpleUploadedFile("IMG_1.jpg", photo(size=(64, 48)))
    return client.get(url, sends) if row.method == "GET" else client.post(url, sends)


def is_answered_so(row: Row, name: str, who: str, states: dict[str, str], answer: Any) -> bool:
    status, to_sign_in = answer.status_code, answer.headers.get("Location", "").startswith(settings.LOGIN_URL)
    if is_open(name, who, states):
        return status == 200 or (status in (302, 303) and (name in SIGNING_IN or not to_sign_in))
    if JUDGED_AS[who] == "screen" and status == 302:
        return to_sign_in
    expected = row.nobody if JUDGED_AS[who] == "nobody" else row.others
    return status == expected and (expected != 302 or to_sign_in)


def told(answer: Any) -> tuple[Any, ...]:
    """All that comes over the line, but for when."""
    headers = {name: value for name, value in answer.headers.items() if name != "Date"}
    return answer.status_code, sorted(headers.items()), sorted(answer.cookies), answer.content


def test_every_cell(town: Town) -> None:
    began, many = time.process_time(), 0
    for who, browser in town.browsers.items():
        nothings, came_with = dict[str, tuple[Any, ...]](), browser.cookies.output(attrs=[], header="", sep=";")
        for name, states in cells():
            if JUDGED_AS[who] == "nobody":
                browser.cookies.clear()  # an answer takes away a cookie that counts no more
                browser.cookies.load(came_with)
            answer = asked(town, browser, name, states)
            many += 1
            cell = (who, name, states, answer.status_code)
            assert is_answered_so(TABLE_OF_ACCESS[name], name, who, states, answer), cell
            assert leads_out(answer) or (who, name) in THE_WALL or name == "leave", cell
            assert can_be_followed(answer), cell
            if answer.status_code == NOT_HERE:
                if answer.cookies:  # now and then any answer renews the session: that is when, and not what
                    answer = asked(town, browser, name, states)
                family = f"{answer.headers['Content-Type']} {'of a plan' if 'plan' in states else ''}"
                assert nothings.setdefault(family, told(answer)) == told(answer), cell
    seconds = time.process_time() - began
    print(f"{many} cells in {seconds:.0f} s")
    assert seconds <= MOST_SECONDS
