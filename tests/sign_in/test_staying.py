"""A quiet line says when a session is about to end; who stays loses nothing, who does not finds their words again."""

from playwright.sync_api import expect

from tests.browsing import Windows
from tests.server import Server


def test_the_line_comes_goes_and_what_is_being_written_stays(windows: Windows, demo_server: Server) -> None:
    page = windows.open_as("citizen", demo_server)
    home = page.url
    page.goto(home.replace("today/", "steps/new/"))
    words, line = page.locator("[data-draft]").first, page.locator("#staying")
    words.fill("Ringe til Mia om bolig")
    expect(line).to_be_hidden()
    page.context.clear_cookies(name="tavlen_awake")
    expect(line).to_contain_text("Er du her endnu?")
    line.get_by_role("button", name="Bliv logget ind").click()
    expect(line).to_be_hidden()
    expect(words).to_have_value("Ringe til Mia om bolig")
    page.context.clear_cookies(name="tavlen_awake")
    expect(line).to_be_visible()  # it runs out: what is half-typed waits for its writer
    page.context.clear_cookies(name="tavlen_in")
    page.wait_for_url("**/sign-in/?next=*new%2F")
    page.context.request.post(f"{demo_server.url}/demo/enter", form={"as": "citizen"})
    page.goto(home.replace("today/", "steps/new/"))
    expect(words).to_have_value("Ringe til Mia om bolig")


def test_without_scripts_the_button_is_a_form_like_any_other(windows: Windows, demo_server: Server) -> None:
    page = windows.open_as("consultant", demo_server, java_script_enabled=False)
    expect(page.locator("#staying")).to_be_hidden()
