"""What a phone's camera reads from our pictures is the link, and it leads where it says."""

import io

import zxingcpp
from PIL import Image
from playwright.sync_api import Locator, Page, expect

from tests.browsing import PHONE, WALL, Windows
from tests.pages.test_wall_in_a_meeting import begin, does
from tests.phone.table import plan_of
from tests.server import Server

SEEN_FROM_AFAR = 0.2  # of the pixels that the screen shows


def read(shown: Locator, *, scale: float = 1.0) -> str:
    """As a camera sees it: pixels, and what stands around it on the page."""
    box = shown.bounding_box()
    assert box is not None
    page = Image.open(io.BytesIO(shown.page.screenshot())).convert("L")
    around = page.crop((int(box["x"]), int(box["y"]), int(box["x"] + box["width"]), int(box["y"] + box["height"])))
    (code,) = zxingcpp.read_barcodes(around.resize((round(around.width * scale), round(around.height * scale))))
    assert code.format == zxingcpp.BarcodeFormat.QRCode
    return code.text


def test_an_invitation_is_read_in_both_themes_and_leads_to_its_question(windows: Windows, demo_server: Server) -> None:
    citizen = windows.open_as("citizen", demo_server, viewport=PHONE)
    citizen.goto(f"/plans/{plan_of(citizen)}/invitations/new/")
    citizen.get_by_label("Navn").fill("Ida")
    citizen.locator("main form button.main").click()
    shown = citizen.locator(".qr").first
    links = set()
    for theme in ("light", "dark"):
        citizen.emulate_media(color_scheme=theme)
        shown.scroll_into_view_if_needed()
        links.add(read(shown))
    (link,) = links
    guest = windows.open(viewport=PHONE)
    guest.goto(link)
    guest.locator("main form button.main").click()
    expect(guest.get_by_role("heading", level=1)).to_contain_text("Mikkel")


def test_the_walls_code_is_read_from_afar_and_finds_the_wall(windows: Windows, demo_server: Server) -> None:
    citizen, wall = _open(windows, demo_server)
    expect(wall.locator(".qr")).to_be_visible()
    meeting_id = begin(citizen, plan_of(citizen))
    citizen.goto(read(wall.locator(".qr"), scale=SEEN_FROM_AFAR))
    citizen.get_by_role("button", name="Find skærmen").click()
    expect(citizen.locator(".wall-name")).to_have_text("Mødelokale 4")
    does(citizen, plan_of(citizen), "end_meeting", meeting_id=meeting_id)


def _open(windows: Windows, server: Server) -> tuple[Page, Page]:
    wall = windows.open(viewport=WALL, base_url=server.url)
    wall.goto("/wall/")
    wall.get_by_label("Lokalets navn").fill("Mødelokale 4")
    wall.get_by_role("button", name="Gør den klar").click()
    return windows.open_as("citizen", server), wall


def test_wall_and_phone_show_the_way_into_the_open_meeting(windows: Windows, demo_server: Server) -> None:
    citizen = windows.open_as("citizen", demo_server, viewport=WALL)
    meeting_id = begin(citizen, plan := plan_of(citizen))
    there, consultant = f"/plans/{plan}/meetings/{meeting_id}/", windows.open_as("consultant", demo_server)
    citizen.goto(f"/plans/{plan}/screen/")
    on_wall = read(citizen.locator(".wall__join .qr"), scale=0.5)
    citizen.goto(there)
    citizen.locator("#fold-join summary").click()
    shown = citizen.locator("#fold-join .qr")
    shown.scroll_into_view_if_needed()
    assert read(shown) == on_wall == f"{demo_server.url}/meeting/"
    consultant.goto(on_wall)
    expect(consultant).to_have_url(f"{demo_server.url}{there}")
