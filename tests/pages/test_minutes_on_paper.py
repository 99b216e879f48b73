"""The minutes as a PDF: tagged, named, in its language; what people wrote is text, whatever they wrote."""

from io import BytesIO
from typing import Any

import pytest
from django.test import Client
from pypdf import PdfReader

from backend.common import clock
from backend.plans import commands as do
from backend.plans.models import Visit
from citizen_app.paper import SQUARE, as_pdf
from tests.access.visitors import signed_in
from tests.cast import Cast, gather
from tests.plans.holding import meeting

A4 = (595, 842)
ROW = 110  # letters of ours that a line of the page has room for
LONG = "Sundhedskoordinationsudvalgsmødeindkaldelsesbekræftelseskvittering"
NASTY = ['#panic("x")', "$x^2$", "`raw`", "*/ // /*", "\\ # <a> @b", '"told"', "= Ikke en overskrift", '#include "/x"']


def paper(*items: str, notes: tuple[str, ...] = ()) -> PdfReader:
    lines = [{"text": text, "notes": notes} for text in items]
    told = {"title": "Referat", "lang": "da", "lines": ["Amina"], "foot": ["Lavet af tavlen"]}
    return PdfReader(
        BytesIO(
            as_pdf("meeting/minutes.typ", {**told, "sections": [{"heading": "Aftalt", "items": lines, "look": ""}]})
        )
    )


def text_of(pdf: PdfReader) -> str:
    """As it is read, hyphens at the ends of lines taken away."""
    read = "".join(page.extract_text() for page in pdf.pages)
    return read.replace("\u00ad\n", "").replace("\u00ad", "").replace("\n", " ")


def tags_of(pdf: PdfReader) -> list[str]:
    """The names of all structure elements, as a screen reader walks them."""

    def walk(node: Any) -> list[str]:
        node = node.get_object()
        if isinstance(node, list):
            return [tag for one in node for tag in walk(one)]
        if not isinstance(node, dict):
            return []
        own = [str(node["/S"])] if "/S" in node else []
        return own + (walk(node["/K"]) if "/K" in node else [])

    return walk(_root(pdf)["/StructTreeRoot"])


def _root(pdf: PdfReader) -> Any:
    return pdf.trailer["/Root"]


def test_it_is_tagged_and_has_title_language_headings_and_lists() -> None:
    pdf = paper("Ring til lægen")
    root = _root(pdf)
    assert (root["/MarkInfo"]["/Marked"], root["/Lang"], root["/ViewerPreferences"]["/DisplayDocTitle"]) == (
        True, "da", True,
    )  # fmt: skip
    assert pdf.metadata is not None and pdf.metadata.title == "Referat"
    tags = tags_of(pdf)
    assert "/H1" in tags and "/H2" not in tags and {"/L", "/LI", "/LBody"} <= set(tags)
    assert b"pdfuaid:part" in root["/Metadata"].get_object().get_data()


def test_the_fonts_are_our_own() -> None:
    page: Any = paper("Æøå Łódź").pages[0]
    fonts = {str(font.get_object()["/BaseFont"]) for font in page["/Resources"]["/Font"].values()}
    assert fonts and all("IBM-Plex-Sans" in font for font in fonts)


def test_what_people_wrote_is_text_and_never_markup() -> None:
    read = text_of(paper(*NASTY, '"\\' * 100))
    assert not [text for text in NASTY if text not in read]


@pytest.mark.parametrize(
    "text", ["😀 👨‍👩‍👧 glad", "漢字", "\ufff0 \u2800", "مرحبا", "z͓̽a̷l", "\ue000", "a\u202eb\u200b"]
)
def test_a_sign_that_no_font_draws_is_a_square_and_the_rest_is_read(text: str) -> None:
    read = text_of(paper(f"Før {text} efter"))
    assert "Før" in read and "efter" in read
    if "glad" in text:
        assert SQUARE in read and "glad" in read


def test_ten_thousand_signs_and_the_longest_words_stay_inside_the_page() -> None:
    pdf = paper("a" * 10_000, LONG, notes=(LONG * 3,))
    assert {(round(page.mediabox.width), round(page.mediabox.height)) for page in pdf.pages} == {A4}
    rows = [row for page in pdf.pages for row in page.extract_text().split("\n")]
    assert max(map(len, rows)) <= ROW
    assert text_of(pdf).count("a") >= 10_000


def test_sixty_agreements_go_on_on_more_pages() -> None:
    pdf = paper(*(f"Aftale nummer {n}" for n in range(60)), notes=("Amina, torsdag den 3. december 2026", "Enig"))
    assert 2 <= len(pdf.pages) <= 6
    read = text_of(pdf)
    assert all(f"Aftale nummer {n}" in read for n in range(60))


@pytest.fixture
def cast(db: None) -> Cast:
    return gather()


def test_each_gets_their_own_and_it_stands_in_the_list_of_who_has_looked(cast: Cast) -> None:
    with meeting(cast, "supporter") as there:
        cast.adds_step(title="Kør mig", responsible=cast.members["supporter"], due=clock.today())
        cast.adds_step(title="Det private")
        for who, word in {"citizen": "Mod", "consultant": "Tålmod", "supporter": "Håb"}.items():
            cast.does(who, do.SayWord(meeting_id=there, words=word))
        cast.plans_meeting()
    cast.does("citizen", do.SayOwnView(meeting_id=there, words="Jeg blev træt"))
    url = f"/plans/{cast.plan_id}/meetings/{there}/minutes/"
    seen = {}
    for role in ("citizen", "consultant", "supporter"):
        answer = signed_in(cast.person_of(role)).get(url)
        assert answer.status_code == 200 and answer.headers["Content-Type"] == "application/pdf"
        assert answer.headers["Cache-Control"] == "private, no-store"
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert 'filename="tavlen.pdf"' in answer.headers["Content-Disposition"]
        seen[role] = text_of(PdfReader(BytesIO(answer.content)))
    assert all("Kør mig" in read for read in seen.values())
    assert [("Det private" in read, "Jeg blev træt" in read) for read in seen.values()] == [
        (True, True), (True, True), (False, False),
    ]  # fmt: skip
    home = {
        role: [word in read for word in ("»Mod«", "»Tålmod«", "»Håb«", "Næste møde")] for role, read in seen.items()
    }
    assert home == {"citizen": [True] * 4, "consultant": [True] * 4, "supporter": [False, False, True, False]}
    looks = Visit.objects.filter(plan_id=cast.plan_id, what="minutes").values_list("role", flat=True)
    assert sorted(looks) == ["consultant", "supporter"]
    assert signed_in(cast.professional).get(url).status_code == 404
    assert Client().get(url).status_code == 302
