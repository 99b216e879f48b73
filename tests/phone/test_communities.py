"""Taking part as its people live it: one tap, also without signal; seen by another; no to it; and who did the steps."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.browsing import PHONE, Windows
from tests.phone.table import plan_of, settle
from tests.phone.worker import expect_kept, phone_of
from tests.server import Server

FOOTBALL = "Fodbold i FC Nord"


def open_communities(page: Page, plan: str = "") -> Locator:
    """From *Mig* to the club."""
    page.goto(f"/plans/{plan or plan_of(page)}/me/")
    page.get_by_role("link", name=re.compile("^Fællesskaber")).click()
    settle(page)
    return page.locator(".community", has_text=FOOTBALL)


def times(club: Locator) -> int:
    told = re.search(r"Med (\d+) gange siden", club.inner_text())
    assert told
    return int(told[1])


def test_one_tap_counts_also_without_signal_and_the_desk_follows(windows: Windows, demo_server: Server) -> None:
    desk = windows.open_as("consultant", demo_server)
    with phone_of("citizen", windows, demo_server, viewport=PHONE) as (phone, line):
        club = open_communities(phone)
        there = open_communities(desk, plan_of(phone))
        before = times(club)
        expect_kept(phone, f"/plans/{plan_of(phone)}/communities/")
        line.cut()
        club.get_by_role("button", name="Alene").press("Enter")
        made = phone.locator(".small-step[data-made]")
        expect(made).to_have_text(FOOTBALL)
        line.mend()
        phone.evaluate("dispatchEvent(new Event('online'))")
        expect(made).to_have_count(0)
        for seen in (club, there):
            expect(seen).to_contain_text(f"Med {before + 1} gange siden")
        newest = phone.locator(".small-step").first
        expect(newest).to_contain_text(FOOTBALL)
        expect(newest).to_contain_text("alene · i dag")
        expect(club.get_by_role("img")).to_have_accessible_name(re.compile(f"{FOOTBALL}.*{before + 1} gange"))


def test_a_community_that_only_a_goal_names_begins_with_the_first_tap(windows: Windows, demo_server: Server) -> None:
    phone = windows.open_as("citizen", demo_server, viewport=PHONE)
    open_communities(phone)
    place = phone.locator(".community", has_text="En arbejdsplads med kolleger")
    expect(place).to_contain_text("Ingen gange endnu")
    fold = place.locator("details", has_text="En anden dag")
    fold.locator("summary").press("Enter")
    fold.get_by_label("Hvem var med, eller hvordan gik det?").fill("Jørgen tog med")
    fold.get_by_role("button", name="Skriv det op").press("Enter")
    expect(place).to_contain_text("Med 1 gang siden")
    expect(phone.locator(".small-step", has_text="Jørgen tog med")).to_contain_text("sammen med nogen")


def test_the_citizen_says_no_to_what_another_saw_and_may_undo_it(windows: Windows, demo_server: Server) -> None:
    phone, desk = windows.open_as("citizen", demo_server, viewport=PHONE), windows.open_as("consultant", demo_server)
    club, there = open_communities(phone), open_communities(desk, plan_of(phone))
    before = times(club)
    there.get_by_role("button", name="Sammen med nogen").press("Enter")
    expect(club).to_contain_text(f"Med {before + 1} gange siden")
    seen = phone.locator(".small-step").first
    expect(seen).to_contain_text("set af Torben")
    seen.get_by_role("button", name=re.compile("^Nej, det passer ikke")).press("Enter")
    for one in (club, there):
        expect(one).to_contain_text(f"Med {before} gange siden")
    phone.locator("#room").get_by_role("button", name="Fortryd").press("Enter")
    for one in (club, there):
        expect(one).to_contain_text(f"Med {before + 1} gange siden")


def test_without_scripts_it_counts_too(windows: Windows, demo_server: Server) -> None:
    phone = windows.open_as("citizen", demo_server, viewport=PHONE, java_script_enabled=False)
    here = f"/plans/{re.findall(r'/plans/([0-9]+)/', phone.url)[0]}/communities/"
    phone.goto(here)
    club = phone.locator(".community", has_text=FOOTBALL)
    before = times(club)
    club.get_by_role("button", name="Sammen med nogen").click()
    phone.goto(here)
    expect(club).to_contain_text(f"Med {before + 1} gange siden")


def test_who_did_the_steps_is_the_two_of_thems_alone(windows: Windows, demo_server: Server) -> None:
    plan = plan_of(windows.open_as("citizen", demo_server))
    for who in ("citizen", "consultant"):
        page = windows.open_as(who, demo_server)
        page.goto(f"/plans/{plan}/progress/over-time/")
        line = page.locator("#progress-carried")
        name = "du" if who == "citizen" else "Mikkel"
        expect(line).to_contain_text(re.compile(rf"klarede {name} \d+ af \d+ skridt selv\. Nu er det \d+ af \d+\."))
        expect(line.get_by_role("img")).to_have_accessible_name(re.compile("Hvem klarede skridtene.*Nu er det"))
    sister = windows.open_as("supporter", demo_server)
    sister.goto(f"/plans/{plan_of(sister)}/progress/over-time/")
    expect(sister.locator("#progress-carried")).to_be_hidden()
    expect(sister.locator("main")).not_to_contain_text("skridt selv")
