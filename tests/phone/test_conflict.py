"""Two who changed the same words: a person sees both, and one tap keeps theirs, mine, or both."""

import pytest
from playwright.sync_api import Page, Route, expect

from tests.browsing import Windows
from tests.phone.line import line_to
from tests.phone.table import lay_out, open_step, plan_of, settle, tell
from tests.server import Server

THEIRS, MINE = "Jeg går derhen", "Jeg ringer først"


def meet(phone: Page, field: str = "how", was: str = "") -> str:
    """Another device of this person writes over the words that this one is writing over."""
    step = lay_out(phone, "Find et sted")
    open_step(phone, step).get_by_text("Ret teksten").click()
    phone.locator(f"#text-{field}").fill(MINE)
    tell(phone, "reword_step", step_id=step, field=field, text=THEIRS, was=was)
    phone.locator(f"form:has(#text-{field}) button:not(.newer)").click()
    both = phone.locator("#refused li")
    expect(both.locator("[data-slot=theirs]")).to_have_text(THEIRS)
    expect(both.locator("[data-slot=words]")).to_have_text(MINE)
    return step


@pytest.mark.parametrize(("deed", "kept"), [("theirs", THEIRS), ("mine", MINE), ("both", f"{THEIRS}\n{MINE}")])
def test_one_tap_keeps_either_or_both(windows: Windows, demo_server: Server, deed: str, kept: str) -> None:
    phone = windows.open_as("citizen", demo_server)
    step = meet(phone)
    phone.locator(f"#refused [data-do={deed}]").click()
    expect(phone.locator("#refused li")).to_have_count(0)
    expect(phone.locator("[data-says=how]")).to_have_text(kept, use_inner_text=True)
    open_step(phone, step).get_by_text("Ret teksten").click()
    expect(phone.locator("#text-how")).to_have_value(kept)
    expect(phone.locator("#refused li")).to_have_count(0)


def test_two_titles_are_kept_in_one_line(windows: Windows, demo_server: Server) -> None:
    phone = windows.open_as("citizen", demo_server)
    meet(phone, "title", "Find et sted")
    phone.locator("#refused [data-do=both]").click()
    expect(phone.locator("#room h1")).to_have_text(f"{THEIRS} / {MINE}")


def test_the_life_goal_is_no_exception(windows: Windows, demo_server: Server) -> None:
    """Also when theirs arrive while the button is held down: nothing moves away from under whoever presses."""
    phone, desk = windows.open_as("citizen", demo_server), windows.open_as("consultant", demo_server)
    for page in (phone, desk):
        page.goto(f"/plans/{plan_of(phone)}/life-goal/")
        settle(page)
    was = phone.locator("[name=was]").input_value()
    phone.locator("#dream").fill("En båd")
    phone.get_by_role("button", name="Gem min drøm").hover()
    phone.mouse.down()
    tell(phone, "write_life_goal", words="En have", was=was)
    expect(desk.locator("[data-says=life_goal]")).to_have_text("En have")
    phone.mouse.up()
    phone.locator("#refused [data-do=both]").click()
    expect(phone.locator("[data-says=life_goal]")).to_have_text("En have\nEn båd", use_inner_text=True)


def test_the_answer_to_what_one_said_moves_nothing_from_under_the_next_press(
    windows: Windows, demo_server: Server
) -> None:
    phone = windows.open_as("citizen", demo_server)
    held: list[Route] = []
    phone.goto(f"/plans/{plan_of(phone)}/life-goal/")
    settle(phone)
    in_room = phone.locator("section.share button")
    was = in_room.inner_text()
    phone.route("**/changes?*", lambda route: route.continue_() if held else held.append(route))
    phone.locator("#dream").fill("Et hus\nved vandet\nmed en have\nog en hund")
    phone.get_by_role("button", name="Gem min drøm").click()
    expect(phone.locator("form[data-pending] #dream")).to_be_visible()
    for _ in range(500):  # what waits is shown before it leaves
        if not held:
            phone.wait_for_timeout(20)
    in_room.hover()
    phone.mouse.down()
    with phone.expect_response("**/changes?*"):
        held[0].continue_()
    phone.wait_for_timeout(200)  # the answer has been read: without the wait for the press it would be shown by now
    phone.mouse.up()
    expect(phone.locator("[data-says=life_goal]")).to_contain_text("og en hund")
    expect(in_room).not_to_have_text(was)


def test_what_was_written_long_ago_without_signal_meets_what_stands_now(windows: Windows, demo_server: Server) -> None:
    with line_to(demo_server.url) as line:
        phone = windows.open_as("citizen", demo_server, base_url=line.url)
        desk = windows.open_as("consultant", demo_server)
        desk.goto(f"/plans/{plan_of(phone)}/")
        step = lay_out(phone, "Se på en lejlighed")
        open_step(phone, step).get_by_text("Ret teksten").click()
        line.cut()
        for text in ("Ikke i kælderen", MINE):
            phone.locator("#text-how").fill(text)
            phone.locator("form:has(#text-how) button").press("Enter")
            expect(phone.locator("[data-says=how]")).to_have_text(text)
        tell(desk, "reword_step", step_id=step, field="how", text=THEIRS, was="")
        line.mend()
        phone.evaluate("dispatchEvent(new Event('online'))")
        both = phone.locator("#refused li")
        expect(both).to_have_count(1)
        expect(both.locator("[data-slot=words]")).to_have_text(MINE)
        both.locator("[data-do=both]").click()
        expect(phone.locator("[data-says=how]")).to_have_text(f"{THEIRS}\n{MINE}", use_inner_text=True)


def test_without_scripts_there_are_the_same_three_ways(windows: Windows, demo_server: Server) -> None:
    phone = windows.open_as("citizen", demo_server, java_script_enabled=False)
    step = lay_out(phone, "Lån en bil")
    phone.goto(f"/plans/{plan_of(phone)}/steps/{step}/")
    phone.get_by_text("Ret teksten").click()
    phone.locator("#text-how").fill(MINE)
    tell(phone, "reword_step", step_id=step, field="how", text=THEIRS, was="")
    phone.locator("form:has(#text-how) button").click()
    expect(phone.get_by_role("link", name="Behold det, der står")).to_be_visible()
    expect(phone.get_by_role("button", name="Brug min tekst")).to_be_visible()
    expect(phone.locator("#both-texts")).to_have_value(f"{THEIRS}\n{MINE}")
    phone.get_by_role("button", name="Gem begge").click()
    expect(phone.locator("[data-says=how]")).to_have_text(f"{THEIRS}\n{MINE}", use_inner_text=True)
