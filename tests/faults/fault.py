"""What a fault is that is put into the code on purpose."""

from dataclasses import dataclass

PLANS = "backend/plans"
RUN = "python -m tests.faults "


@dataclass(frozen=True)
class Fault:
    """One wrong line, and what must notice it: arguments of pytest, or (after RUN) the names of faults to run."""

    name: str
    file: str
    right: str
    wrong: str
    noticed_by: str
