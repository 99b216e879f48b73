"""The servers that other tests stand on: as many processes as the services allow, each with a database of its own."""

import json

from parts import ready
from tests.conftest import StartServer
from tests.server import Server


def health(url: str) -> dict[str, object]:
    with ready.DIRECT.open(f"{url}/healthz", timeout=10) as answer:
        return dict(json.load(answer))


def test_every_process_is_well(live_server_process: StartServer) -> None:
    server = live_server_process(planted=False)
    assert [health(url)["status"] for url in server.urls] == ["ok"] * len(server.urls)
    assert len(server.urls) == (2 if server.env.get("TAVLEN_REDIS_URL") else 1)


def test_servers_share_no_people(live_server_process: StartServer, demo_server: Server) -> None:
    count = "from backend.people.models import Person; print(Person.objects.count())"
    assert live_server_process(planted=False).manage("shell", "-c", count).split()[-1] == "0"
    assert int(demo_server.manage("shell", "-c", count).split()[-1]) > 15


def test_a_killed_server_comes_back_on_its_port(live_server_process: StartServer) -> None:
    process = live_server_process(planted=False).processes[0]
    process.kill()
    assert not ready.is_ready(f"{process.url}/")
    process.start()
    assert ready.is_ready(f"{process.url}/")
