"""Our handler bears what Django's bears: errors, streams, uploads, people who leave, eight at once."""

import json
import socket
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from uuid import uuid4

import httpx
import pytest
from django.conf import settings

from tests.config.conftest import Site, site_running
from tests.services import wait_until


def leave_during(site: Site, target: str) -> None:
    """Sends a request and hangs up before its answer has come."""
    with socket.create_connection(("127.0.0.1", site.port)) as line:
        line.sendall(f"GET {target} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".encode())
        line.settimeout(0.3)
        with pytest.raises(TimeoutError):
            while line.recv(1024):
                pass


def test_a_page_and_its_head(client: httpx.Client) -> None:
    assert client.get("/tiny").text == "ok"
    head = client.head("/tiny")
    assert (head.status_code, head.content, head.headers["Content-Length"]) == (200, b"", "2")


def test_an_exception_is_a_500_and_its_words_are_not_logged(site: Site, client: httpx.Client) -> None:
    assert client.get("/broken").status_code == 500
    assert client.get("/tiny").text == "ok"
    wait_until(lambda: '"error": "RuntimeError"' in site.log, "the log")
    assert "words of a citizen" not in site.log


def test_an_unknown_address_is_a_404(client: httpx.Client) -> None:
    assert client.get("/nowhere").status_code == 404


def test_a_path_that_is_no_text_is_refused(client: httpx.Client) -> None:
    assert client.get("/%ff").status_code in (400, 404)


def test_uploads_arrive_whole_small_and_large(client: httpx.Client) -> None:
    files = {"one": ("small", b"a" * 10), "other": ("large", b"b" * 5_000_000)}
    answer = client.post("/upload", data={"words": "æøå"}, files=files).json()
    assert answer == {"fields": {"words": "æøå"}, "files": {"small": 10, "large": 5_000_000}}


@pytest.mark.parametrize("size", [0, 1, 8191, 8192, 8193, 300_000])
def test_a_body_of_any_size_is_read_to_its_last_byte(client: httpx.Client, size: int) -> None:
    assert client.post("/body", content=b"x" * size).text == str(size)


def test_a_form_beyond_its_limit_is_refused(client: httpx.Client) -> None:
    assert client.post("/body", content=b"x" * (2 * 1024 * 1024 + 1)).status_code == 400


def test_a_body_beyond_every_limit_is_refused_before_any_view_sees_it(client: httpx.Client) -> None:
    assert client.post("/tiny", content=b"x" * (settings.TAVLEN_BODY_MAX_BYTES + 1)).status_code == 413


def test_a_stream_comes_in_parts_from_one_thread_and_is_closed(site: Site, client: httpx.Client) -> None:
    note = uuid4().hex
    parts = [line.split(" ") for line in client.get(f"/stream?note={note}").text.splitlines()]
    assert [number for number, _ in parts] == ["0", "1", "2"]
    assert len({thread for _, thread in parts}) == 1
    wait_until((site.folder / note).exists, "the end of the stream")


def test_a_stream_is_sent_as_it_is_made(client: httpx.Client) -> None:
    began = time.monotonic()
    with client.stream("GET", f"/stream?note={uuid4().hex}&pause=0.5") as answer:
        assert next(answer.iter_lines()).startswith("0 ")
        assert time.monotonic() - began < 1.4


def test_an_async_stream_comes_whole(client: httpx.Client) -> None:
    assert client.get("/async-stream").text == "0\n1\n2\n"


def test_whoever_leaves_a_stream_ends_it_before_daphne_loses_patience(site: Site) -> None:
    note, killed = uuid4().hex, site.log.count("was killed")
    leave_during(site, f"/stream?note={note}&pause=0.5&count=100")
    wait_until((site.folder / note).exists, "the end of the stream", seconds=8)
    assert site.log.count("was killed") == killed


def test_every_request_is_finished_in_the_thread_that_did_it(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"f" * 2_000_000)
    with site_running(tmp_path, TAVLEN_THREADS="1") as site, site.client() as client:
        for target in ("/tiny", "/broken", "/stream?note=finished", "/file", "/nowhere"):
            before = int(client.get("/finished").text)
            client.get(target)
            assert int(client.get("/finished").text) == before + 2, target


def test_a_stream_that_breaks_ends_and_is_logged_and_daphne_goes_on(site: Site, client: httpx.Client) -> None:
    assert client.get("/breaks-off").text == "begun\n"
    wait_until(lambda: "a stream broke off" in site.log, "the log")
    assert "Exception in callback" not in site.log
    assert client.get("/tiny").text == "ok"


@pytest.mark.parametrize("size", [0, 100, 2_000_000])
def test_files_come_whole_and_head_sends_none_of_them(site: Site, client: httpx.Client, size: int) -> None:
    (site.folder / "file").write_bytes(b"f" * size)
    assert client.get("/file").content == b"f" * size
    head = client.head("/file")
    assert (head.content, head.headers["Content-Length"]) == (b"", str(size))


def test_a_request_is_done_to_its_end_when_nobody_waits_for_it(site: Site, client: httpx.Client) -> None:
    note = uuid4().hex
    leave_during(site, f"/slow?seconds=1&note={note}")
    wait_until((site.folder / note).exists, "the change")
    assert client.get("/tiny").text == "ok"


def test_a_thread_left_behind_comes_back_when_its_work_is_done(site: Site, client: httpx.Client) -> None:
    """Eight leave work that outlives the server's patience with them (2 s); then eight threads are needed at once."""
    notes = [uuid4().hex for _ in range(8)]
    with ThreadPoolExecutor(8) as people:
        list(people.map(lambda note: leave_during(site, f"/slow?seconds=5&note={note}"), notes))
    wait_until(lambda: all((site.folder / note).exists() for note in notes), "eight changes")
    assert len(eight_at_once(client)) == 8


def test_eight_requests_are_worked_on_at_once_each_in_a_thread_of_its_own(client: httpx.Client) -> None:
    assert len(eight_at_once(client)) == 8


def eight_at_once(client: httpx.Client) -> set[str]:
    with ThreadPoolExecutor(8) as people:
        return set(people.map(lambda _: client.get("/together").text, range(8)))


def test_more_than_eight_wait_for_their_turn(site: Site, client: httpx.Client) -> None:
    notes = [uuid4().hex for _ in range(24)]
    with ThreadPoolExecutor(24) as people:
        answers = list(people.map(lambda note: client.get(f"/slow?seconds=0.1&note={note}").text, notes))
    assert answers == ["done"] * 24


def test_a_thread_keeps_its_connection_and_forgets_the_person(client: httpx.Client) -> None:
    first, second = (client.get("/thread").json() for _ in range(2))
    assert first["thread"] == second["thread"]
    assert first["connection"] == second["connection"]
    assert second["left"] == first["left"] + 1
    assert first["language"] == second["language"] == "da"


def test_the_log_tells_address_and_status_but_no_query(site: Site, client: httpx.Client) -> None:
    address = f"/nowhere-{uuid4().hex}"
    client.get(f"{address}?code=s3cret")
    wait_until(lambda: address in site.log, "the log")
    told = json.loads(next(line for line in site.log.splitlines() if address in line))
    assert (told["method"], told["path"], told["status"]) == ("GET", address, 404)
    assert "s3cret" not in site.log
