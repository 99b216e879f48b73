"""What it costs to look for a word among 50 and among 5,000 messages, beside the demo's cards.

.venv/bin/python -m bench.search
"""

import http.client
from urllib.parse import urlencode

from bench.conversation import LENGTHEN
from bench.stage import Visitor, cpu_seconds, enter, stage
from tests.server import Server

LENGTHS = (50, 5_000)
ASKED = ("tale", "torsdag lyder", "lægen", "kirke")  # in every message, in every message, in few places, nowhere
TIMES = 40


def main() -> None:
    with stage() as server:
        citizen = enter(server, **{"as": "citizen"})
        for length in LENGTHS:
            server.manage("shell", "-v0", "-c", LENGTHEN.format(plan_id=citizen.plan_id, length=length))
            server.manage("index_search")
            for asked in ASKED:
                print(f"»{asked}« among {length} messages: {found(server, citizen, asked):.1f} ms CPU")


def found(server: Server, visitor: Visitor, asked: str) -> float:
    """Milliseconds of CPU for the page with its results."""
    connection, before = visitor.connect(), cpu_seconds(server)
    for _ in range(TIMES):
        _look(connection, visitor, asked)
    return 1000 * (cpu_seconds(server) - before) / TIMES


def _look(connection: http.client.HTTPConnection, visitor: Visitor, asked: str) -> None:
    headers = {"Cookie": visitor.cookie, "Content-Type": "application/x-www-form-urlencoded"}
    connection.request("POST", f"/plans/{visitor.plan_id}/search/", urlencode({"asked": asked}), headers)
    answer = connection.getresponse()
    answer.read()
    assert answer.status == 200, answer.status


if __name__ == "__main__":
    main()
