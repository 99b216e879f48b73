"""Every flow with the keyboard alone; after each act the focus stands where a person would look for it."""

import uuid

from playwright.sync_api import Page, expect

from tests.browsing import Windows
from tests.phone.keyboard import button, expect_a_place, fold, press, walk_to, write
from tests.phone.table import card, expect_in, lay_out, open_board, open_step, plan_of, settle, tell, titles
from tests.server import Server

HARMLESS = "https://www.dmi.dk/"


def go(page: Page, path: str) -> None:
    page.goto(f"/plans/{plan_of(page)}/{path}")
    settle(page)


def desk_of(windows: Windows, server: Server, phone: Page) -> Page:
    """The consultant's desk with this citizen's plan on it."""
    desk = windows.open_as("consultant", server)
    desk.goto(f"/plans/{plan_of(phone)}/")
    settle(desk)
    return desk


def test_klaret_is_said_on_today(windows: Windows, demo_server: Server) -> None:
    phone = windows.open_as("citizen", demo_server)
    settle(phone)
    title = phone.locator("#next").inner_text()
    press(phone, button(phone, "Klaret"))
    expect(phone.locator("#cheer")).to_have_text(title)
    expect_a_place(phone)
    press(phone, button(phone.locator(".cheer"), "Jeg klarede det selv"), key="Space")
    expect(phone.locator(".cheer form")).to_have_count(0)
    expect_a_place(phone)


def test_yes_is_said_to_a_suggestion(windows: Windows, demo_server: Server) -> None:
    phone = windows.open_as("citizen", demo_server)
    step = lay_out(desk_of(windows, demo_server, phone), "Smag på suppen")
    open_board(phone)
    press(phone, button(card(phone, step), "Sig ja"))
    expect(card(phone, step).get_by_role("button")).to_have_count(0)
    expect(card(phone, step).get_by_role("link")).to_be_focused()


def test_a_card_is_opened_and_moved(windows: Windows, demo_server: Server) -> None:
    phone = windows.open_as("citizen", demo_server)
    upper, lower = lay_out(phone, "Vask gulvet", "doing"), lay_out(phone, "Luft ud")
    open_board(phone)
    press(phone, card(phone, lower).get_by_role("link"))
    phone.wait_for_url(f"**/steps/{lower}/")
    settle(phone)
    for target in ["I gang", "Flyt op", "Flyt ned"]:
        press(phone, fold(phone, "Flyt til…"))
        press(phone, button(phone, target), key="Space")
        expect(phone.locator("form[data-pending]")).to_have_count(0)
        expect(phone.locator("#room")).to_have_attribute("data-status", "doing")
        expect(fold(phone, "Flyt til…")).to_be_focused()
    open_board(phone)
    assert titles(phone, "doing")[-2:] == ["Vask gulvet", "Luft ud"]
    expect_in(phone, upper, "doing")


def test_a_step_is_written(windows: Windows, demo_server: Server) -> None:
    phone = windows.open_as("citizen", demo_server)
    open_board(phone)
    press(phone, phone.get_by_role("link", name="Skriv et skridt"))
    phone.wait_for_url("**/steps/new/")
    settle(phone)
    write(phone, phone.get_by_label("Skridtet"), "Lån en cykel")
    press(phone, fold(phone, "Mere, hvis du vil"))
    walk_to(phone, phone.get_by_label("Hvem gør det?"))
    phone.keyboard.press("ArrowDown")
    write(phone, phone.get_by_label("Med dine egne ord"), "Så kan jeg selv komme hjem")
    press(phone, button(phone, "Skriv det på tavlen"))
    phone.wait_for_url(lambda url: "new" not in url)
    expect(phone.get_by_role("link", name="Lån en cykel")).to_be_attached()


def test_own_words_and_remarks_are_written(windows: Windows, demo_server: Server) -> None:
    phone = windows.open_as("citizen", demo_server)
    open_step(phone, lay_out(phone, "Mal væggen"))
    press(phone, fold(phone, "Ret teksten"), key="Space")
    write(phone, phone.locator("#text-words"), "Gul, som køkkenet hos mormor")
    press(phone, phone.locator("form:has(#text-words) button"))
    expect(phone.locator(".own")).to_contain_text("Gul, som køkkenet hos mormor")
    expect_a_place(phone)
    write(phone, phone.locator("#remark"), "Hvem har en pensel?")
    walk_to(phone, phone.locator("[name=audience][value=us]"))
    phone.keyboard.press("ArrowDown")
    press(phone, button(phone, "Send"))
    expect(phone.locator(".remark")).to_have_count(1)
    expect(phone.locator(".remark")).not_to_contain_text("kun os to")
    expect_a_place(phone)


def test_a_remark_is_removed_and_brought_back(windows: Windows, demo_server: Server) -> None:
    phone = windows.open_as("citizen", demo_server)
    step = lay_out(phone, "Køb maling")
    tell(phone, "remark_on_step", remark_id=str(uuid.uuid4()), step_id=step, words="Den er dyr", audience="us")
    open_step(phone, step)
    press(phone, phone.locator(".remark").get_by_role("button", name="Fjern"))
    expect(phone.locator(".remark")).to_have_count(0)
    expect_a_place(phone)
    press(phone, button(phone.locator("#toast"), "Fortryd"))
    expect(phone.locator(".remark")).to_have_count(1)
    expect_a_place(phone)


def test_a_step_is_removed_and_brought_back(windows: Windows, demo_server: Server) -> None:
    phone = windows.open_as("citizen", demo_server)
    step = lay_out(phone, "Ryd op i kælderen")
    open_step(phone, step)
    press(phone, fold(phone, "Fjern"))
    press(phone, button(phone, "Fjern skridtet"))
    phone.wait_for_url(lambda url: step not in url)
    settle(phone)
    press(phone, button(phone.locator(".gone", has_text="Ryd op i kælderen"), "Fortryd"))
    expect(phone.locator(".gone", has_text="Ryd op i kælderen")).to_have_count(0)
    expect_a_place(phone)
    open_board(phone)
    expect_in(phone, step, "wish")


def test_words_that_met_anothers_are_settled(windows: Windows, demo_server: Server) -> None:
    phone = windows.open_as("citizen", demo_server)
    step = lay_out(phone, "Tag billeder")
    open_step(phone, step)
    press(phone, fold(phone, "Ret teksten"))
    write(phone, phone.locator("#text-words"), "Af havet")
    tell(phone, "reword_step", step_id=step, field="words", text="Af skoven", was="")
    press(phone, phone.locator("form:has(#text-words) button:not(.newer)"))
    expect(phone.locator("#refused li")).to_contain_text("Af skoven")
    press(phone, phone.locator("#refused [data-do=mine]"))
    expect(phone.locator(".own")).to_contain_text("Af havet")
    expect_a_place(phone)


def test_the_dream_is_written_anew(windows: Windows, demo_server: Server) -> None:
    phone = windows.open_as("citizen", demo_server)
    open_board(phone)
    press(phone, phone.locator("#life-goal a"))
    phone.wait_for_url("**/life-goal/")
    settle(phone)
    write(phone, phone.locator("#dream"), "Et hus med en have")
    press(phone, button(phone, "Gem min drøm"))
    expect(phone.locator(".dream q")).to_have_text("Et hus med en have")
    expect_a_place(phone)


def test_a_goal_is_set_on_the_way(windows: Windows, demo_server: Server) -> None:
    phone = windows.open_as("citizen", demo_server)
    go(phone, "")
    press(phone, phone.get_by_role("link", name="Skriv et mål"))
    phone.wait_for_url("**/goals/new/")
    settle(phone)
    write(phone, phone.get_by_label("Målet", exact=True), "Synge i et kor")
    walk_to(phone, phone.get_by_role("radio").first)
    phone.keyboard.press("ArrowDown")
    press(phone, button(phone, "Sæt det på vejen"))
    phone.wait_for_url(lambda url: "new" not in url)
    expect(phone.locator("#way")).to_contain_text("Synge i et kor")


def test_a_strength_is_accepted(windows: Windows, demo_server: Server) -> None:
    phone = windows.open_as("citizen", demo_server)
    desk = desk_of(windows, demo_server, phone)
    tell(desk, "suggest_strength", strength_id=str(uuid.uuid4()), words="Får andre til at grine")
    go(phone, "strengths/")
    suggested = phone.locator("li.sheet", has_text="Får andre til at grine")
    press(phone, button(suggested, "Ja, det kan jeg"))
    expect(phone.locator(".strength-wall")).to_contain_text("Får andre til at grine")
    expect_a_place(phone)


def test_a_step_is_shared_and_no_more(windows: Windows, demo_server: Server) -> None:
    phone = windows.open_as("citizen", demo_server)
    open_step(phone, lay_out(phone, "Find en gammel ven"))
    press(phone, fold(phone, "Hvem kan se det"))
    stop = button(phone, "Stop med at dele")
    press(phone, phone.get_by_role("button", name="Del med").first)
    expect(stop).to_be_visible()
    expect_a_place(phone)
    press(phone, stop)
    expect(stop).to_have_count(0)
    expect_a_place(phone)


def test_language_theme_and_text_size_are_chosen_and_one_signs_out(windows: Windows, demo_server: Server) -> None:
    phone = windows.open_as("citizen", demo_server)
    html = phone.locator("html")
    for field, code, mark in [("theme", "dark", "data-theme"), ("language", "en", "lang"), ("language", "da", "lang")]:
        go(phone, "me/")
        press(phone, phone.locator(f"main button[name={field}][value={code}]"))
        expect(html).to_have_attribute(mark, code)
    before = str(html.get_attribute("data-text-size"))
    press(phone, phone.locator("button[name=text][aria-pressed=false]").last)
    expect(html).not_to_have_attribute("data-text-size", before)
    press(phone, button(phone, "Log ud"))
    phone.wait_for_url("**/sign-in/**")


def test_quick_exit_is_the_first_button(windows: Windows, demo_server: Server) -> None:
    phone = windows.open_as("citizen", demo_server)
    phone.context.route(f"{HARMLESS}**", lambda route: route.fulfill(body="Sol", content_type="text/html"))
    settle(phone)
    press(phone, button(phone, "Hurtig ud"), key="Space")
    phone.wait_for_url(HARMLESS)
