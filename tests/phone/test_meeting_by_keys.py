"""A whole meeting, led by the citizen with keys alone, with scripts and without; the focus is never lost."""

import uuid

import pytest
from playwright.sync_api import Page, expect

from tests.browsing import PHONE, Windows
from tests.phone.hands import SOON
from tests.phone.keyboard import button, fold, press, write
from tests.phone.table import plan_of, tell
from tests.server import Server


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])
def test_from_its_beginning_to_how_it_was(windows: Windows, demo_server: Server, scripts: bool) -> None:
    phone = windows.open_as("citizen", demo_server, viewport=PHONE, java_script_enabled=scripts)
    words = f"Nyt køkken {uuid.uuid4().hex[:6]}"
    open_meeting(phone)
    is_begun_and_led_to_what_is_hard(phone, words)
    what_is_said_becomes_steps_and_voices(phone, words)
    press(phone, button(phone, "Slut mødet"))
    expect(phone.locator("article.minutes")).to_contain_text(f"Mål {words} op")
    press(phone, button(phone, "Ja, det passer"))
    expect(button(phone, "Ja, det passer")).to_have_count(0)
    heard = phone.locator(".rating__scale").first.locator(".score").last
    press(phone, heard)
    expect(heard).to_have_attribute("aria-pressed", "true")
    if scripts:
        expect(heard).to_be_focused()


def is_begun_and_led_to_what_is_hard(phone: Page, words: str) -> None:
    press(phone, button(phone, "Begynd mødet"))
    expect(phone.locator("#room[data-state=open]")).to_be_visible()
    goes_on(phone, "since_last")
    press(phone, phone.get_by_role("button", name="Det her er jeg mest stolt af").first)
    expect(phone.locator(".rising .is-proud")).to_have_count(1)
    goes_on(phone, "strengths")
    goes_on(phone, "life_goal")
    press(phone, fold(phone, "Skriv den om"))
    write(phone, phone.get_by_label("Sådan vil jeg gerne have det"), words)
    press(phone, button(phone, "Gem min drøm"))
    expect(phone.locator("#mt-stage").get_by_text(words).first).to_be_visible()
    goes_on(phone, "hard")
    write(phone, phone.get_by_label("Hvad er svært lige nu?"), f"Regningen {words}")
    press(phone, button(phone, "Sig det her"))
    expect(phone.locator("#mt-stage li").filter(has_text=f"Regningen {words}")).to_be_visible()


def what_is_said_becomes_steps_and_voices(phone: Page, words: str) -> None:
    goes_on(phone, "who_when")
    write(phone, phone.get_by_role("textbox", name="Skriv et skridt, mens I taler"), f"Mål {words} op @mig i morgen")
    phone.keyboard.press("Enter")
    expect(phone.locator("li.room-card:not([data-made])").filter(has_text=f"Mål {words} op")).to_be_visible()
    goes_on(phone, "agreed")
    agreement = phone.locator("li.agreement").filter(has_text=f"Mål {words} op")
    expect(agreement.locator(".v-agreed")).to_be_visible()  # what one takes on oneself has one's yes
    press(phone, agreement.get_by_role("button", name="Ikke endnu"))
    expect(agreement.locator(".v-not_yet")).to_be_visible()
    goes_on(phone, "take_home")
    write(phone, phone.get_by_label("Hvilket ord tager du med hjem?"), "Mod")
    press(phone, button(phone, "Sig det"))
    expect(phone.locator(".words-home")).to_contain_text("Mod")


def open_meeting(phone: Page) -> None:
    """A meeting that the citizen has asked for, with something done since last; its page lies open."""
    meeting, step = str(uuid.uuid4()), str(uuid.uuid4())
    plan = plan_of(phone)
    tell(phone, "add_step", step_id=step, title="Ryd op i skuret")
    tell(phone, "move_step", step_id=step, status="done")
    tell(phone, "plan_meeting", meeting_id=meeting, meeting_kind="network_meeting", starts_at=SOON, purpose="Køkkenet")
    phone.goto(f"/plans/{plan}/meetings/{meeting}/")


def goes_on(phone: Page, stage: str) -> None:
    press(phone, phone.locator("#mt-next button"))
    expect(phone.locator(f"#stage[data-stage={stage}]")).to_be_visible()
