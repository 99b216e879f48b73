"""Another site's page cannot act with a person's cookie: neither by form nor by fetch."""

import httpx
import pytest
from playwright.sync_api import Page

from backend.config.origin import is_same_origin
from tests.config.conftest import Site, site_running

OURS = "https://tavlen.example.dk"


@pytest.mark.parametrize(
    ("origin", "fetch_site", "ours"),
    [
        (None, None, True),
        (OURS, None, True),
        (OURS, "same-origin", True),
        ("null", "same-origin", True),
        (None, "none", True),
        ("https://tavlen.example.dk:8443", None, False),
        ("http://tavlen.example.dk", None, False),
        ("https://tavlen.example.dk.evil.example", None, False),
        ("https://evil.example", None, False),
        ("null", None, False),
        ("", None, False),
        (OURS, "same-site", False),
        (OURS, "cross-site", False),
        (None, "cross-site", False),
        (OURS, "", False),
    ],
)
def test_who_counts_as_our_own_page(origin: str | None, fetch_site: str | None, ours: bool) -> None:
    assert is_same_origin(origin=origin, fetch_site=fetch_site, own=OURS) is ours


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "INVENTED"])
def test_no_unsafe_method_passes_from_another_site(client: httpx.Client, method: str) -> None:
    for headers in ({"Origin": "http://evil.example"}, {"Sec-Fetch-Site": "cross-site"}):
        answer = client.request(method, "/shown", headers=headers)
        assert answer.status_code == 403
        assert "intet er ændret" in answer.text


def test_our_own_page_and_a_program_pass(site: Site, client: httpx.Client) -> None:
    assert client.post("/shown", headers={"Origin": site.url}).status_code == 200
    assert client.post("/shown").status_code == 200


def test_the_host_a_request_names_must_be_the_one_it_comes_from(site: Site, client: httpx.Client) -> None:
    """Two allowed names of one machine are two origins."""
    answer = client.post("/shown", headers={"Host": f"localhost:{site.port}", "Origin": site.url})
    assert answer.status_code == 403


def test_two_origins_in_one_request_are_none(site: Site, client: httpx.Client) -> None:
    doubled = httpx.Headers([("Origin", site.url), ("Origin", "http://evil.example")])
    assert client.post("/shown", headers=doubled).status_code == 403


def test_in_public_only_the_public_origin_passes(tmp_path_factory: pytest.TempPathFactory) -> None:
    proxy = {"Host": "tavlen.example.dk", "X-Forwarded-Proto": "https"}
    with (
        site_running(tmp_path_factory.mktemp("public"), TAVLEN_BASE_URL=OURS) as site,
        site.client(headers=proxy) as client,
    ):
        assert client.post("/shown", headers={"Origin": OURS}).status_code == 200
        assert client.post("/shown", headers={"Origin": "http://tavlen.example.dk"}).status_code == 403
        assert client.post("/shown", headers={"Origin": "https://tavlen.example.dk:444"}).status_code == 403


def test_a_browser_sends_our_form_and_shows_its_origin(site: Site, page: Page) -> None:
    """What the choice of Referrer-Policy rests on: with no-referrer this form would say `Origin: null`."""
    page.goto(f"{site.url}/form?to=/shown")
    page.click("button")
    page.wait_for_url("**/shown")
    shown = page.evaluate("JSON.parse(document.body.innerText)")
    assert shown["Origin"] == site.url
    assert shown["Sec-Fetch-Site"] == "same-origin"


def test_a_browser_cannot_be_made_to_send_another_sites_form(site: Site, page: Page) -> None:
    page.route(
        "http://evil.example/**",
        lambda route: route.fulfill(
            content_type="text/html", body=f'<form method="post" action="{site.url}/shown"><button>Win</button></form>'
        ),
    )
    page.goto("http://evil.example/")
    with page.expect_response("**/shown") as answer:
        page.click("button")
    assert answer.value.status == 403
