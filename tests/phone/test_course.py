"""The course as the two walk it: moved at the desk, seen live on the phone, written on the phone, and on paper."""

from playwright.sync_api import Page, expect

from tests.browsing import Windows
from tests.phone.table import plan_of, settle
from tests.server import Server


def course_of(page: Page) -> Page:
    page.goto(f"/plans/{plan_of(page)}/course/")
    settle(page)
    return page


def opened(page: Page, summary: str) -> None:
    page.locator("summary", has_text=summary).first.press("Enter")


def test_a_phase_and_a_job_arrive_on_the_phone_by_themselves_and_stand_on_paper(
    windows: Windows, demo_server: Server
) -> None:
    desk, phone = (course_of(windows.open_as(who, demo_server)) for who in ("consultant", "citizen"))
    expect(phone.locator(".phases .is-now")).to_contain_text("Hjælp i gang")
    opened(desk, "Skift fase")
    desk.get_by_label("Begyndt på job eller uddannelse").check()
    desk.get_by_label("Hvorfor?").fill("Første dag i lageret")
    desk.locator("form:has([value=move_course]) button").press("Enter")
    expect(phone.locator(".phases .is-now")).to_contain_text("Begyndt på job eller uddannelse")
    expect(phone.locator(".phases .is-now")).to_contain_text("Første dag i lageret")
    expect(phone.locator(".phases .is-past")).to_have_count(2)
    opened(phone, "Skriv noget nyt")
    new = phone.locator(".outcome-new")
    follows = new.get_by_label("Hvad er aftalt bagefter?")
    expect(follows).to_be_hidden()
    new.get_by_label("Virksomhedspraktik").check()
    expect(follows).to_be_visible()
    new.get_by_label("Småjob med socialt frikort").check()
    new.locator("[name=hours]").fill("7.5")
    new.locator("[name=words]").fill("Lageret i Nordhavn")
    new.locator("button").press("Enter")
    job = desk.locator(".outcome", has_text="Lageret i Nordhavn")
    expect(job).to_contain_text("7,5 timer om ugen")
    expect(desk.locator(".year-line .is-outcome").first).to_contain_text("Småjob med socialt frikort")
    phone.emulate_media(media="print")
    expect(phone.locator(".year-line")).to_be_visible()
    expect(phone.locator(".phases .is-now")).to_be_visible()
    for on_screen in (".back", ".places", ".course-page .fold", ".top"):
        expect(phone.locator(f"{on_screen}:visible")).to_have_count(0)


def test_a_suggestion_of_a_template_is_marked_as_taken_without_leaving_the_page(
    windows: Windows, demo_server: Server
) -> None:
    phone = windows.open_as("citizen", demo_server)
    desk = windows.open_as("consultant", demo_server, at=f"/plans/{plan_of(phone)}/course/")
    desk.get_by_role("link", name="Forslag til forløbet").press("Enter")
    desk.get_by_role("link", name="Ud af kriminalitet").press("Enter")
    expect(desk.get_by_role("link", name="Ud af kriminalitet")).to_have_attribute("aria-current", "page")
    row = desk.locator(".suggested li", has_text="Find et sted at sove den første nat")
    settle(desk)
    row.get_by_role("button").press("Enter")
    expect(row).to_contain_text("Står på tavlen")
    phone.goto(f"/plans/{plan_of(phone)}/")
    expect(phone.get_by_text("Find et sted at sove den første nat").first).to_be_attached()
