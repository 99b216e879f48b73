"""Why a citizen is to be seen to: every reason there is. A new one is one more row of REASONS."""

from collections.abc import Callable, Iterator
from datetime import date, datetime, time, timedelta
from operator import attrgetter, itemgetter

from django.conf import settings

from backend.common import clock
from backend.plans.check_ins import MISSED, round_on
from backend.plans.models import Step
from backend.plans.reads.belief import belief_due
from backend.plans.reads.facts import Facts, Reason, Tier
from backend.plans.reads.goal_clock import LIFE_GOAL


def reasons_of(facts: Facts) -> tuple[Reason, ...]:
    """All that hold, by tier and in it the strongest first; the quiet one alone where there is no other.

    Of a course that is closed only what somebody waits for: no rule, no rhythm and no day asks for it any more.
    """
    found = tuple(sorted((one for find in REASONS for one in find(facts)), key=attrgetter("tier")))
    if facts.is_closed:
        found = tuple(reason for reason in found if reason.tier <= Tier.WAITS)
    if found:
        return found
    calm = ("quiet", facts.heard_at) if facts.heard_at else ("new", facts.opened_at)
    return (Reason(*calm, Tier.QUIET),)


def _check_in_badly(facts: Facts) -> Iterator[Reason]:
    if facts.badly_at:
        yield Reason("check_in_badly", facts.badly_at, Tier.AT_ONCE)


def _check_in_missed(facts: Facts) -> Iterator[Reason]:
    """Asked, asked again, and no answer."""
    asked = round_on(facts.aftercare_since, clock.today()) if facts.aftercare_since else None
    if asked and clock.today() >= asked.due + MISSED and (facts.last_check_in or date.min) < asked.due:
        yield Reason("check_in_missed", _morning_of(asked.due), Tier.WATCH)


def _taken_over(facts: Facts) -> Iterator[Reason]:
    if not facts.my_seq and facts.mine_since > facts.opened_at:
        yield Reason("taken_over", facts.mine_since, Tier.WAITS)


def _comes_by(facts: Facts) -> Iterator[Reason]:
    if facts.comes_by:
        yield Reason("comes_by", facts.comes_by, Tier.WAITS, facts.comes_by_id)


def _life_goal_changed(facts: Facts) -> Iterator[Reason]:
    if facts.life_goal_since and facts.is_news and facts.last_kind == "life_goal_written":
        yield Reason("life_goal_changed", facts.life_goal_since, Tier.WAITS)


def _message_written(facts: Facts) -> Iterator[Reason]:
    if facts.message_by == "citizen":
        yield Reason("message_written", facts.message_at, Tier.WAITS)


def _laid_aside(facts: Facts) -> Iterator[Reason]:
    if facts.laid_aside:
        yield Reason("message_laid_aside", facts.mine_since, Tier.WATCH)


def _consents(facts: Facts) -> Iterator[Reason]:
    if facts.consent_withdrawn_at:
        yield Reason("consent_withdrawn", facts.consent_withdrawn_at, Tier.WAITS)
    if facts.consent_declined_at:
        yield Reason("consent_declined", facts.consent_declined_at, Tier.WAITS)
    if facts.consent_given_at:
        yield Reason("consent_given", facts.consent_given_at, Tier.WAITS)


def _voice_owed(facts: Facts) -> Iterator[Reason]:
    """The citizen has said what they think of an agreement; the consultant's own voice is missing."""
    owed: list[tuple[datetime, Step]] = []
    for step in facts.steps:
        answer = step.voices.get(str(facts.citizen_id))
        is_mine_to_give = step.is_agreement and step.accepted_at and str(facts.member_id) not in step.voices
        if is_mine_to_give and answer:
            owed.append((datetime.fromisoformat(answer[1]), step))
    if owed:
        at, first = min(owed, key=itemgetter(0))
        yield Reason("voice_owed", at, Tier.WAITS, first.pk, first.title)


def _own_promise_overdue(facts: Facts) -> Iterator[Reason]:
    late = [step for step in facts.steps if step.responsible_id == facts.member_id and is_over(step)]
    if late:
        first = min(late, key=lambda step: step.due or date.max)
        yield Reason("own_promise_overdue", _morning_of(first.due or date.max), Tier.WAITS, first.pk, first.title)


def _rhythm_said(facts: Facts) -> Iterator[Reason]:
    if facts.rhythm_asked_at:
        yield Reason("rhythm_said", facts.rhythm_asked_at, Tier.WAITS)


def _remark_made(facts: Facts) -> Iterator[Reason]:
    if facts.remark_at:
        yield Reason("remark_made", facts.remark_at, Tier.WAITS, facts.remark_step)


def _step_added(facts: Facts) -> Iterator[Reason]:
    if facts.new_step_at:
        yield Reason("step_added", facts.new_step_at, Tier.WAITS, facts.new_step)


def _follow_up(facts: Facts) -> Iterator[Reason]:
    if facts.follow_up:
        yield Reason("follow_up", _morning_of(facts.follow_up.by), Tier.CONTACT)


def _news(facts: Facts) -> Iterator[Reason]:
    """What somebody else did last and nobody has taken up, unless it is told above."""
    if facts.is_news and facts.last_kind and not _is_told_above(facts):
        yield Reason(facts.last_kind, facts.last_at, Tier.WAITS, facts.last_about)


def _is_told_above(facts: Facts) -> bool:
    above = {
        "life_goal_written": facts.life_goal_since is not None,
        "rhythm_said": facts.rhythm_asked_at is not None,
        "remark_made": facts.remark_at is not None and facts.remark_step == facts.last_about,
    }
    return above.get(facts.last_kind, False)


def _offer_doubled(facts: Facts) -> Iterator[Reason]:
    if facts.doubled_at:
        yield Reason("offer_doubled", facts.doubled_at, Tier.WATCH)


def _offer_unhelped(facts: Facts) -> Iterator[Reason]:
    if facts.unhelped_at:
        yield Reason("offer_unhelped", facts.unhelped_at, Tier.WATCH, title=facts.unhelped or "")


def _step_overdue(facts: Facts) -> Iterator[Reason]:
    late = [step for step in facts.steps if step.responsible_id not in (None, facts.member_id) and is_over(step)]
    if late:
        first = min(late, key=lambda step: step.due or date.max)
        yield Reason("step_overdue", _morning_of(first.due or date.max), Tier.WATCH, first.pk, first.title)


def _not_picked_up(facts: Facts) -> Iterator[Reason]:
    """A dream written anew, or a step given up, and the plan has not followed; what is still news is told above."""
    for one in facts.not_picked_up:
        is_dream = one.what == LIFE_GOAL
        if not (is_dream and facts.is_news and facts.last_kind == "life_goal_written"):
            kind = "dream_not_picked_up" if is_dream else "dropped_not_picked_up"
            yield Reason(kind, _morning_of(one.on), Tier.WATCH, one.step_id, one.title)
            return


def _agreement_without_owner(facts: Facts) -> Iterator[Reason]:
    """Since its day, where that has passed; until then since it was said yes to."""
    found = [step for step in facts.steps if step.status == "agreed" and not step.is_agreement]
    if found:
        at, first = min(((_stands_since(step), step) for step in found), key=itemgetter(0))
        yield Reason("agreement_without_owner", at, Tier.WATCH, first.pk, first.title)


def _stands_since(step: Step) -> datetime:
    return _morning_of(step.due) if step.due and is_over(step) else step.accepted_at or step.suggested_at


def _still_for_long(facts: Facts) -> Iterator[Reason]:
    since = facts.stirred_at or facts.opened_at
    if since < clock.now() - timedelta(days=settings.TAVLEN_STILL_DAYS):
        yield Reason("still_for_long", since, Tier.WATCH)


def _belief_due(facts: Facts) -> Iterator[Reason]:
    """Quiet: it waits for nobody, and stays until it is said."""
    due = belief_due(facts.belief_months, facts.believed_on, facts.mine_since)
    if due and due <= clock.today():
        yield Reason("belief_due", _morning_of(due), Tier.QUIET)


def is_over(step: Step) -> bool:
    """Its day has passed."""
    return step.due is not None and step.due < clock.today()


def _morning_of(day: date) -> datetime:
    return datetime.combine(day, time(), tzinfo=clock.COPENHAGEN)


REASONS: tuple[Callable[[Facts], Iterator[Reason]], ...] = (
    _check_in_badly,
    _taken_over,
    _comes_by,
    _life_goal_changed,
    _message_written,
    _consents,
    _voice_owed,
    _own_promise_overdue,
    _rhythm_said,
    _remark_made,
    _step_added,
    _news,
    _follow_up,
    _laid_aside,
    _not_picked_up,
    _offer_unhelped,
    _offer_doubled,
    _step_overdue,
    _agreement_without_owner,
    _check_in_missed,
    _still_for_long,
    _belief_due,
)
