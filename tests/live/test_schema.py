"""The API against its own description: whatever is sent, it answers in a known shape and never with a 5xx."""

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
    cookies = _entered_as_citizen(demo_server)
    schema = schemathesis.openapi.from_url(f"{demo_server.url}/api/openapi.json")
    operations = [found.ok() for found in schema.get_all_operations() if isinstance(found, Ok)]
    assert len(operations) == 3
    checks = CHECKS.get_by_names(list(WANTED))

    @given(data=st.data())
    @settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck), database=None)
    def send(data: st.DataObject) -> None:
        operation = data.draw(st.sampled_from(operations))
        case = data.draw(operation.as_strategy(generation_mode=mode))
        case.call_and_validate(base_url=demo_server.url, cookies=cookies, checks=checks)

    send()


def _entered_as_citizen(server: Server) -> dict[str, str]:
    with httpx.Client() as client:
        client.post(f"{server.url}/demo/enter", data={"as": "citizen"})
        return dict(client.cookies)
