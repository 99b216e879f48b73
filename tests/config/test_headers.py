"""Every answer tells the browser what it may not do."""

import re

import httpx
import pytest

from tests.config.conftest import site_running

PUBLIC = {"TAVLEN_BASE_URL": "https://tavlen.example.dk"}
PROXY = {"Host": "tavlen.example.dk", "X-Forwarded-Proto": "https"}


@pytest.mark.parametrize("path", ["/tiny", "/broken", "/nowhere", "/static/nothing.js", "/stream?note=headers"])
def test_each_kind_of_answer_carries_all_of_them(client: httpx.Client, path: str) -> None:
    headers = client.get(path).headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]
    assert headers["Cache-Control"] == "private, no-store"
    assert "Server" not in headers


def test_nothing_inline_and_nothing_from_elsewhere(site_policy: dict[str, str]) -> None:
    assert site_policy["default-src"] == "'none'"
    assert site_policy["base-uri"] == "'none'"
    assert site_policy["frame-ancestors"] == "'none'"
    for directive in ("script", "style", "font", "img", "manifest", "worker"):
        assert site_policy[f"{directive}-src"] == "'self'"
    assert site_policy["form-action"] == "'self'"


def test_the_socket_is_named_for_browsers_whose_self_leaves_it_out(client: httpx.Client) -> None:
    policy = client.get("/tiny").headers["Content-Security-Policy"]
    assert f"connect-src 'self' ws://127.0.0.1:{client.base_url.port};" in policy


def test_a_page_that_says_who_may_keep_it_is_believed(client: httpx.Client) -> None:
    assert client.get("/told").headers["Cache-Control"] == "private, no-cache"


def test_plain_http_promises_no_https(client: httpx.Client) -> None:
    assert "Strict-Transport-Security" not in client.get("/tiny").headers


@pytest.mark.parametrize("host", ["evil.example", "tavlen.example.dk.evil.example", "127.0.0.1.evil.example"])
def test_another_host_is_not_answered(client: httpx.Client, host: str) -> None:
    assert client.get("/tiny", headers={"Host": host}).status_code == 400


@pytest.fixture
def site_policy(client: httpx.Client) -> dict[str, str]:
    policy = client.get("/tiny").headers["Content-Security-Policy"]
    assert "unsafe" not in policy
    return dict(re.fullmatch(r"(\S+) (.+)", part).groups() for part in policy.split("; "))  # type: ignore[union-attr, misc]


def test_in_public_https_is_promised_and_asked_for(tmp_path_factory: pytest.TempPathFactory) -> None:
    with site_running(tmp_path_factory.mktemp("public"), **PUBLIC) as site, site.client() as client:
        answer = client.get("/tiny", headers=PROXY)
        plain = client.get("/tiny", headers={"Host": "tavlen.example.dk"})
    assert answer.headers["Strict-Transport-Security"].startswith("max-age=31536000")
    assert "connect-src 'self' wss://tavlen.example.dk;" in answer.headers["Content-Security-Policy"]
    assert (plain.status_code, plain.headers["Location"]) == (301, "https://tavlen.example.dk/tiny")
