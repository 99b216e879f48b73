"""Wrong lines about who sits at the table and what is shared with them, for the plays of the sharing machine."""

from tests.faults.fault import PLANS, Fault

MACHINE = "tests/access/test_sharing_machine.py"
SHARING = (
    Fault(
        "what is shared until a day goes on",
        f"{PLANS}/access.py",
        '        .filter(still_counts(a_day("today")))\n        .values_list("step_id", "goal_id",',
        '        .values_list("step_id", "goal_id",',
        MACHINE,
    ),
    Fault(
        "a pause is only written down",
        f"{PLANS}/access.py",
        '.filter(still_counts(a_day("today")), ended_at=None, paused_at=None)',
        '.filter(still_counts(a_day("today")), ended_at=None)',
        MACHINE,
    ),
    Fault(
        "a place that was ended is let in",
        f"{PLANS}/access.py",
        '.filter(still_counts(a_day("today")), ended_at=None, paused_at=None)',
        '.filter(still_counts(a_day("today")), paused_at=None)',
        MACHINE,
    ),
    Fault(
        "a last day is no end",
        f"{PLANS}/access.py",
        '.filter(still_counts(a_day("today")), ended_at=None, paused_at=None)',
        ".filter(ended_at=None, paused_at=None)",
        MACHINE,
    ),
    Fault(
        "undo brings back what was shared once",
        f"{PLANS}/commands/goal.py",
        "        goal.removed_at, goal.seq = None, change.plan.head_seq\n",
        "        goal.removed_at, goal.seq = None, change.plan.head_seq\n        goal.shares.update(ended_at=None)\n",
        MACHINE,
    ),
    Fault(
        "an invitation has no end",
        f"{PLANS}/commands/invitation.py",
        "confirmed_at=None, until__gt=change.now)",
        "confirmed_at=None)",
        MACHINE,
    ),
    Fault(
        "an open page keeps what is shared no more",
        "citizen_app/stale.py",
        '_TAKES_AWAY = {"step_removed", "step_unshared", ',
        '_TAKES_AWAY = {"step_removed", ',
        MACHINE,
    ),
)
