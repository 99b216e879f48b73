"""A measurement as its people live it: one question a screen, skipped, without signal; then and now; who may see."""

import re
from io import BytesIO

import pytest
from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.browsing import PHONE, Windows
from tests.phone.table import plan_of, settle
from tests.phone.worker import expect_kept, phone_of
from tests.server import Server

VOICE = """
const write = (...told) => sessionStorage.said = JSON.stringify([...JSON.parse(sessionStorage.said ?? "[]"), told]);
const voice = { cancel: () => write("quiet"), speak: ({ lang, text }) => write(lang, text) };
Object.defineProperty(self, "speechSynthesis", { value: voice, configurable: true });
"""


def ask(phone: Page) -> None:
    """From *Mig* to the first of the eleven."""
    phone.goto(f"/plans/{plan_of(phone)}/me/")
    phone.get_by_role("link", name=re.compile("^Målinger")).click()
    phone.get_by_role("link", name=re.compile("^Svar nu ?: Sådan går det")).click()
    settle(phone)


def answer(phone: Page, at: int, score: int) -> None:
    """The one question that is seen is this one, and is answered by one tap; another comes by itself."""
    asked = phone.locator(".asked__one:visible")
    expect(asked).to_have_count(1)
    expect(asked).to_have_attribute("id", f"q-{at}")
    asked.get_by_role("button", name=re.compile(f"^{score}( |$)")).press("Enter")
    expect(phone.locator(f"#q-{at + 1}")).to_be_visible()


def test_it_is_answered_a_question_at_a_time_also_without_signal(windows: Windows, demo_server: Server) -> None:
    with phone_of("citizen", windows, demo_server, viewport=PHONE) as (phone, line):
        plan = plan_of(phone)
        ask(phone)
        expect_kept(phone, f"/plans/{plan}/measurements/eleven/answer/")
        answer(phone, 1, 7)
        phone.locator("#q-2").get_by_role("link", name=re.compile("Spring over|Videre")).press("Enter")
        line.cut()
        answer(phone, 3, 4)
        answer(phone, 4, 9)
        pressed = phone.locator("#q-4 [aria-pressed=true]")
        expect(pressed).to_have_text(re.compile("^9"))
        line.mend()
        phone.evaluate("dispatchEvent(new Event('online'))")
        expect(phone.locator("#q-4 [data-chosen]")).to_have_count(0)
        expect(pressed).to_have_text(re.compile("^9"))
        phone.locator("#q-5").get_by_role("link", name="Tilbage").press("Enter")
        expect(phone.locator("#q-4")).to_be_visible()
        phone.goto(f"/plans/{plan}/measurements/eleven/")
        nows = phone.locator(".curve .then-now > div:last-child b")
        expect(nows.filter(has_text="9 af 10").first).to_be_visible()
        picture = phone.locator(".curve svg[role=img]").first
        expect(picture).to_have_accessible_name(re.compile("job.* Nu: 7"))
        rows = phone.locator(".curve").first.locator("details table tbody tr")
        expect(rows.first.get_by_role("rowheader", include_hidden=True)).not_to_be_empty()


def test_the_citizen_sees_it_first_and_says_who_else_does(windows: Windows, demo_server: Server) -> None:
    phone = windows.open_as("citizen", demo_server, viewport=PHONE)
    here = f"/plans/{plan_of(phone)}/measurements/eleven/"
    ask(phone)
    answer(phone, 1, 6)
    phone.goto(here)
    keep = phone.get_by_role("button", name="Hold det for mig selv")
    if keep.count():
        keep.press("Enter")
        expect(keep).to_have_count(0)
    desk, sister = windows.open_as("consultant", demo_server), windows.open_as("supporter", demo_server)
    for other in (desk, sister):
        other.goto(here)
        expect(other.locator("main")).not_to_contain_text("Før og nu")
        assert not other.locator(".curve").filter(has_not_text="Konsulenten svarer").count()
    settle(desk)
    phone.get_by_role("button", name="Vis konsulenten det").press("Enter")
    expect(desk.locator(".curve").filter(has_not_text="Konsulenten svarer").first).to_be_visible()
    phone.get_by_role("button", name="Del med Sanne").press("Enter")
    expect(phone.get_by_role("button", name="Stop med at dele")).to_have_count(1)
    sister.goto(here)
    expect(sister.locator(".curve").first).to_be_visible()
    phone.get_by_role("button", name="Stop med at dele").press("Enter")
    expect(sister.locator(".curve")).to_have_count(0)


def test_without_scripts_and_on_paper(windows: Windows, demo_server: Server) -> None:
    phone = windows.open_as("citizen", demo_server, viewport=PHONE, java_script_enabled=False)
    ask_plain = f"/plans/{re.findall(r'/plans/([0-9]+)/', phone.url)[0]}/measurements/eleven/"
    phone.goto(f"{ask_plain}answer/")
    asked = phone.locator(".asked__one:visible")
    expect(asked).to_have_count(1)
    asked.get_by_role("button", name=re.compile("^8( |$)")).click()
    expect(phone).to_have_url(re.compile("#q-2$"))
    expect(phone.locator("#q-2")).to_be_visible()
    phone.goto(ask_plain)
    phone.emulate_media(media="print")
    expect(phone.locator(".curve svg").first).to_be_visible()
    expect(phone.get_by_role("link", name="Svar nu")).to_be_hidden()


@pytest.mark.parametrize(
    ("page", "curve"),
    [("measurements/eleven/", ".curve"), ("progress/over-time/", ".small-curve"), ("communities/", ".community")],
)
def test_on_paper_every_figure_of_a_line_stands_under_it(
    windows: Windows, demo_server: Server, page: str, curve: str
) -> None:
    """A line has only its ends written on it: the table, folded on a screen, is printed; read here from the PDF."""
    phone = windows.open_as("citizen", demo_server, viewport=PHONE)
    phone.goto(f"/plans/{plan_of(phone)}/{page}")
    one = phone.locator(curve).filter(has=phone.locator("table tbody tr:nth-child(3)")).first
    expect(one.locator("table")).to_be_hidden()
    rows = [" ".join(row.split()) for row in one.locator("tbody tr").all_text_contents()]
    paper = PdfReader(BytesIO(phone.pdf(format="A4")))
    told = "".join("".join(sheet.extract_text() for sheet in paper.pages).split())
    assert len(rows) > 2
    for row in rows:
        assert "".join(row.split()) in told, row


def said(phone: Page) -> list[list[str]]:
    told: list[list[str]] = phone.evaluate("JSON.parse(sessionStorage.said ?? '[]')")
    return told


def test_a_question_is_read_aloud_by_its_button_and_no_longer_than_one_is_there(
    windows: Windows, demo_server: Server
) -> None:
    """The browser here has no voices: a double stands in their place and writes down what it is handed."""
    phone = windows.open_as("citizen", demo_server, viewport=PHONE)
    here = f"/plans/{plan_of(phone)}/measurements/eleven/answer/"
    phone.add_init_script(VOICE)
    phone.goto(f"{here}#q-1")
    settle(phone)
    asked = phone.locator("#q-1")
    parts = asked.locator("[data-read]")
    words = [asked.get_by_role("heading").inner_text(), *parts.all_inner_texts()[1:]]
    assert len(words) == 3 and words[1].startswith("0: ") and words[2].startswith("10: ")
    assert not said(phone)
    asked.get_by_role("button", name="Læs højt").press("Enter")
    aloud = [["quiet"], ["da", ". ".join(words)]]
    assert said(phone) == aloud
    asked.get_by_role("link", name=re.compile("Spring over|Videre")).press("Enter")
    expect(phone.locator("#q-2")).to_be_visible()
    phone.wait_for_function("many => JSON.parse(sessionStorage.said).length === many", arg=3)
    assert said(phone) == [*aloud, ["quiet"]]
    phone.locator("#q-2").get_by_role("button", name="Læs højt").press("Enter")
    assert said(phone)[-1] == ["da", ". ".join(phone.locator("#q-2 [data-read]").all_inner_texts())]
    phone.get_by_role("link", name="Alle målinger").press("Enter")
    expect(phone.get_by_role("heading", name="Målinger", exact=True)).to_be_visible()
    assert said(phone)[-1] == ["quiet"]
    phone.add_init_script("delete self.speechSynthesis; delete Window.prototype.speechSynthesis")
    phone.goto(f"{here}#q-1")
    settle(phone)
    expect(phone.locator("#q-1").get_by_role("heading")).to_be_visible()
    expect(phone.get_by_role("button", name="Læs højt")).to_have_count(0)
