"""The course, what came of it, small steps, what is measured: to the end by keys alone, with scripts and without."""

import re
import uuid

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browsing import PHONE, Windows
from tests.phone.keyboard import button, expect_a_place, fold, press, walk_to, write
from tests.phone.test_after_the_course import enter
from tests.server import Server

both = pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without"])


def as_one(windows: Windows, server: Server, name: str, scripts: bool) -> tuple[Page, str]:
    """A phone in this citizen's hands, and where their plan is."""
    phone = enter(windows, server, name, viewport=PHONE, java_script_enabled=scripts)
    return phone, phone.url.partition("today/")[0]


def go(phone: Page, address: str, scripts: bool) -> None:
    phone.goto(address)
    if scripts:
        expect(phone.locator("html")).to_have_attribute("data-ready", "")


def keeps_a_place(phone: Page, scripts: bool) -> None:
    """Nobody begins again from the top of the page; without scripts it is another page."""
    if scripts:
        expect_a_place(phone)


def chosen_by_keys(phone: Page, group: Locator, *, onward: str) -> None:
    """The radio that is chosen, or the first; then as many arrows as it takes to come to this one."""
    chosen = group.locator(":checked")
    walk_to(phone, chosen if chosen.count() else group.locator("input").first)
    phone.keyboard.press("Space")
    for _ in range(group.locator("input").count()):
        if group.locator(":checked").input_value() == onward:
            return
        phone.keyboard.press("ArrowDown")
    raise AssertionError(f"No arrow comes to {onward}")


@both
def test_the_letter_is_written(windows: Windows, demo_server: Server, scripts: bool) -> None:
    phone, plan = as_one(windows, demo_server, "Preben Skovlyng", scripts)
    words = f"Ring efter ti {uuid.uuid4().hex[:6]}"
    go(phone, f"{plan}about-me/", scripts)
    write(phone, phone.locator("#about-me"), words)
    press(phone, button(phone, "Gem det"))
    expect(phone.locator("blockquote.letter")).to_contain_text(words)
    keeps_a_place(phone, scripts)


@both
def test_a_phase_begins_and_something_comes_of_it(windows: Windows, demo_server: Server, scripts: bool) -> None:
    phone, plan = as_one(windows, demo_server, "Preben Skovlyng", scripts)
    words = f"Lageret {uuid.uuid4().hex[:6]}"
    go(phone, f"{plan}course/", scripts)
    press(phone, fold(phone, "Skift fase"))
    form = phone.locator("form:has([value=move_course])")
    chosen_by_keys(phone, form.locator(".choices"), onward="begun" if scripts else "aftercare")
    write(phone, phone.locator("#phase-why"), words)
    press(phone, button(form, "Gem"))
    expect(phone.locator(".phases .is-now")).to_contain_text(words)
    keeps_a_place(phone, scripts)
    press(phone, fold(phone, "Skriv noget nyt"))
    new = phone.locator(".outcome-new")
    chosen_by_keys(phone, new.locator("#outcome-kinds"), onward="small_job")
    write(phone, new.locator("[name=words]"), words)
    press(phone, button(new, "Gem"))
    job = phone.locator(".outcome", has_text=words)
    expect(job).to_contain_text("Småjob")
    keeps_a_place(phone, scripts)
    press(phone, fold(job, "Ret eller slut"))
    press(phone, job.get_by_role("button", name=re.compile("^Fjern det")))
    expect(job).to_have_count(0)
    keeps_a_place(phone, scripts)
    press(phone, phone.locator("#outcomes").get_by_role("button", name="Fortryd").first)
    expect(job).to_have_count(1)
    keeps_a_place(phone, scripts)


@both
def test_a_small_step_and_a_place_to_be_are_written_down(windows: Windows, demo_server: Server, scripts: bool) -> None:
    phone, plan = as_one(windows, demo_server, "Preben Skovlyng", scripts)
    words = f"Stod op {uuid.uuid4().hex[:6]}"
    go(phone, f"{plan}progress/", scripts)
    press(phone, fold(phone, "Med ord"))
    write(phone, phone.locator("#small-words"), words)
    press(phone, button(phone.locator("#progress-new"), "Skriv det op"))
    expect(phone.locator("#in-progress li:not([data-made])", has_text=words)).to_be_visible()
    keeps_a_place(phone, scripts)
    go(phone, f"{plan}communities/", scripts)
    press(phone, fold(phone, "Skriv et sted, hvor du er med"))
    write(phone, phone.locator("#community-name"), f"Klub {words}")
    press(phone, button(phone, "Tilføj stedet"))
    club = phone.locator(".community", has_text=f"Klub {words}")
    press(phone, button(club, "Alene"))
    expect(club).to_contain_text("Med 1 gang")
    keeps_a_place(phone, scripts)


@both
def test_what_is_measured_is_answered_and_taken_away(windows: Windows, demo_server: Server, scripts: bool) -> None:
    phone, plan = as_one(windows, demo_server, "Preben Skovlyng", scripts)
    go(phone, f"{plan}measurements/", scripts)
    press(phone, phone.get_by_role("link", name=re.compile("^Svar nu ?: Sådan går det")))
    first = phone.locator("#q-1")
    press(phone, first.get_by_role("button", name=re.compile("^7( |$)")))
    expect(phone.locator("#q-2")).to_be_visible()
    press(phone, phone.locator("#q-2").get_by_role("link", name=re.compile("Spring over|Videre")))
    expect(phone.locator("#q-3")).to_be_visible()
    for here in ("#q-3", "#q-2"):
        press(phone, phone.locator(here).get_by_role("link", name="Tilbage"))
    expect(first.locator("[aria-pressed=true]")).to_have_text(re.compile("^7"))
    press(phone, button(first, "Slet svaret"))
    expect(first.locator("[aria-pressed=true]")).to_have_count(0)
    keeps_a_place(phone, scripts)


@both
def test_how_it_goes_is_answered_with_words(windows: Windows, demo_server: Server, scripts: bool) -> None:
    phone, plan = as_one(windows, demo_server, "Daniel Fuglsø", scripts)
    words = f"Det keder mig {uuid.uuid4().hex[:6]}"
    go(phone, f"{plan}check-ins/", scripts)
    if not phone.locator("#check-in-words").is_visible():
        press(phone, fold(phone, "Skriv et par ord med"))
    write(phone, phone.locator("#check-in-words"), words)
    press(phone, button(phone, "Det går"))
    expect(phone.locator(".check-ins q", has_text=words)).to_be_visible()
    keeps_a_place(phone, scripts)


@both
def test_the_consultant_suggests_what_a_template_says(windows: Windows, demo_server: Server, scripts: bool) -> None:
    _, plan = as_one(windows, demo_server, "Preben Skovlyng", True)
    desk = windows.open_as("consultant", demo_server, at=f"{plan}course/", java_script_enabled=scripts)
    press(desk, desk.get_by_role("link", name="Forslag til forløbet"))
    desk.wait_for_url("**/course/suggestions/**")
    press(desk, desk.get_by_role("link", name="Nær ved" if scripts else "Familier"))
    desk.wait_for_url("**template=**")
    row = desk.locator(".suggested li").filter(has=desk.get_by_role("button", name=re.compile("^Foreslå"))).first
    words = row.locator("b").inner_text()
    press(desk, row.get_by_role("button"))
    taken = desk.locator(".suggested li", has_text=words).first
    expect(taken).to_contain_text("Står på tavlen")
    keeps_a_place(desk, scripts)


def test_a_promise_is_taken_over_without_scripts(windows: Windows, demo_server: Server) -> None:
    _, plan = as_one(windows, demo_server, "Jimmi Brandholt", True)
    desk = enter(windows, demo_server, "Lone", at=f"{plan}takeover/", java_script_enabled=False)
    promise = desk.locator(".takeover__promises li").filter(has=desk.get_by_role("button"))
    step = promise.get_attribute("id")
    press(desk, promise.get_by_role("button", name=re.compile("^Jeg tager det")))
    expect(desk.locator(f"#{step}")).to_contain_text("Du har taget det")
