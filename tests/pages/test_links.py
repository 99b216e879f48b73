"""Links in what people write: only those of the web, and it is plain where each leads."""

import re

import pytest

from citizen_app.links import linked

SAFE = ' rel="nofollow noopener noreferrer" target="_blank">'


def leads(text: str) -> list[str]:
    return re.findall(r'href="([^"]*)"', linked(text))


@pytest.mark.parametrize(
    ("text", "href", "shown"),
    [
        ("Se https://borger.dk.", "https://borger.dk", "<b>borger.dk</b>"),
        ("(http://a.dk/a?b=1&c=2#d)", "http://a.dk/a?b=1&amp;c=2#d", "<b>a.dk</b><bdi>/a?b=1&amp;c=2#d</bdi>"),
        ("HTTPS://Example.DK:8443/(x)", "https://example.dk:8443/(x)", "<b>example.dk:8443</b><bdi>/(x)</bdi>"),
        ("https://xn--e1awd7f.dk", "https://xn--e1awd7f.dk", "<b>xn--e1awd7f.dk</b>"),
        ("https://bоrger.dk/log-ind", "https://xn--brger-jye.dk/log-ind", "<b>xn--brger-jye.dk</b><bdi>/log-ind</bdi>"),
        ("https://rødovre.dk", "https://xn--rdovre-bya.dk", "<b>rødovre.dk</b>"),
        ("https://borger.dk/\u202egpj.exe", "https://borger.dk/", "<b>borger.dk</b>"),
    ],
)  # fmt: skip
def test_it_leads_where_it_says(text: str, href: str, shown: str) -> None:
    html = linked(text)
    assert f'<a href="{href}"{SAFE}{shown}' in html
    assert html.count("<a ") == 1


@pytest.mark.parametrize(
    "text",
    ["javascript:alert(1)", "data:text/html,<script>alert(1)</script>", "https://borger.dk@ond.dk/",
     "https://x", "ftp://a.dk/b",
     "https://", "https://[::1]/", "https://a..dk", "https://" + "a" * 70 + ".dk", "borger.dk", "https://a.dk:99999/"],
)  # fmt: skip
def test_what_is_no_address_of_the_web_stays_text(text: str) -> None:
    assert "<" not in linked(text).replace("&lt;", "")


def test_html_in_and_around_it_is_text() -> None:
    html = linked('<img src=x> https://a.dk/"onclick="x <b>')
    assert re.findall(r"<[a-z]+", html) == ["<a", "<b"]
    assert leads('https://a.dk/"onclick="x') == ["https://a.dk/"]


@pytest.mark.parametrize(
    ("text", "number"),
    [("Ring 12 34 56 78", None), ("Ring 23 45 67 89.", "23456789"), ("+45 23456789", "+4523456789"),
     ("0045 70 10 10 10", "004570101010"),
     ("010190-1234", None), ("2345678901", None), ("kr. 23.456.789", None), ("22-11-2026", None)],
)  # fmt: skip
def test_a_danish_number_can_be_pressed(text: str, number: str | None) -> None:
    assert leads(text) == ([f"tel:{number}"] if number else [])
