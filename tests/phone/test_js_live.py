"""What others do arrives by itself, and takes nothing from whoever is at the page."""

from playwright.sync_api import Page, expect

from tests.browsing import Windows
from tests.phone.line import line_to
from tests.phone.table import card, expect_in, lay_out, number_of, open_board, plan_of, settle, tell
from tests.server import Server


def both(windows: Windows, server: Server) -> tuple[Page, Page]:
    """The citizen's phone and the consultant's desk, at the same table."""
    desk = windows.open_as("consultant", server)
    phone = open_board(windows.open_as("citizen", server))
    desk.goto(f"/plans/{plan_of(phone)}/")
    settle(desk)
    return phone, desk


def test_a_step_moved_on_the_phone_moves_on_the_desk(windows: Windows, demo_server: Server) -> None:
    phone, desk = both(windows, demo_server)
    step = lay_out(phone, "Ring til lægen om en ny tid")
    expect_in(desk, step, "wish")
    tell(phone, "move_step", step_id=step, status="doing")
    expect_in(desk, step, "doing")
    expect_in(phone, step, "doing")
    assert number_of(desk) == number_of(phone)
    expect(desk.locator("#say")).to_contain_text("Ring til lægen om en ny tid")


def test_what_somebody_else_changes_takes_neither_text_nor_place(windows: Windows, demo_server: Server) -> None:
    phone, desk = both(windows, demo_server)
    step = lay_out(phone, "Find cyklen frem")
    phone.goto(f"/plans/{plan_of(phone)}/steps/{step}/")
    settle(phone)
    field = phone.locator("#remark")
    field.fill("Den står i kælderen")
    field.evaluate("field => { field.setSelectionRange(4, 9); scrollTo(0, 120) }")
    scrolled = phone.evaluate("scrollY")
    tell(desk, "set_due", step_id=step, due="2031-05-04")
    expect(phone.locator("#room .facts")).to_contain_text("2031")
    expect(field).to_be_focused()
    expect(field).to_have_value("Den står i kælderen")
    assert field.evaluate("field => [field.selectionStart, field.selectionEnd]") == [4, 9]
    assert phone.evaluate("scrollY") == scrolled


def test_a_menu_that_is_open_stays_open(windows: Windows, demo_server: Server) -> None:
    phone, desk = both(windows, demo_server)
    step = lay_out(phone, "Køb løbesko")
    phone.goto(f"/plans/{plan_of(phone)}/steps/{step}/")
    settle(phone)
    phone.get_by_text("Flyt til…").click()
    tell(desk, "set_due", step_id=step, due="2031-05-04")
    expect(phone.locator("#room .facts")).to_contain_text("2031")
    expect(phone.get_by_role("button", name="Klaret", exact=True).first).to_be_visible()


def test_words_that_another_has_changed_are_offered_not_forced(windows: Windows, demo_server: Server) -> None:
    desk = windows.open_as("consultant", demo_server)
    step = lay_out(desk, "Lån en bog")
    desk.goto(f"/plans/{plan_of(desk)}/steps/{step}/")
    settle(desk)
    desk.get_by_text("Ret teksten").click()
    desk.locator("#text-how").fill("Spørg på biblioteket")
    tell(desk, "reword_step", step_id=step, field="how", text="Vi går derhen sammen", was="")
    newer = desk.get_by_role("button", name="Ny udgave – vis")
    expect(newer).to_be_visible()
    expect(desk.locator("#text-how")).to_have_value("Spørg på biblioteket")
    newer.click()
    expect(desk.locator("blockquote.newer")).to_have_text("Vi går derhen sammen")


def test_words_for_which_there_is_no_place_any_more_can_be_copied(windows: Windows, demo_server: Server) -> None:
    phone, desk = both(windows, demo_server)
    step = lay_out(phone, "Lån en cykel", "done")
    phone.goto(f"/plans/{plan_of(phone)}/steps/{step}/")
    settle(phone)
    phone.locator("#learned").fill("Min bror siger ja, når jeg spørger")
    tell(desk, "move_step", step_id=step, status="doing")
    expect(phone.locator("#learned")).to_have_value("Min bror siger ja, når jeg spørger")
    phone.get_by_role("button", name="Ny udgave – vis").click()
    expect(phone.locator("#room")).to_have_attribute("data-status", "doing")
    expect(phone.locator("#refused")).to_contain_text("Min bror siger ja")


def test_a_line_that_was_cut_is_caught_up(windows: Windows, demo_server: Server) -> None:
    with line_to(demo_server.url) as line:
        desk = windows.open_as("consultant", demo_server)
        phone = open_board(windows.open_as("citizen", demo_server, base_url=line.url))
        desk.goto(f"/plans/{plan_of(phone)}/")
        step = lay_out(desk, "Tegn vejen derhen")
        expect_in(phone, step, "wish")
        line.cut()
        tell(desk, "set_due", step_id=step, due="2031-05-04")
        expect(phone.locator("#line")).to_contain_text("Du er offline")
        line.mend()
        phone.evaluate("dispatchEvent(new Event('online'))")
        expect(card(phone, step)).to_contain_text("2031")
        expect(phone.locator("#line")).to_be_empty()
        assert number_of(phone) >= 1


def test_whoever_is_signed_out_sees_nothing_more(windows: Windows, demo_server: Server) -> None:
    phone = open_board(windows.open_as("citizen", demo_server))
    phone.context.clear_cookies()
    phone.evaluate("dispatchEvent(new Event('online'))")
    phone.wait_for_url("**/sign-in/**")


def test_the_wall_says_since_when_its_line_is_lost(windows: Windows, demo_server: Server) -> None:
    with line_to(demo_server.url) as line:
        wall = windows.open_as("screen", demo_server, base_url=line.url)
        wall.goto(f"/plans/{plan_of(wall)}/screen/")
        settle(wall)
        line.cut()
        expect(wall.locator("#line[data-lost]")).to_contain_text("Du ser tavlen, som den var kl.")
        line.mend()
        wall.evaluate("dispatchEvent(new Event('online'))")
        expect(wall.locator("#line")).to_be_empty()
