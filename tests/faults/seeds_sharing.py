"""Wrong lines about who sits at the table and what is shared with them, for the plays of the sharing machine."""

from tests.faults.fault import PLANS, Fault

MACHINE, TOGETHER = "tests/access/test_sharing_machine.py", "tests/access/test_many_seats.py"
SHARING = (
    Fault(
        "what is shared until a day goes on",
        f"{PLANS}/places.py",
        'Share.objects.filter(still_counts(a_day("today")), ended_at=None)',
        "Share.objects.filter(ended_at=None)",
        MACHINE,
    ),
    Fault(
        "asked for together, each gets what is shared with any",
        f"{PLANS}/access.py",
        "_seat(one, shared.get(one.pk, ()), meetings)",
        "_seat(one, [what for some in shared.values() for what in some], meetings)",
        TOGETHER,
    ),
    Fault(
        "asked for together, all of them sit in the meeting",
        f"{PLANS}/access.py",
        "meeting=meetings.get(member.pk)",
        "meeting=next(iter(meetings.values()), None)",
        TOGETHER,
    ),
    Fault(
        "a pause is only written down",
        f"{PLANS}/places.py",
        'Member.objects.filter(still_counts(a_day("today")), ended_at=None, paused_at=None',
        'Member.objects.filter(still_counts(a_day("today")), ended_at=None',
        MACHINE,
    ),
    Fault(
        "a place that was ended is let in",
        f"{PLANS}/places.py",
        'Member.objects.filter(still_counts(a_day("today")), ended_at=None, paused_at=None',
        'Member.objects.filter(still_counts(a_day("today")), paused_at=None',
        MACHINE,
    ),
    Fault(
        "a last day is no end",
        f"{PLANS}/places.py",
        'Member.objects.filter(still_counts(a_day("today")), ended_at=None, paused_at=None',
        "Member.objects.filter(ended_at=None, paused_at=None",
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
