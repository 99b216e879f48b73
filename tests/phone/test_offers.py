"""What is taken part in, as each lives with it: on the phone, at the desk, by whoever provides it, by keyboard."""

from playwright.sync_api import Page, expect

from backend.common.ids import new_id
from tests.browsing import Windows
from tests.phone.table import plan_of, settle, tell
from tests.server import Server


def offers_of(page: Page, plan: str) -> Page:
    page.goto(f"/plans/{plan}/offers/")
    settle(page)
    return page


def goal_of(page: Page, *guests: str) -> str:
    """A goal of the citizen's own, which these professionals see."""
    goal_id = str(new_id())
    tell(page, "add_goal", goal_id=goal_id, title=f"Mål {goal_id[:6]}", life_area="health")
    for member in guests:
        tell(page, "share_goal", goal_id=goal_id, member_id=member)
    return goal_id


def mentor_of(phone: Page) -> str:
    found = phone.locator('select[name="member_id"] option', has_text="Jørgen").first.get_attribute("value")
    assert found
    return found


def test_an_offer_written_on_the_phone_stands_at_the_desk_and_with_whoever_provides_it(
    windows: Windows, demo_server: Server
) -> None:
    phone = windows.open_as("citizen", demo_server)
    plan = plan_of(phone)
    offers_of(phone, plan)
    goal_id = goal_of(phone, mentor_of(phone))
    offers_of(phone, plan)
    desk = offers_of(windows.open_as("consultant", demo_server, at=f"/plans/{plan}/"), plan)
    mentor = offers_of(windows.open_as("professional", demo_server), plan)
    sister = offers_of(windows.open_as("supporter", demo_server), plan)
    title = f"Gå en tur {goal_id[:6]}"
    phone.locator("summary", has_text="Skriv noget nyt").press("Enter")
    new = phone.locator(".offer-new")
    new.get_by_label("Hvad er det?").fill(title)
    new.get_by_label("Sidder den person ved bordet?").select_option(label="Jørgen Vestermose")
    new.get_by_label("Hvilket mål hjælper det?").select_option(goal_id)
    new.get_by_label("Hvorfor skal det hjælpe?").fill("Vi taler bedst, når vi går")
    new.get_by_role("button", name="Gem").press("Enter")
    for page in (phone, desk, mentor):
        expect(page.locator(".offer", has_text=title)).to_contain_text("Vi taler bedst, når vi går")
    expect(sister.locator(".offer")).to_have_count(0)
    expect(mentor.locator("form[data-change] [name=read]")).to_have_count(0)
    phone.goto(f"/plans/{plan}/goals/{goal_id}/")
    expect(phone.locator(".offer", has_text=title)).to_be_visible()
    phone.goto(f"/plans/{plan}/offers/")
    phone.emulate_media(media="print")
    expect(phone.locator(".offer", has_text=title)).to_be_visible()
    for on_screen in (".back", ".places", ".offers-page .fold", ".top"):
        expect(phone.locator(f"{on_screen}:visible")).to_have_count(0)


def says(page: Page, title: str, answer: str, words: str) -> None:
    offer = page.locator(".offer", has_text=title)
    offer.locator("summary", has_text="Hjælper det?").press("Enter")
    offer.get_by_label(answer, exact=True).press("Space")
    offer.get_by_label("Med dine ord, hvis du vil").fill(words)
    offer.get_by_role("button", name="Gem svaret").press("Enter")
    expect(offer.locator(".offer__said")).to_contain_text(words)


def test_the_citizen_says_first_whether_it_helped(windows: Windows, demo_server: Server) -> None:
    phone = windows.open_as("citizen", demo_server)
    plan = plan_of(phone)
    offers_of(phone, plan)
    member = mentor_of(phone)
    goal_id = goal_of(phone, member)
    title = f"Samtale {goal_id[:6]}"
    tell(phone, "add_offer", offer_id=str(new_id()), title=title, goal_id=goal_id, member_id=member)
    desk = offers_of(windows.open_as("consultant", demo_server, at=f"/plans/{plan}/"), plan)
    mentor = offers_of(windows.open_as("professional", demo_server), plan)
    offers_of(phone, plan)
    expect(desk.locator(".offer", has_text=title)).to_contain_text("Mikkel svarer først")
    says(desk, title, "Ja", "Torben synes det")
    says(mentor, title, "Lidt", "Jørgen synes det")
    settle(phone)
    expect(phone.locator(".offer", has_text=title).locator(".offer__said")).to_have_count(0)
    expect(desk.locator(".offer", has_text=title)).not_to_contain_text("Jørgen synes det")
    says(phone, title, "Nej", "Ikke endnu")
    for page in (phone, desk):
        for words in ("Torben synes det", "Jørgen synes det", "Ikke endnu"):
            expect(page.locator(".offer", has_text=title)).to_contain_text(words)
    offers_of(mentor, plan)
    expect(mentor.locator(".offer", has_text=title)).not_to_contain_text("Ikke endnu")


def test_two_for_one_goal_ask_both_and_a_yes_stands_at_the_desk(windows: Windows, demo_server: Server) -> None:
    phone = windows.open_as("citizen", demo_server)
    plan = plan_of(phone)
    goal_id = goal_of(phone)
    titles = [f"{name} {goal_id[:6]}" for name in ("Kor", "Band")]
    for title in titles:
        tell(phone, "add_offer", offer_id=str(new_id()), title=title, goal_id=goal_id)
    desk = offers_of(windows.open_as("consultant", demo_server, at=f"/plans/{plan}/"), plan)
    offers_of(phone, plan)
    pairs = [page.locator(".overlap", has_text=titles[0]) for page in (phone, desk)]
    for pair in pairs:
        expect(pair).to_contain_text(titles[1])
    pairs[0].get_by_role("button", name="Ja, vi taler om det").press("Enter")
    expect(pairs[1]).to_contain_text("Mikkel: Ja, vi taler om det")
    pairs[1].get_by_role("button", name="Nej, begge er gode").press("Enter")
    expect(pairs[0]).to_contain_text("Torben")
    desk.goto("/desk/")
    lead = desk.locator(f'a[href="/plans/{plan}/offers/#overlaps"]')
    expect(lead.first).to_be_attached()
    desk.goto(str(lead.first.get_attribute("href")))
    expect(desk.locator("#overlaps")).to_be_in_viewport()
    pairs[0].get_by_role("button", name="Nej, begge er gode").press("Enter")
    expect(pairs[0].get_by_role("button", name="Nej, begge er gode")).to_have_attribute("aria-pressed", "true")


def test_without_scripts_it_is_written_answered_and_ended(windows: Windows, demo_server: Server) -> None:
    page = windows.open_as("citizen", demo_server, java_script_enabled=False)
    plan = plan_of(page)
    page.goto(f"/plans/{plan}/offers/")
    title = f"Skak {str(new_id())[:6]}"
    page.locator("summary", has_text="Skriv noget nyt").click()
    new = page.locator(".offer-new")
    new.get_by_label("Hvad er det?").fill(title)
    new.get_by_role("button", name="Gem").click()
    page.goto(f"/plans/{plan}/offers/")
    offer = page.locator(".offer", has_text=title)
    offer.locator("summary", has_text="Hjælper det?").click()
    offer.get_by_label("Ved ikke").check()
    offer.get_by_role("button", name="Gem svaret").click()
    page.goto(f"/plans/{plan}/offers/")
    expect(page.locator(".offer", has_text=title)).to_contain_text("Dit svar: Ved ikke")
    offer.locator("summary", has_text="Ret eller slut").click()
    offer.get_by_label("Fra, hvis du ved det").fill("2026-01-05")
    offer.get_by_label("Til, hvis det slutter").fill("2026-01-06")
    offer.get_by_role("button", name="Gem", exact=True).click()
    page.goto(f"/plans/{plan}/offers/")
    over = page.locator("section", has=page.locator("#offers-over"))
    expect(over.locator(".offer", has_text=title)).to_be_visible()
