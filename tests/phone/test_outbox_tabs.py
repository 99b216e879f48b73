"""However many tabs: one sends, all show the same, and what is settled in one is settled in all."""

from playwright.sync_api import Page, expect

from tests.browsing import Windows
from tests.phone.line import line_to
from tests.phone.table import card, expect_in, lay_out, number_of, open_board, open_step, plan_of, settle, tell
from tests.server import Server


def beside(page: Page) -> Page:
    """The same page in another tab."""
    other = page.context.new_page()
    other.goto(page.url)
    settle(other)
    return other


def test_what_waits_in_one_tab_waits_in_the_other(windows: Windows, demo_server: Server) -> None:
    with line_to(demo_server.url) as line:
        phone = windows.open_as("citizen", demo_server, base_url=line.url)
        step = lay_out(phone, "Skriv en liste")
        other = beside(open_board(phone))
        before = number_of(phone)
        line.cut()
        phone.locator(f"#s-{step} a").focus()
        phone.keyboard.press("Alt+ArrowRight")
        expect(other.locator(f"#in-agreed > #s-{step}[data-pending=venter]")).to_be_attached()
        expect(other.locator("#line")).to_contain_text("1 venter")
        line.mend()
        for tab in (phone, other):
            tab.evaluate("dispatchEvent(new Event('online'))")
            expect_in(tab, step, "agreed")
        assert number_of(other) == before + 1


def test_the_other_goes_on_when_one_dies_while_it_sends(windows: Windows, demo_server: Server) -> None:
    phone = windows.open_as("citizen", demo_server)
    step = lay_out(phone, "Køb en kam")
    sender, left = sending_and_left(phone, step)
    before = number_of(left)
    sender.close()
    left.context.unroute_all()
    expect_in(left, step, "agreed")
    assert number_of(left) == before + 1


def test_the_other_finds_out_when_one_dies_with_its_answer_untold(windows: Windows, demo_server: Server) -> None:
    phone = windows.open_as("citizen", demo_server)
    step = lay_out(phone, "Køb en kam")
    sender, left = sending_and_left(phone, step)
    sender.evaluate("BroadcastChannel.prototype.postMessage = () => undefined")
    sender.context.unroute_all()  # which lets the letter go on
    expect_in(sender, step, "agreed")
    sender.close()
    expect_in(left, step, "agreed")


def sending_and_left(phone: Page, step: str) -> tuple[Page, Page]:
    """Two tabs in which the card waits for an answer that does not come: the one that has asked, and the other."""
    other = beside(open_board(phone))
    phone.context.route("**/api/plans/*/changes?*", lambda route: None)
    with phone.context.expect_event("request", lambda sent: sent.method == "POST") as letter:
        phone.locator(f"#s-{step} a").focus()
        phone.keyboard.press("Alt+ArrowRight")
    for tab in (phone, other):
        expect(card(tab, step)).to_have_attribute("data-pending", "venter")
    sender = letter.value.frame.page
    return sender, other if sender == phone else phone


def test_what_came_back_is_settled_in_every_tab(windows: Windows, demo_server: Server) -> None:
    desk = windows.open_as("consultant", demo_server)
    step = lay_out(desk, "Tal med bankens folk")
    settle(desk)
    desk.locator(f"#s-{step} a").focus()
    desk.keyboard.press("Alt+ArrowRight")
    expect(desk.locator("#refused li")).to_contain_text("Det er et forslag")
    other = desk.context.new_page()
    other.goto(f"/plans/{plan_of(desk)}/strengths/")
    expect(other.locator("#needs .badge")).to_have_text("1")
    expect(other.locator("#refused li")).to_contain_text("Tal med bankens folk · Flyttet til Aftalt")
    other.locator("#refused [data-do=drop]").click()
    for tab in (desk, other):
        expect(tab.locator("#refused li")).to_have_count(0)
        expect(tab.locator("#needs")).to_be_hidden()
    desk.reload()
    settle(desk)
    expect(desk.locator("#refused li")).to_have_count(0)


def test_a_choice_between_two_texts_is_made_in_every_tab(windows: Windows, demo_server: Server) -> None:
    phone = windows.open_as("citizen", demo_server)
    step = lay_out(phone, "Find et fodboldhold")
    open_step(phone, step).get_by_text("Ret teksten").click()
    other = beside(phone)
    phone.locator("#text-how").fill("Med Bo")
    tell(phone, "reword_step", step_id=step, field="how", text="Med Anna", was="")
    phone.locator("form:has(#text-how) button:not(.newer)").click()
    expect(other.locator("#refused [data-slot=theirs]")).to_have_text("Med Anna")
    other.locator("#refused [data-do=mine]").click()
    for tab in (phone, other):
        expect(tab.locator("#refused li")).to_have_count(0)
        expect(tab.locator("[data-says=how]")).to_have_text("Med Bo")
