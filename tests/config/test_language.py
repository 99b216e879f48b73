"""Danish until somebody chooses otherwise."""

import httpx


def test_a_page_is_danish_whatever_the_browser_speaks(client: httpx.Client) -> None:
    assert client.get("/tiny", headers={"Accept-Language": "en"}).headers["Content-Language"] == "da"


def test_the_cookie_chooses(client: httpx.Client) -> None:
    assert client.get("/tiny", headers={"Cookie": "language=en"}).headers["Content-Language"] == "en"


def test_a_language_we_do_not_speak_is_danish(client: httpx.Client) -> None:
    assert client.get("/tiny", headers={"Cookie": "language=../../etc"}).headers["Content-Language"] == "da"
