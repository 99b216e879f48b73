"""Starts Tavlen with its demo people on this machine alone, and says where it is ready."""

import argparse
import os
import socket
import subprocess
import sys
from pathlib import Path

from parts import data_dir, mitid, outside, ready, say, setup, stamps, worker
from parts.places import DATA, PYTHON, ROOT
from parts.server import command

FIRST_PORT = 8000
PORTS_TRIED = 50
BACKEND = ROOT / "backend"


def main() -> None:
    parser = argparse.ArgumentParser(prog="bin/demo", description=__doc__)
    parser.add_argument("--port", type=int, help=f"the port; else {FIRST_PORT}, or the next that is free")
    parser.add_argument(
        "--data", type=Path, default=DATA, help="the folder of the database and the secret (default: var)"
    )
    parser.add_argument("--fresh", action="store_true", help="forget what is in that folder's database and begin again")
    asked = parser.parse_args()
    with say.clear_ending():
        setup.ensure()
        start(port=find_port(asked.port), folder=asked.data.expanduser().resolve(), fresh=asked.fresh)


def start(*, port: int, folder: Path, fresh: bool) -> None:
    """Never returns: this process becomes the server; whoever stops it stops its worker and its MitID, too."""
    os.umask(0o077)
    data_dir.claim(folder)
    if fresh:
        data_dir.empty(folder)
    env = environment(port=port, folder=folder)
    _prepare(env, folder / data_dir.PREPARED)
    mitid.start(env)
    worker.start(env)
    ready.tell_when_ready(f"http://127.0.0.1:{port}/", os.getpid(), beside=lambda: mitid.answers(env))
    os.chdir(ROOT)
    os.execve(PYTHON, command(port), env)


def environment(*, port: int, folder: Path) -> dict[str, str]:
    """Only what the demo is made of: nothing set for another installation on this machine gets in."""
    ours = {"TAVLEN_DATA_DIR": str(folder), "TAVLEN_DEMO": "1", "TAVLEN_BIND": f"127.0.0.1:{port}"}
    quiet = {"TAVLEN_LOG_LEVEL": os.environ.get("TAVLEN_LOG_LEVEL", "WARNING")}
    beside = mitid.environment(_first_free(port + 1))
    return {**outside.environment(), **ours, **beside, **quiet, "PYTHONUNBUFFERED": "1"}


def find_port(asked: int | None) -> int:
    if asked is not None:
        if not 1 <= asked <= 65535 or not _is_free(asked):
            raise say.Missing(f"Port {asked} cannot be used: it is taken, or no port. Choose another with --port.")
        return asked
    return _first_free(FIRST_PORT)


def _first_free(first: int) -> int:
    free = next((port for port in range(first, first + PORTS_TRIED) if _is_free(port)), None)
    if free is None:
        raise say.Missing(f"No port from {first} on is free. Choose one with --port.")
    return free


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def _prepare(env: dict[str, str], stamp: Path) -> None:
    """Migrates and plants, unless this folder's database has had just that."""
    wanted = stamps.hash_of([*BACKEND.glob("*/migrations/*.py"), *(BACKEND / "demo").rglob("*.py")])
    if stamps.is_fresh(stamp, wanted):
        return
    inside = {**env, "PYTHONPATH": str(ROOT / "bin")}
    done = subprocess.run([PYTHON, "-m", "parts.prepare"], cwd=ROOT, env=inside, stderr=subprocess.PIPE)
    if done.returncode != 0:
        sys.stderr.write(done.stderr.decode(errors="replace")[-3000:])
        raise say.Missing("The demo's database could not be prepared; the reason is told above.")
    stamps.put(stamp, wanted)


if __name__ == "__main__":
    main()
