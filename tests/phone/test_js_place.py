"""A place that others would read: asked about in the dialogue and after the signal, with one tap each way."""

from playwright.sync_api import Page, expect

from tests.browsing import DESK, Windows
from tests.phone.line import line_to
from tests.phone.table import lay_out, plan_of, settle, tell
from tests.phone.test_offline_private import person_called
from tests.server import Server

PROTECTED, CONSULTANT = "Emil Sandager", "Amina Klitmark"
PLACE, OTHER = "Kom til Blåhejrevej 12", "Tag toget til 8000 Aarhus"


def somebody_at_the_table(emil: Page) -> str:
    """The id of somebody he could share a step with."""
    step = lay_out(emil, "Tal med Line")
    emil.goto(f"/plans/{plan_of(emil)}/steps/{step}/")
    return str(emil.locator("form:has([value=share_step]) [name=member_id]").first.get_attribute("value"))


def test_asked_in_the_dialogue_and_after_the_signal_and_answered_with_one_tap(
    windows: Windows, demo_server: Server
) -> None:
    with line_to(demo_server.url) as line:
        emil = windows.open_as(person_called(PROTECTED, windows, demo_server), demo_server)
        plan, tanja = plan_of(emil), somebody_at_the_table(emil)
        amina = person_called(CONSULTANT, windows, demo_server)
        desk = windows.open_as(amina, demo_server, base_url=line.url, viewport=DESK)
        desk.goto(f"/plans/{plan}/")
        settle(desk)
        hers = lay_out(desk, "Tal med Tanja")
        desk.locator(f"#s-{hers} a").first.click()
        expect(desk.locator("dialog#sheet #guard")).to_contain_text("Adressen er beskyttet")
        tell(emil, "share_step", step_id=hers, member_id=tanja)
        desk.locator("#sheet").get_by_text("Ret teksten").click()
        title = desk.locator("#sheet #text-title")
        title.fill(PLACE)
        title.press("Enter")
        asked = desk.locator("#sheet #refused li")
        expect(asked).to_contain_text("Blåhejrevej 12")
        expect(asked.locator("[data-slot=words]")).to_have_text(PLACE)
        asked.get_by_role("button", name="Del alligevel").click()
        expect(asked).to_have_count(0)
        expect(desk.locator("#sheet h1")).to_have_text(PLACE)

        line.cut()
        title.fill(OTHER)
        title.press("Enter")
        expect(desk.locator("#sheet h1")).to_have_text(OTHER)
        line.mend()
        desk.evaluate("dispatchEvent(new Event('online'))")
        expect(asked).to_contain_text("8000 Aarhus")
        asked.get_by_role("button", name="Del det ikke").click()
        expect(asked).to_have_count(0)
        expect(desk.locator("#sheet h1")).to_have_text(PLACE)
