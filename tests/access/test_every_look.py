"""Every address that shows somebody else something of a plan is one look in the list; a closed door is none."""

import pytest

from backend.plans.models import Visit
from tests.access.rich import plant
from tests.access.table import TABLE_OF_ACCESS
from tests.access.test_table import address
from tests.access.visitors import addresses, browsers

OTHERS = ("consultant", "supporter", "looking_in", "screen", "ended", "stranger", "leader", "administrator")
OF_A_PLAN = [name for name, row in TABLE_OF_ACCESS.items() if "plan_id" in addresses()[name]]


def test_the_addresses_of_a_plan_are_many() -> None:
    assert len(OF_A_PLAN) > 40 and {"plan", "search", "minutes", "screen", "what_was_missed"} <= {*OF_A_PLAN}


@pytest.mark.django_db
def test_whoever_is_shown_something_stands_in_the_list_once_and_the_citizen_never() -> None:
    rich = plant()
    windows = browsers(rich)
    for who in (*OTHERS, "citizen"):
        for name in OF_A_PLAN:
            row, before = TABLE_OF_ACCESS[name], Visit.objects.count()
            if row.method != "GET":
                continue
            answer = windows[who].get(address(rich, name), row.sends)
            noted = Visit.objects.count() - before
            is_shown = answer.status_code == 200 and who != "citizen"
            assert noted == (1 if is_shown else 0), (who, name, answer.status_code, noted)
