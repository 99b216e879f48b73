"""The API against its own description: whatever is sent, it answers in a known shape and never with a 5xx;
what it refuses leaves the plan at the number it stood at."""

from dataclasses import dataclass

import httpx
import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis.checks import CHECKS
from schemathesis.core.result import Ok

from tests.server import Server

EXAMPLES = 60
WANTED = ("not_a_server_error", "response_schema_conformance", "status_code_conformance", "content_type_conformance")


@pytest.mark.parametrize("mode", list(schemathesis.GenerationMode), ids=lambda mode: str(mode.value))
def test_nothing_that_is_sent_breaks_the_api(demo_server: Server, mode: schemathesis.GenerationMode) -> None:
    citizen = _entered_as_citizen(demo_server)
    schema = schemathesis.openapi.from_url(f"{demo_server.url}/api/openapi.json")
    operations = [found.ok() for found in schema.get_all_operations() if isinstance(found, Ok)]
    assert len(operations) == 3
    checks = CHECKS.get_by_names(list(WANTED))

    answers = list[int]()

    @given(data=st.data())
    @settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck), database=None)
    def send(data: st.DataObject) -> None:
        operation = data.draw(st.sampled_from(operations))
        case = data.draw(operation.as_strategy(generation_mode=mode))
        if data.draw(st.booleans(), label="of the citizen's own plan"):
            case.path_parameters = {**(case.path_parameters or {}), "plan_id": citizen.plan_id}
        before = citizen.head
        answer = case.call_and_validate(base_url=demo_server.url, cookies=dict(citizen.client.cookies), checks=checks)
        told = answer.json() if answer.status_code < 400 else {}
        made = [one for one in told.get("outcomes", ()) if one["status"] == "accepted"]
        assert citizen.head == before + len(made), "what was refused changed something"
        answers.append(answer.status_code)

    send()
    found = [status for status in answers if status != 404]
    assert len(found) >= len(answers) / 4, answers


@dataclass
class Citizen:
    """Signed in, with a plan of their own."""

    client: httpx.Client
    plan_id: int

    @property
    def head(self) -> int:
        """The number the plan stands at: told to whoever asks from one it never had."""
        path = f"/api/plans/{self.plan_id}/catch-up"
        return int(self.client.get(path, params={"after": 10**9}).json()["upto"])


def _entered_as_citizen(server: Server) -> Citizen:
    client = httpx.Client(base_url=server.url)
    first = client.post("/demo/enter", data={"as": "citizen"}).headers["Location"]
    return Citizen(client, int(first.split("/")[2]))
