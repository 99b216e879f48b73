"""Sockets for those tests of access that listen as well as read; and how long the random plays are."""

from hypothesis import HealthCheck, Phase, settings

from tests.live.conftest import sockets as sockets

PLAYS = {"deadline": None, "suppress_health_check": list(HealthCheck), "stateful_step_count": 40, "print_blob": True}
settings.register_profile(
    "steady", derandomize=True, max_examples=200, phases=[Phase.explicit, Phase.generate], **PLAYS
)
settings.register_profile("long", max_examples=4000, **PLAYS)
settings.load_profile("steady")
