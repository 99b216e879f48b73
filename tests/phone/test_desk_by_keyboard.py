"""The consultant's and the supporter's flows with the keyboard alone, and a ring around whatever has the focus."""

from playwright.sync_api import Page, expect

from tests.browsing import Windows
from tests.phone.keyboard import button, expect_a_place, fold, press, walk_to, write
from tests.phone.table import card, expect_in, lay_out, open_step, plan_of, settle, tell
from tests.server import Server

OF_A_CITIZEN = [
    *("today/", "", "?view=board", "steps/new/", "goals/new/", "life-goal/"),
    *("strengths/", "network/", "me/", "screen/", "the first step", "the first goal"),
]
MARK_ALL = """() => {
  document.querySelectorAll("details").forEach((fold) => fold.open = true);
  const all = "main :is(a[href], button, input:not([type=hidden]), select, textarea, summary), header :is(a, button)";
  window.missing = new Set([...document.querySelectorAll(all)].filter((one) => one.checkVisibility()));
}"""
LOOK = """() => {
  const one = document.activeElement;
  const group = [...window.missing].filter((other) => other.type === "radio" && other.name === one.name);
  [one, ...(one.type === "radio" ? group : [])].forEach((reached) => window.missing.delete(reached));
  const ringed = [one, one.closest(".card, .choice")].some((part) => {
    const { outlineStyle, outlineWidth } = part ? getComputedStyle(part) : {};
    return part && outlineStyle !== "none" && parseFloat(outlineWidth) > 0;
  });
  return one === document.body ? "end" : ringed ? "" : one.outerHTML;
}"""
MISSING = "[...window.missing].map((one) => one.outerHTML.slice(0, 200))"
MOST_TABS = 400


def desk_with_steps(windows: Windows, server: Server, *names: str) -> tuple[Page, list[str]]:
    """The consultant's desk, with steps of the citizen's own on it."""
    phone, desk = windows.open_as("citizen", server), windows.open_as("consultant", server)
    desk.goto(f"/plans/{plan_of(phone)}/")
    settle(desk)
    steps = [lay_out(phone, name) for name in names]
    for step in steps:
        expect_in(desk, step, "wish")
    return desk, steps


def test_another_citizen_is_chosen(windows: Windows, demo_server: Server) -> None:
    desk = windows.open_as("consultant", demo_server)
    settle(desk)
    other = desk.locator("#people li a:not([aria-current])").first
    address = str(other.get_attribute("href"))
    walk_to(desk, other, key="Shift+Tab")
    desk.keyboard.press("Enter")
    desk.wait_for_url(f"**{address}")


def test_the_list_of_keys_gives_the_focus_back(windows: Windows, demo_server: Server) -> None:
    desk, [step] = desk_with_steps(windows, demo_server, "Slib bordet")
    walk_to(desk, card(desk, step).get_by_role("link"))
    desk.keyboard.press("?")
    expect(desk.locator("dialog#keys :focus")).to_be_visible()
    desk.keyboard.press("Escape")
    expect(desk.locator("dialog#keys")).to_be_hidden()
    expect(card(desk, step).get_by_role("link")).to_be_focused()


def test_a_card_is_found_opened_and_moved_by_m(windows: Windows, demo_server: Server) -> None:
    desk, [upper, lower] = desk_with_steps(windows, demo_server, "Hent træ", "Sav til")
    walk_to(desk, card(desk, upper).get_by_role("link"))
    desk.keyboard.press("ArrowDown")
    expect(card(desk, lower).get_by_role("link")).to_be_focused()
    desk.keyboard.press("Enter")
    expect(desk.locator("dialog#sheet #room")).to_be_visible()
    desk.keyboard.press("m")
    expect(fold(desk, "Flyt til…")).to_be_focused()
    press(desk, button(desk.locator("#sheet"), "I gang"))
    expect(desk.locator("#sheet #room")).to_have_attribute("data-status", "doing")
    expect_a_place(desk)
    desk.keyboard.press("Escape")
    expect(desk.locator("dialog#sheet")).to_be_hidden()
    expect_in(desk, lower, "doing")
    expect(card(desk, lower).get_by_role("link")).to_be_focused()


def test_the_consultant_suggests_a_step(windows: Windows, demo_server: Server) -> None:
    desk, _ = desk_with_steps(windows, demo_server)
    desk.keyboard.press("n")
    desk.wait_for_url("**/steps/new/")
    settle(desk)
    write(desk, desk.get_by_label("Skridtet"), "Besøg værkstedet")
    desk.keyboard.press("Enter")
    desk.wait_for_url(lambda url: "new" not in url)
    expect(desk.locator(".card", has_text="Besøg værkstedet")).to_be_visible()


def test_the_consultant_gives_a_voice(windows: Windows, demo_server: Server) -> None:
    desk, [step] = desk_with_steps(windows, demo_server, "Ring til værkstedet")
    open_step(desk, step)
    mine = desk.locator("#responsible option", has_text="Dig").get_attribute("value")
    phone = windows.open_as("citizen", demo_server)
    tell(phone, "assign_step", step_id=step, responsible=mine)
    tell(phone, "set_due", step_id=step, due="2031-05-04")
    press(desk, button(desk.locator(".likely"), "Det er jeg enig i"))
    expect(desk.locator(".likely")).to_have_count(0)
    expect_a_place(desk)


def test_the_supporter_does_what_was_promised(windows: Windows, demo_server: Server) -> None:
    phone = windows.open_as("supporter", demo_server)
    settle(phone)
    promise = phone.locator(".promises li").filter(has=button(phone, "Det er gjort")).first
    title = promise.locator("h3").inner_text()
    press(phone, button(promise, "Det er gjort"))
    expect(phone.locator(".promises li", has_text=title)).to_have_count(0)
    expect_a_place(phone)


def test_the_supporter_suggests_and_remarks(windows: Windows, demo_server: Server) -> None:
    phone = windows.open_as("supporter", demo_server)
    settle(phone)
    press(phone, phone.get_by_role("link", name="Foreslå et skridt"))
    phone.wait_for_url("**/steps/new/")
    settle(phone)
    write(phone, phone.get_by_label("Skridtet"), "Fisk fra molen")
    press(phone, button(phone, "Foreslå det"))
    phone.wait_for_url(lambda url: "new" not in url)
    settle(phone)
    press(phone, phone.locator(".card h3 a", has_text="Fisk fra molen"))
    phone.wait_for_url("**/steps/**")
    settle(phone)
    write(phone, phone.locator("#remark"), "Jeg har to stænger")
    press(phone, button(phone, "Send"))
    expect(phone.locator(".remark__words")).to_have_text(["Jeg har to stænger"])
    expect_a_place(phone)


def test_whatever_has_the_focus_has_a_ring(windows: Windows, demo_server: Server) -> None:
    phone = windows.open_as("citizen", demo_server)
    plan = f"/plans/{plan_of(phone)}/"
    for path in OF_A_CITIZEN:
        phone.goto(plan + ("" if path.startswith("the first") else path))
        if path.startswith("the first"):
            first = phone.locator(f"main a[href*='/{path[10:]}s/']:not([href*=new])").first
            phone.goto(str(first.get_attribute("href")))
        settle(phone)
        phone.evaluate(MARK_ALL)
        assert not list(rings(phone)), path
        assert not phone.evaluate(MISSING), path


def rings(page: Page) -> list[str]:
    """What Tab came to without a ring, from the top of the page to its end."""
    bare: list[str] = []
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        seen = str(page.evaluate(LOOK))
        if seen == "end":
            return bare
        bare += [seen] if seen else []
    raise AssertionError("There is no end to this page")
