"""What waits for the consultant until somebody has acted on that very thing, whatever else they have done since."""

from datetime import timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Q, Subquery, UUIDField

from backend.common.prepared import a_moment
from backend.plans.models import Consent, ConsentQuestion, Entry, Meeting, Remark, Rhythm, Role, Step, Visit
from backend.plans.reads.follow_up import NOT_WITH_THE_CITIZEN

REMINDED = timedelta(days=180)  # then nobody is reminded any more, as of the clock of a goal


def facts_of_unanswered() -> dict[str, Any]:
    """For each place of a consultant: since when what was said of a consent, a rhythm that the citizen asks for, a
    remark and a new step have waited, the oldest of each; and of which step the last two are."""
    remark, step = _remarks(), _steps()
    return {
        "consent_withdrawn_at": Subquery(_withdrawn().values("ended_at")[:1]),
        "consent_declined_at": Subquery(_declined().values("declined_at")[:1]),
        "consent_given_at": Subquery(_given().values("given_at")[:1]),
        "rhythm_asked_at": Subquery(Rhythm.objects.filter(_HERE, asked_by=Role.CITIZEN).values("asked_at")[:1]),
        "remark_at": Subquery(remark.values("at")[:1]),
        "remark_step": Subquery(remark.values("step")[:1], output_field=UUIDField()),
        "new_step_at": Subquery(step.values("suggested_at")[:1]),
        "new_step": Subquery(step.values("pk")[:1]),
    }


def _withdrawn() -> Any:
    """A yes taken back, and not given anew."""
    again = Consent.objects.filter(question=OuterRef("question"), given_at__gte=OuterRef("ended_at"))
    over = Consent.objects.filter(question__plan=OuterRef("plan"), ended_as=Consent.Ended.WITHDRAWN)
    return _unread(over.exclude(Exists(again)), "ended_at", "question__plan")


def _declined() -> Any:
    """A no, and no yes since."""
    again = Consent.objects.filter(question=OuterRef("pk"), given_at__gte=OuterRef("declined_at"))
    asked = ConsentQuestion.objects.filter(_HERE, declined_at__isnull=False)
    return _unread(asked.exclude(Exists(again)), "declined_at", "plan")


def _given() -> Any:
    """A yes that stands. The one to the plan itself, of its first day, waits for any act at all."""
    acts = Entry.objects.filter(_BY_US, plan=OuterRef("question__plan"), at__gt=OuterRef("given_at"))
    there = Consent.objects.filter(question__plan=OuterRef("plan"), ended_at=None)
    return _unread(there.exclude(Q(question__kind="holistic_plan") & Exists(acts)), "given_at", "question__plan")


def _unread(there: Any, at: str, plan: str) -> Any:
    """Since which the page of consents was not opened by the consultant, nor anything asked anew."""
    since = {"plan": OuterRef(plan)}
    looked = Visit.objects.filter(**since, what="consents", role=Role.CONSULTANT, at__gt=OuterRef(at))
    anew = ConsentQuestion.objects.filter(**since, asked_by__role=Role.CONSULTANT, asked_at__gt=OuterRef(at))
    late = there.filter(**{f"{at}__gt": a_moment("reminded")})
    return late.exclude(Exists(anew)).exclude(Exists(looked)).order_by(at, "pk")


def _remarks() -> Any:
    """To the consultant alone, on a step that is there; a reply is an act on that step, and so is all done with it."""
    there = Remark.objects.filter(_HERE, _TO_US, removed_at=None, step__removed_at=None, at__gt=a_moment("reminded"))
    return there.exclude(_acted("step", "at")).order_by("at", "pk")


def _steps() -> Any:
    """A wish of the citizen's that the consultant has neither acted on nor opened, nor sat together with them since."""
    since = {"plan": OuterRef("plan"), "at__gt": OuterRef("suggested_at")}
    looked = Visit.objects.filter(**since, what="step", subject_id=OuterRef("pk"), role=Role.CONSULTANT)
    met = Meeting.objects.filter(_HERE, started_at__gt=OuterRef("suggested_at"))
    theirs = Step.objects.filter(_HERE, suggested_by__role=Role.CITIZEN, status="wish", removed_at=None)
    fresh = theirs.filter(suggested_at__gt=a_moment("reminded")).exclude(_acted("pk", "suggested_at"))
    unmet = fresh.exclude(Exists(met.exclude(kind__code=NOT_WITH_THE_CITIZEN)))
    return unmet.exclude(Exists(looked)).order_by("suggested_at", "pk")


def _acted(step: str, at: str) -> Exists:
    return Exists(Entry.objects.filter(_BY_US, step_id=OuterRef(step), at__gt=OuterRef(at)))


def told_until_answered() -> Q:
    """Of entries: those of which nothing else need tell."""
    consents = Q(kind__in=["consent_given", "consent_declined", "consent_withdrawn"])
    return consents | Q(kind="step_added", by__role=Role.CITIZEN)


_HERE, _BY_US = Q(plan=OuterRef("plan")), Q(by__role=Role.CONSULTANT)
_TO_US = Q(audience=Remark.Audience.US, is_seen=False) & ~Q(member__role=Role.CONSULTANT)
