"""A session's cookie stays with our own site, out of scripts' reach, and in public on https alone."""

import httpx
import pytest

from tests.config.conftest import site_running


def test_on_this_machine(client: httpx.Client) -> None:
    cookie = client.get("/visit").headers["Set-Cookie"]
    assert cookie.startswith("tavlen=")
    assert {"HttpOnly", "SameSite=Lax", "Path=/"} <= set(cookie.split("; "))


def test_in_public(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("public")
    headers = {"Host": "tavlen.example.dk", "X-Forwarded-Proto": "https"}
    with (
        site_running(folder, TAVLEN_BASE_URL="https://tavlen.example.dk") as site,
        site.client(headers=headers) as client,
    ):
        cookie = client.get("/visit").headers["Set-Cookie"]
    assert cookie.startswith("__Host-tavlen=")
    assert {"HttpOnly", "SameSite=Lax", "Path=/", "Secure"} <= set(cookie.split("; "))
    assert "Domain" not in cookie
