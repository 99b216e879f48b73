"""Sockets for those tests of access that listen as well as read; and how long the random plays are."""

from hypothesis import HealthCheck, Phase, settings

from tests.live.conftest import sockets as sockets

AT_LENGTH = settings(
    deadline=None, suppress_health_check=list(HealthCheck), stateful_step_count=40, print_blob=True, max_examples=4000
)
settings.register_profile("long", AT_LENGTH)
settings.register_profile(
    "steady", AT_LENGTH, max_examples=200, derandomize=True, phases=[Phase.explicit, Phase.generate]
)
