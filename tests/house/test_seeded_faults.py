"""Every fault that can be put in on purpose still finds its line: a rename is noticed here, not when they are run."""

import pytest

from parts.places import ROOT
from tests.faults.catalogue import RUNS
from tests.faults.fault import RUN, Fault
from tests.faults.seeds import FAULTS


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.name)
def test_its_line_stands_once_and_its_tests_are_there(fault: Fault) -> None:
    assert (ROOT / fault.file).read_text(encoding="utf-8").count(fault.right) == 1
    if fault.noticed_by.startswith(RUN):
        assert set(fault.noticed_by.removeprefix(RUN).split()) <= RUNS.keys()
    else:
        assert all((ROOT / word).exists() for word in fault.noticed_by.split() if word.endswith(".py"))
