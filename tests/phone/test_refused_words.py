"""What is refused comes back with all that its person has typed, whatever it was: to be read, and to be copied."""

import re
from typing import Any

from playwright.sync_api import expect

from tests.browsing import Windows
from tests.phone.hands import Case, Hands, new_id
from tests.phone.offline_cases import CASES
from tests.phone.table import plan_of, settle
from tests.phone.test_outbox_releases import KEEP, kept
from tests.server import Server

REFUSED = {"status": "refused", "why": "Det er her ikke mere.", "code": "not_here"}
NO_WORDS = re.compile(r"[\d:T.-]+")  # days, times and hours


class Reading(Hands):
    """Nobody does anything: only what each case types is looked at."""

    def __init__(self) -> None:
        super().__init__({}, "1")

    def do(self, kind: str, *, by: str = "citizen", **fields: Any) -> None:
        pass

    def page(self, path: str) -> str:
        return f'name="progress_area_id" value="{new_id()}"'

    def sister(self) -> str:
        return new_id()

    def look_in(self) -> str:
        return new_id()

    def free_at_table(self) -> str:
        return new_id()

    def read(self, by: str) -> None:
        pass

    def someone_says_yes(self, invitation_id: str) -> None:
        pass

    def end_open_meeting(self) -> None:
        pass

    def wall(self) -> None:
        pass

    def stage(self, meeting_id: str, words: str) -> None:
        pass


def typed_in(case: Case) -> list[str]:
    return [text for text in case.texts.values() if not NO_WORDS.fullmatch(text)]


ALL = [(kind, prepare(Reading())) for kind in sorted(CASES) for prepare in CASES[kind]]
MORE = [
    ("add_step", {"title": "Køb en hat", "words": "", "how": "Med bussen\nog hjem"}),
    ("plan_meeting", {"purpose": "Om huset", "place": "Caféen", "link": "https://moede.example.dk/8"}),
    ("add_goal", {"title": "En båd", "community": "Sejlklubben", "challenge": "Vinteren"}),
    ("invite", {"name": "Ida", "relation": "Min fætter", "asks": "Gå med mig"}),
    ("add_offer", {"title": "Værksted", "delivered_by": "Højskolen", "follows": "Hver mandag"}),
]


def test_everything_that_was_typed_is_shown(windows: Windows, demo_server: Server) -> None:
    told = [
        (kind, {**case.hidden, **case.texts, **case.choices}, typed_in(case)) for kind, case in ALL if typed_in(case)
    ]
    told += [(kind, fields, [text for text in fields.values() if text]) for kind, fields in MORE]
    assert len(told) > len(CASES) / 4
    phone = windows.open_as("citizen", demo_server)
    plan = plan_of(phone)
    items = [kept(kind, {**fields, "step_id": new_id()}, plan, outcome=REFUSED) for kind, fields, _ in told]
    phone.evaluate(KEEP, [phone.locator("html").get_attribute("data-person"), items])
    phone.reload()
    settle(phone)
    expect(phone.locator("#refused li")).to_have_count(len(items))
    shown = phone.locator("#refused li").evaluate_all(
        "all => all.map((one) => one.querySelector('blockquote').textContent)"
    )
    for (kind, _, texts), words in zip(told, shown, strict=True):
        assert [text for text in texts if text not in words] == [], kind
    expect(phone.locator("#refused [data-do=copy]").filter(visible=True)).to_have_count(len(items))


def test_what_was_chosen_is_not_shown_as_words(windows: Windows, demo_server: Server) -> None:
    phone = windows.open_as("citizen", demo_server)
    chosen = {"step_id": new_id(), "due": "2031-05-04", "status": "doing", "relation": "kin"}
    item = kept("add_network_member", chosen, plan_of(phone), outcome=REFUSED)
    phone.evaluate(KEEP, [phone.locator("html").get_attribute("data-person"), [item]])
    phone.reload()
    settle(phone)
    expect(phone.locator("#refused li")).to_have_count(1)
    expect(phone.locator("#refused blockquote")).to_be_hidden()
    expect(phone.locator("#refused [data-do=copy]")).to_be_hidden()
