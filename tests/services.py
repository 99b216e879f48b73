"""A real PostgreSQL and real Redis for a test run: on free ports, in a folder that goes away, stopped afterwards."""

import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

from parts import services

READY_SECONDS = 30
WORKERS = 2
REDIS_FOR_EACH = "TAVLEN_TEST_REDIS_URLS"  # one for each worker of pytest-xdist, who must not hear the other's wakes
FAST_AND_FORGETFUL = (
    *("fsync=off", "synchronous_commit=off", "full_page_writes=off", "wal_level=minimal", "max_wal_senders=0"),
    *("autovacuum=off", "jit=off", "max_connections=200"),
)


def main() -> int:
    """python -m tests.services COMMAND…: runs the command with both services in its environment."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # whoever stops this also stops what it started
    with both() as env, subprocess.Popen(sys.argv[1:], env={**os.environ, **env}) as command:
        try:
            return command.wait()
        finally:
            command.terminate()


@contextmanager
def both() -> Iterator[dict[str, str]]:
    """Starts both; gives the environment that leads to them."""
    with ExitStack() as running:
        database_url = running.enter_context(postgres())
        redis_urls = [running.enter_context(redis()) for _ in range(WORKERS)]
        yield {
            "TAVLEN_DATABASE_URL": database_url,
            "TAVLEN_REDIS_URL": redis_urls[0],
            REDIS_FOR_EACH: " ".join(redis_urls),
        }


@contextmanager
def postgres() -> Iterator[str]:
    """An empty cluster with the database `tavlen`; gives its address."""
    programs, port, owner = services.postgres_programs(), free_port(), _unprivileged()
    with _scratch("tavlen-postgres-", owner) as folder:
        data = folder / "data"
        init = [programs / "initdb", "-D", data, "-U", "tavlen", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8"]
        _run_once([*init, "--no-sync"], owner)
        settings = [part for setting in FAST_AND_FORGETFUL for part in ("-c", setting)]
        command = [programs / "postgres", "-D", data, "-h", "127.0.0.1", "-p", str(port), "-k", folder, *settings]
        with _running(command, owner, folder / "postgres.log", signal.SIGINT):
            _create_database(port)
            yield f"postgres://tavlen@127.0.0.1:{port}/tavlen"


@contextmanager
def redis() -> Iterator[str]:
    """An empty Redis that writes nothing to disk; gives its address."""
    port = free_port()
    with _scratch("tavlen-redis-", None) as folder:
        command = [services.redis_program(), "--port", str(port), "--bind", "127.0.0.1", "--save", "", "--dir", folder]
        with _running(command, None, folder / "redis.log", signal.SIGTERM):
            wait_until(lambda: _answers(port), f"Redis on port {port}")
            yield f"redis://127.0.0.1:{port}/0"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def wait_until(is_so: Callable[[], bool], what: str, seconds: float = READY_SECONDS) -> None:
    """Asks again every 50 ms; raises TimeoutError with what was waited for."""
    deadline = time.monotonic() + seconds
    while not is_so():
        if time.monotonic() > deadline:
            raise TimeoutError(f"{what} did not come within {seconds:.0f} s")
        time.sleep(0.05)


def _unprivileged() -> pwd.struct_passwd | None:
    """PostgreSQL refuses to run as root; somebody else then owns its folder and runs it."""
    if os.geteuid() != 0:
        return None
    known = {user.pw_name: user for user in pwd.getpwall()}
    return known.get("postgres") or known["nobody"]


@contextmanager
def _scratch(prefix: str, owner: pwd.struct_passwd | None) -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(prefix=prefix))
    try:
        if owner:
            os.chown(folder, owner.pw_uid, owner.pw_gid)
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _as(owner: pwd.struct_passwd | None) -> dict[str, Any]:
    return {"user": owner.pw_uid, "group": owner.pw_gid, "extra_groups": [], "cwd": "/"} if owner else {"cwd": "/"}


def _run_once(command: list[Any], owner: pwd.struct_passwd | None) -> None:
    done = subprocess.run(command, capture_output=True, text=True, **_as(owner))
    if done.returncode != 0:
        raise RuntimeError(f"{command[0]} failed:\n{done.stdout}{done.stderr}")


@contextmanager
def _running(command: list[Any], owner: pwd.struct_passwd | None, log: Path, stop: signal.Signals) -> Iterator[None]:
    with log.open("wb") as words:
        process = subprocess.Popen(command, stdout=words, stderr=words, start_new_session=True, **_as(owner))
    try:
        yield
    except TimeoutError as late:
        raise RuntimeError(f"{late}; its last words:\n{log.read_text()[-3000:]}") from late
    finally:
        process.send_signal(stop)
        try:
            process.wait(timeout=15)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _create_database(port: int) -> None:
    import psycopg

    address = f"postgres://tavlen@127.0.0.1:{port}/postgres"

    def is_up() -> bool:
        try:
            psycopg.connect(address, connect_timeout=2).close()
        except psycopg.OperationalError:
            return False
        return True

    wait_until(is_up, f"PostgreSQL on port {port}")
    with psycopg.connect(address, autocommit=True) as connection:
        connection.execute("CREATE DATABASE tavlen")


def _answers(port: int) -> bool:
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=1) as line:
            line.sendall(b"PING\r\n")
            return line.recv(7).startswith(b"+PONG")
    except OSError:
        return False


if __name__ == "__main__":
    sys.exit(main())
