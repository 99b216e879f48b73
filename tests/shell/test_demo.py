"""bin/demo as a newcomer runs it: one command, a sentence where something is wrong, a clean end."""

import os
import signal
import socket
import sqlite3
import stat
import subprocess
import urllib.error
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from parts import ready
from parts.places import ROOT
from tests.services import free_port, wait_until

DEMO = str(ROOT / "bin" / "demo")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder that the first test plants and the others find planted."""
    return tmp_path_factory.mktemp("demo") / "data"


def test_one_command_gives_a_ready_server(folder: Path) -> None:
    with demo("--data", str(folder)) as (process, log):
        address = ready_address(process, log)
        assert get(f"{address}healthz") == 200
        assert get(f"{address}demo/") == 200


def test_what_it_keeps_is_for_us_alone(folder: Path) -> None:
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / "secret_key").stat().st_mode) == 0o600


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_it_ends_cleanly_when_told(folder: Path, how: signal.Signals) -> None:
    with demo("--data", str(folder)) as (process, log):
        ready_address(process, log)
        process.send_signal(how)
        process.wait(timeout=10)
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


def test_fresh_begins_again(folder: Path) -> None:
    with sqlite3.connect(folder / "tavlen.sqlite3") as database:
        database.execute("CREATE TABLE left_by_an_earlier_day (what)")
    with demo("--data", str(folder), "--fresh") as (process, log):
        assert get(f"{ready_address(process, log)}demo/") == 200
    with sqlite3.connect(folder / "tavlen.sqlite3") as database:
        assert not database.execute("SELECT * FROM sqlite_schema WHERE name LIKE 'left_by%'").fetchall()


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
