"""bin/demo as a newcomer runs it: one command, a sentence where something is wrong, a clean end."""

import os
import shutil
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

from parts import data_dir, mitid, outside, ready
from parts.places import NODE_MODULES, ROOT, VENV
from tests.server import Prepared
from tests.services import free_port, wait_until

DEMO = ROOT / "bin" / "demo"


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


def test_a_new_clone_gets_everything_from_one_command(tmp_path: Path) -> None:
    clone = cloned(tmp_path / "clone")
    with demo(program=clone / "bin" / "demo") as (process, log):
        address = ready_address(process, log)
        assert get(f"{address}healthz") == 200
        assert get(f"{address}demo/") == 200
    folder = clone / "var"
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    ours = (inner for inner in folder.rglob("*") if folder / "static" not in (inner, *inner.parents))
    assert {(inner.is_dir(), stat.S_IMODE(inner.stat().st_mode)) for inner in ours} == {(True, 0o700), (False, 0o600)}


def test_fresh_forgets_the_day_before(folder: Path) -> None:
    with sqlite3.connect(folder / "tavlen.sqlite3") as database:
        database.execute("CREATE TABLE left_by_an_earlier_day (what)")
    (folder / data_dir.PREPARED).touch()
    data_dir.empty(folder)
    assert not list(folder.glob("tavlen.sqlite3*")) and not (folder / data_dir.PREPARED).exists()


def test_fresh_touches_nothing_that_is_not_tavlens(tmp_path: Path) -> None:
    (tmp_path / "letters.txt").write_text("dear")
    assert "something else than Tavlen" in refusal("--fresh", "--data", str(tmp_path))
    assert [entry.name for entry in tmp_path.iterdir()] == ["letters.txt"]


def cloned(clone: Path) -> Path:
    """What stands in the repository, not built; what is installed is lent, as that takes a minute."""
    names = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for name in filter(None, names.split("\0")):
        (clone / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / name, clone / name)
    for lent in (VENV, NODE_MODULES):
        (clone / lent.name).symlink_to(lent)
    return clone


@contextmanager
def demo(*arguments: str, program: Path = DEMO) -> Iterator[tuple[subprocess.Popen[bytes], Path]]:
    """Runs bin/demo on a free port; gives the process and its log, and ends it."""
    port = free_port()
    log = Path(os.environ["TAVLEN_DATA_DIR"]) / f"demo-{port}.log"
    with log.open("wb") as words:
        process = subprocess.Popen(
            [program, "--port", str(port), *arguments],
            env=outside.environment(),
            stdout=words,
            stderr=subprocess.STDOUT,
            # Heard as in a terminal: what a script starts in its background is deaf to it, and so are all its children.
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509
        )
    try:
        yield process, log
    finally:
        process.terminate()
        process.wait(timeout=15)


def ready_address(process: subprocess.Popen[bytes], log: Path) -> str:
    wait_until(lambda: bool(told(log)) or process.poll() is not None, "ready", seconds=180)
    assert told(log), log.read_text()
    return told(log)[0].strip().removeprefix("ready ")


def told(log: Path) -> list[str]:
    return [row for row in log.read_text().splitlines(keepends=True) if row.startswith("ready ") and row.endswith("\n")]


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
