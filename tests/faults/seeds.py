"""The faults that are put into the code on purpose: one wrong line each, and what must notice it."""

from tests.faults.fault import PLANS, RUN, Fault
from tests.faults.seeds_sharing import SHARING

JS = "static/js"
SMOKE = "tests/faults/test_smoke.py -k"
OUTBOX = "tests/phone/test_js_outbox.py"

FAULTS = (
    Fault(
        "no unique index on a change's id",
        f"{PLANS}/migrations/0001_initial.py",
        'fields=("plan", "device", "change_id")',
        'fields=("plan", "device", "change_id", "seq")',
        "tests/plans/test_sent_again.py",
    ),
    Fault(
        "a repeat is made again",
        f"{PLANS}/change.py",
        "            if known:\n",
        "            if known and known.digest == '':\n",
        "tests/plans/test_sent_again.py",
    ),
    Fault(
        "access is not asked again under the lock",
        f"{PLANS}/change.py",
        "    return access.seat_of(member), member.plan\n",
        "    return seat, member.plan\n",
        "tests/plans/test_sent_again.py",
    ),
    Fault(
        "woken before the commit",
        f"{PLANS}/change.py",
        "transaction.on_commit(partial(wake, plan.pk, seq=entry.seq, epoch=plan.policy_epoch), robust=True)",
        "wake(plan.pk, seq=entry.seq, epoch=plan.policy_epoch)",
        "tests/plans/test_wake.py",
    ),
    Fault(
        "one change takes two numbers",
        f"{PLANS}/change.py",
        '{"head_seq": F("head_seq") + 1}',
        '{"head_seq": F("head_seq") + 2}',
        "tests/plans/test_eight_writers.py",
    ),
    Fault(
        "a refusal leaves a gap",
        f"{PLANS}/change.py",
        "with in_line(), transaction.atomic():\n            _raise_number(seat.plan_id)\n",
        "with _writing():\n          _raise_number(seat.plan_id)\n          with transaction.atomic():\n",
        "tests/plans/test_sent_again.py tests/plans/test_eight_writers.py",
    ),
    Fault(
        "hidden remarks are shown",
        f"{PLANS}/sight.py",
        "    from_us = remark.member.role in BROAD\n",
        "    return True\n    from_us = remark.member.role in BROAD\n",
        "tests/access/test_canaries.py",
    ),
    Fault(
        "what is shared with one is seen by all",
        f"{PLANS}/places.py",
        '_standing().filter(member_id=an_id("member_id"))',
        '_standing().filter(plan__members=an_id("member_id"))',
        "tests/access/test_canaries.py",
    ),
    Fault(
        "an ended share still counts",
        f"{PLANS}/places.py",
        'Share.objects.filter(still_counts(a_day("today")), ended_at=None)',
        'Share.objects.filter(still_counts(a_day("today")))',
        "tests/access/test_canaries.py",
    ),
    Fault(
        "the epoch is not raised",
        f"{PLANS}/change.py",
        "    if happened.new_policy:\n",
        "    if happened.new_policy and False:\n",
        "tests/access/test_revoked.py",
    ),
    Fault(
        "the epoch is raised only where it is asked for twice",
        f"{PLANS}/commands/step.py",
        "new_policy=shared)",
        "new_policy=False)",
        "tests/access/test_revoked.py",
    ),
    Fault(
        "told to everybody at the table",
        f"{PLANS}/change.py",
        "    told = audience.of_members(own) | happened.also\n",
        "    told = audience.of_everyone(change.plan.pk)\n",
        "tests/access/test_two_worlds.py",
    ),
    Fault(
        "an own number is the plan's",
        f"{PLANS}/access.py",
        "head=plan.head_seq if member.role in BROAD else member.head",
        "head=plan.head_seq",
        "tests/access/test_two_worlds.py",
    ),
    Fault(
        "places tell of hidden cards",
        f"{PLANS}/reads/card.py",
        "replace(card, position=rank,",
        "replace(card, position=card.position,",
        "tests/plans/test_move_step.py",
    ),
    Fault(
        "a consultant rewords the citizen's words",
        f"{PLANS}/powers.py",
        "for f in STEP_WORDS if mine or f not in step.by_citizen",
        "for f in STEP_WORDS",
        "tests/plans/test_reword_step.py",
    ),
    Fault(
        "what is removed is only hidden",
        f"{PLANS}/forget.py",
        "            late.delete()\n",
        "",
        "tests/plans/test_forget.py",
    ),
    Fault(
        "a page forgets to ask for a seat",
        "citizen_app/viewer.py",
        "        if seat.role == access.SCREEN:\n            raise NotHere\n",
        "",
        "tests/access/test_every_cell.py",
    ),
    Fault(
        "acknowledged before the commit",
        f"{PLANS}/change.py",
        "def make_change(\n    seat: Seat,\n    command",
        "def make_change(seat, command, **how):\n"
        "    threading.Timer(0.2, _make_change, (seat, command), how).start()\n"
        '    return Outcome(how["change_id"], seat.head + 1, "accepted")\n\n\n'
        "def _make_change(\n    seat: Seat,\n    command",
        f"{SMOKE} shuffled",
    ),
    Fault(
        "a write that failed is answered with yes",
        "citizen_app/api.py",
        "    except NotHere:\n        return {**told,",
        '    except __import__("django.db").db.Error:\n'
        '        return {**told, "status": "accepted", "number": seat.head}\n'
        "    except NotHere:\n        return {**told,",
        f"{SMOKE} disk_full",
    ),
    Fault(
        "the log is not synced at each commit",
        "backend/config/database.py",
        "PRAGMA synchronous = FULL",
        "PRAGMA synchronous = NORMAL",
        "tests/config/test_database.py tests/config/test_checks.py",
    ),
    Fault(
        "a gap is swallowed",
        f"{JS}/swap.js",
        "  if (frame.after > plan.seq) return catchUp();\n",
        "",
        f"{SMOKE} frame_lost",
    ),
    Fault(
        "the outbox forgets on reload",
        f"{JS}/outbox.js",
        "  tell((await keep.all()).map((item) => [item, item.outcome ?? WAITS]));\n",
        '  await keep.finish((await keep.all()).map((item) => [item, { status: "dropped" }]));\n',
        f"{OUTBOX} -k survives_a_reload",
    ),
    Fault(
        "each try has a new id",
        f"{JS}/sending.js",
        "({ change_id, kind, said_at, fields }) => ({ change_id, kind,",
        "({ kind, said_at, fields }) => ({ change_id: crypto.randomUUID(), kind,",
        f"{OUTBOX} -k lost_does_not_double",
    ),
    Fault(
        "a refusal blocks the queue",
        f"{JS}/sending.js",
        "const waiting = (await store.all()).filter((item) => !item.outcome);\n",
        "const waiting = (await store.all()).filter((item, at, all) => !all.some((one) => one.outcome));\n",
        f"{RUN}refusal_kept",
    ),
    Fault(
        "what was drawn under an older policy is sent",
        "citizen_app/owed.py",
        "if present is None or epochs <= {present.epoch}:",
        "if True:",
        "tests/live/test_older_policy.py",
    ),
    Fault(
        "the epoch that was heard is not compared",
        "citizen_app/hub.py",
        "elif answer.seat.epoch < room.epoch:",
        "elif False:",
        "tests/live/test_older_policy.py",
    ),
    Fault(
        "access is cached a minute",
        f"{PLANS}/access.py",
        "def member_for(*,",
        "@(lambda ask, kept={}: lambda **who: kept.setdefault((clock.now().minute, *who.values()), None) or"
        " kept.update({(clock.now().minute, *who.values()): ask(**who)}) or kept[clock.now().minute, *who.values()])\n"
        "def member_for(*,",
        "tests/access/test_revoked.py",
    ),
    Fault(
        "open on exception",
        "citizen_app/owed.py",
        "        except NotHere:\n            return None\n",
        "        except Exception:\n            return question.seat\n",
        "tests/live/test_older_policy.py tests/live/test_dark.py",
    ),
    *SHARING,
)
