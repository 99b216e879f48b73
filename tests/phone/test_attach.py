"""Photos and files on a phone: small before they leave, kept while there is no signal, sent once."""

import io
import re
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, Request, expect

from tests.browsing import Windows
from tests.phone.table import plan_of, settle
from tests.plans import pictures
from tests.server import Server


def talk_of(page: Page) -> Page:
    page.goto(f"/plans/{plan_of(page)}/conversation/")
    settle(page)
    return page


def hears(sent: list[Request], one: Request) -> None:
    if re.search("/api/.*/files/", one.url):
        sent.append(one)


def test_a_photo_waits_without_signal_and_comes_once(windows: Windows, demo_server: Server, tmp_path: Path) -> None:
    phone = talk_of(windows.open_as("citizen", demo_server))
    desk = talk_of(windows.open_as("consultant", demo_server))
    before = desk.locator(".message").count()
    large = tmp_path / "IMG_20261122_55.9644N.jpg"
    large.write_bytes(pictures.photo(size=(4000, 3000), turned=6, quality=97))
    phone.context.set_offline(True)
    phone.locator("#files").set_input_files(large)
    expect(phone.locator("#picked canvas")).to_be_visible()
    phone.get_by_role("button", name="Send").click()
    waits = phone.locator(".message[data-made]")
    expect(waits.locator("canvas")).to_be_visible()
    expect(phone.locator("#picked")).to_be_empty()
    phone.close()
    sent: list[Request] = []
    phone.context.on("requestfinished", lambda one: hears(sent, one))
    phone = phone.context.new_page()
    phone.context.set_offline(False)
    phone.goto(f"{desk.url}")
    settle(phone)
    shown = desk.locator(".message").last.locator("img")
    expect(shown).to_be_visible()
    expect(phone.locator(".message[data-made]")).to_have_count(0)
    expect(desk.locator(".message")).to_have_count(before + 1)
    assert [one.method for one in sent] == ["POST"], "sent once"
    answer = desk.context.request.get(str(shown.get_attribute("src")).replace("small/", ""))
    with Image.open(io.BytesIO(answer.body())) as picture:
        assert picture.size == (1200, 1600), "upright, and made small on the phone already: the server keeps 2048"
        assert not picture.getexif() and pictures.PLACE.encode() not in answer.body()
    shown.click()
    expect(desk.locator(".photo img")).to_be_visible()


def test_what_cannot_go_is_said_at_once_and_the_words_stay(
    windows: Windows, demo_server: Server, tmp_path: Path
) -> None:
    page = talk_of(windows.open_as("citizen", demo_server))
    no, yes, cut = tmp_path / "a.svg", tmp_path / "Plan.pdf", tmp_path / "Halv.pdf"
    no.write_bytes(pictures.SVG.replace(b"svg", b"sv"))
    yes.write_bytes(pictures.document())
    cut.write_bytes(pictures.document()[:-30])
    page.get_by_label(re.compile("Skriv til")).fill("Her er planen")
    page.locator("#files").set_input_files(no)
    expect(page.locator(".attach__why")).to_contain_text("billeder og PDF-filer")
    expect(page.locator("#picked li")).to_have_count(0)
    page.locator("#files").set_input_files([cut])
    expect(page.locator("#picked bdi")).to_have_text("Halv.pdf")
    page.get_by_role("button", name="Send").click()
    expect(page.locator("#refused")).to_contain_text("PDF-filen er ikke hel")
    expect(page.locator("#refused")).to_contain_text("Her er planen")
    expect(page.locator("#refused")).to_contain_text("Halv.pdf")
    page.locator("#refused [data-do=drop]").click()
    page.locator("#files").set_input_files([yes, yes])
    page.get_by_role("button", name="Tag væk").first.click()
    page.get_by_role("button", name="Send").click()
    file = page.locator(".message").last.locator("a.message__file")
    expect(file).to_contain_text("Plan.pdf")
    with page.expect_download() as saved:
        file.click()
    assert saved.value.path().read_bytes() == pictures.document()
