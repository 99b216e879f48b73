"""bin/demo as a newcomer runs it: one command, a sentence where something is wrong, a clean end."""

import os
import signal
import socket
import sqlite3
import stat
import subprocess
import urllib.error
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from parts import data_dir, mitid, ready
from parts.places import ROOT
from tests.server import Prepared
from tests.services import free_port, wait_until

DEMO = str(ROOT / "bin" / "demo")


@pytest.fixture(scope="module")
def folder(planted: Prepared, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder as an earlier day left it."""
    folder = tmp_path_factory.mktemp("demo") / "data"
    planted.copy(folder)
    return folder


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_it_ends_cleanly_when_told(folder: Path, how: signal.Signals) -> None:
    with demo("--data", str(folder)) as (process, log):
        address = ready_address(process, log)
        beside = mitid_beside(address)
        wait_until(lambda: mitid.answers(beside), "MitID")
        wait_until(lambda: get(f"{address}healthz?of=worker") == 200, "the worker")
        process.send_signal(how)
        process.wait(timeout=10)
        wait_until(lambda: not mitid.answers(beside), "the end of MitID")
        wait_until(lambda: not workers(folder), "the end of the worker")
        assert "Traceback" not in log.read_text()


def test_a_second_server_on_the_same_folder_is_refused(folder: Path) -> None:
    with demo("--data", str(folder)) as (process, log):
        ready_address(process, log)
        assert "already running" in refusal("--data", str(folder), "--port", str(free_port()))


def test_a_taken_port_is_named(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert f"Port {port} cannot be used" in refusal("--port", str(port), "--data", str(tmp_path / "data"))


def test_a_new_folder_gets_everything_from_one_command(tmp_path: Path) -> None:
    folder = tmp_path / "new"
    with demo("--data", str(folder)) as (process, log):
        address = ready_address(process, log)
        assert get(f"{address}healthz") == 200
        assert get(f"{address}demo/") == 200
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    there = {(inner.is_dir(), stat.S_IMODE(inner.stat().st_mode)) for inner in folder.rglob("*")}
    assert there == {(True, 0o700), (False, 0o600)}


def test_fresh_forgets_the_day_before(folder: Path) -> None:
    with sqlite3.connect(folder / "tavlen.sqlite3") as database:
        database.execute("CREATE TABLE left_by_an_earlier_day (what)")
    data_dir.empty(folder)
    assert not list(folder.glob("tavlen.sqlite3*"))


def test_fresh_touches_nothing_that_is_not_tavlens(tmp_path: Path) -> None:
    (tmp_path / "letters.txt").write_text("dear")
    assert "something else than Tavlen" in refusal("--fresh", "--data", str(tmp_path))
    assert [entry.name for entry in tmp_path.iterdir()] == ["letters.txt"]


@contextmanager
def demo(*arguments: str) -> Iterator[tuple[subprocess.Popen[bytes], Path]]:
    """Runs bin/demo on a free port; gives the process and its log, and ends it."""
    port = free_port()
    log = Path(os.environ["TAVLEN_DATA_DIR"]) / f"demo-{port}.log"
    with log.open("wb") as words:
        process = subprocess.Popen([DEMO, "--port", str(port), *arguments], stdout=words, stderr=subprocess.STDOUT)
    try:
        yield process, log
    finally:
        process.terminate()
        process.wait(timeout=15)


def ready_address(process: subprocess.Popen[bytes], log: Path) -> str:
    wait_until(lambda: "\nready http" in log.read_text() or process.poll() is not None, "ready", seconds=90)
    told = [row for row in log.read_text().splitlines() if row.startswith("ready ")]
    assert told, log.read_text()
    return told[0].removeprefix("ready ")


def mitid_beside(address: str) -> dict[str, str]:
    """Where the demo's own MitID is, as whoever signs in is led there."""
    with ready.DIRECT.open(f"{address}sign-in/mitid/", data=b"", timeout=10) as page:
        return {"TAVLEN_MITID_ISSUER": page.headers["Refresh"].removeprefix("0; url=").partition("/identity/")[0]}


def workers(folder: Path) -> int:
    """How many have given a sign of life and not said good-bye."""
    with closing(sqlite3.connect(folder / "tavlen.sqlite3")) as database:
        return int(database.execute("SELECT count(*) FROM reach_pulse").fetchone()[0])


def refusal(*arguments: str) -> str:
    done = subprocess.run([DEMO, *arguments], capture_output=True, text=True, timeout=60)
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    return done.stderr


def get(address: str) -> int:
    try:
        with ready.DIRECT.open(address, timeout=10) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        return error.code
