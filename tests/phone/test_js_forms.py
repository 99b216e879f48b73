"""Forms of change with scripts: one change for a double click, and on to where the form leads, as without scripts."""

from playwright.sync_api import expect

from tests.browsing import Windows
from tests.phone.table import lay_out, number_of, open_board, open_step, plan_of, settle, tell
from tests.server import Server


def test_a_double_click_is_one_change(windows: Windows, demo_server: Server) -> None:
    phone = windows.open_as("citizen", demo_server)
    step = lay_out(phone, "Vask op")
    before = number_of(open_step(phone, step))
    phone.get_by_role("button", name="Gør det til en aftale").dblclick()
    expect(phone.locator("#room")).to_have_attribute("data-status", "agreed")
    phone.locator("#remark").fill("Nu er det aftalt")
    phone.get_by_role("button", name="Send").dblclick()
    expect(phone.locator(".remark__words")).to_have_text(["Nu er det aftalt"])
    expect(phone.locator("#remark")).to_have_value("")
    expect(phone.locator("[data-made]")).to_have_count(0)
    assert number_of(phone) == before + 2


def test_a_new_step_leads_to_the_board_where_it_stands(windows: Windows, demo_server: Server) -> None:
    phone = windows.open_as("citizen", demo_server)
    phone.goto(f"/plans/{plan_of(phone)}/steps/new/")
    settle(phone)
    phone.locator("#title").fill("Plant en tomat")
    phone.get_by_role("button", name="Skriv det på tavlen").dblclick()
    phone.wait_for_url(lambda address: "/steps/new/" not in address)
    expect(phone.locator(".card h3", has_text="Plant en tomat")).to_have_count(1)


def test_what_is_removed_leads_to_where_it_can_be_brought_back(windows: Windows, demo_server: Server) -> None:
    phone = windows.open_as("citizen", demo_server)
    step = lay_out(phone, "Sælg bilen")
    open_step(phone, step).locator("summary", has_text="Fjern").click()
    phone.get_by_role("button", name="Fjern skridtet").click()
    phone.wait_for_url(lambda address: "/steps/" not in address)
    gone = phone.locator(".gone", has_text="Sælg bilen")
    gone.get_by_role("button", name="Fortryd").click()
    expect(phone.locator(f"#s-{step}")).to_be_attached()


def test_what_was_removed_comes_back_by_one_press(windows: Windows, demo_server: Server) -> None:
    phone = windows.open_as("citizen", demo_server)
    step = lay_out(phone, "Mød op til tiden")
    tell(phone, "remark_on_step", remark_id=step, step_id=step, words="Kl. 9", audience="us")
    open_step(phone, step).locator(".remark").get_by_role("button", name="Fjern").click()
    expect(phone.locator(".remark")).to_have_count(0)
    phone.get_by_role("button", name="Fortryd").first.click()
    expect(phone.locator(".remark__words")).to_have_text(["Kl. 9"])


def test_a_quick_exit_leaves_nothing_on_the_phone(windows: Windows, demo_server: Server) -> None:
    phone = windows.open_as("citizen", demo_server)
    open_board(phone)
    phone.route("**/api/plans/*/changes?*", lambda route: route.abort())
    phone.evaluate("document.querySelector('[data-leave]').dataset.leave = '/healthz'")
    phone.get_by_role("button", name="Hurtig ud").click()
    phone.wait_for_url("**/healthz")
    assert phone.evaluate("indexedDB.databases().then(all => all.length)") == 0
    assert phone.evaluate("sessionStorage.length") == 0


def test_what_is_refused_out_of_sight_has_a_way_to_it(windows: Windows, demo_server: Server) -> None:
    page = windows.open_as("citizen", demo_server)
    page.goto(f"/plans/{plan_of(page)}/network/")
    settle(page)
    page.get_by_text("Sæt en person på kortet").click()
    page.get_by_label("Hvad kalder du dem?").fill(" ")
    page.get_by_role("button", name="Sæt på kortet").first.click()
    expect(page.locator("#refused li")).to_have_count(1)
    page.locator("#needs-pill").click()
    expect(page.locator("#needs")).to_be_in_viewport()
    page.get_by_role("button", name="Lad det ligge").click()
    expect(page.locator("#needs-pill")).to_be_hidden()
