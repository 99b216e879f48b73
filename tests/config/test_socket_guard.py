"""Another site's page opens no socket with a person's cookie."""

import socket

import pytest
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from tests.config.conftest import Site


def say_hello(site: Site, **headers: str) -> str:
    with connect(f"ws://127.0.0.1:{site.port}/live/", additional_headers=headers) as line:
        line.send("hello")
        return str(line.recv())


def refused_with(site: Site, **headers: str) -> int:
    with pytest.raises(InvalidStatus) as refused:
        say_hello(site, **headers)
    return refused.value.response.status_code


def test_our_own_page_and_a_program_open_a_socket(site: Site) -> None:
    assert say_hello(site, Origin=site.url) == "hello"
    assert say_hello(site) == "hello"


@pytest.mark.parametrize("origin", ["http://evil.example", "null", "http://127.0.0.1:1", "https://127.0.0.1"])
def test_another_sites_page_opens_none(site: Site, origin: str) -> None:
    assert refused_with(site, Origin=origin) == 403


def test_the_browsers_verdict_on_a_socket_does_not_outweigh_its_origin(site: Site) -> None:
    """A handshake is a GET; only its Origin is asked, since not every browser adds Sec-Fetch-Site to it."""
    assert refused_with(site, Origin="http://evil.example", **{"Sec-Fetch-Site": "none"}) == 403


def test_two_names_of_this_machine_are_two_origins(site: Site) -> None:
    assert refused_with(site, Origin=f"http://localhost:{site.port}") == 403


def test_none_opens_under_a_host_that_is_not_ours(site: Site) -> None:
    request = (
        "GET /live/ HTTP/1.1\r\nHost: evil.example\r\nOrigin: http://evil.example\r\nUpgrade: websocket\r\n"
        "Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
    )
    with socket.create_connection(("127.0.0.1", site.port), timeout=5) as line:
        line.sendall(request.encode())
        assert line.recv(1024).startswith(b"HTTP/1.1 403")
