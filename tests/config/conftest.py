"""The small site, served by a Daphne of its own."""

import os
import signal
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from parts.places import ROOT
from parts.server import command
from tests.services import free_port, wait_until

APPLICATION = "tests.config.site_asgi:application"


@dataclass(frozen=True)
class Site:
    """A running small site: where it is, its folder (notes of its views), what it wrote to stderr."""

    port: int
    folder: Path

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def log(self) -> str:
        return (self.folder / "log").read_text()

    def client(self, **options: object) -> httpx.Client:
        return httpx.Client(base_url=self.url, timeout=15, **options)  # type: ignore[arg-type]


@contextmanager
def site_running(folder: Path, **extra: str) -> Iterator[Site]:
    port = free_port()
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("TAVLEN_", "DJANGO_"))}
    ours = {"TAVLEN_DATA_DIR": str(folder), "TAVLEN_BIND": f"127.0.0.1:{port}", "PYTHONPATH": f"{ROOT}:{ROOT / 'bin'}"}
    with (folder / "log").open("wb") as words:
        server = subprocess.Popen(
            [*command(port)[:-1], APPLICATION], cwd=ROOT, env={**kept, **ours, **extra}, stdout=words, stderr=words
        )
    try:
        wait_until(lambda: _listens(port) or server.poll() is not None, f"the small site ({folder / 'log'})")
        assert server.poll() is None, (folder / "log").read_text()
        yield Site(port, folder)
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(timeout=15)


def _listens(port: int) -> bool:
    with socket.socket() as line:
        return line.connect_ex(("127.0.0.1", port)) == 0


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with site_running(tmp_path_factory.mktemp("site")) as running:
        yield running


@pytest.fixture
def client(site: Site) -> Iterator[httpx.Client]:
    with site.client() as asking:
        yield asking
