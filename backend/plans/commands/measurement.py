"""Measurements: a question answered, or a goal put on a line, by whoever is asked. An answer may be taken back."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Annotated, Any, ClassVar
from uuid import UUID

from annotated_types import Len
from django.db.models import Max

from backend.common.errors import NotHere
from backend.people.models import SAYS, Indicator, IndicatorSet, Wording
from backend.people.models.setting import holding_today
from backend.plans.audience import of_members, of_progress_area, through_goal
from backend.plans.commands import texts
from backend.plans.commands.base import Change, Happened, allow
from backend.plans.commands.progress import Score, day_said, facts_of_area
from backend.plans.models import Measurement, ProgressArea

ONE_ROUND = timedelta(days=28)


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerIndicator:
    """Answer one question, in figure, words or both; with neither, this time's answer is gone.

    Each answers only what they are asked: the citizen about themself, the consultant about their own belief.
    """

    kind: ClassVar[str] = "answer_indicator"
    told: ClassVar[str] = "indicator_answered"
    power: ClassVar[str] = "answer_indicator"

    indicator: Annotated[str, Len(1, 40)]
    score: Score | None = None
    words: texts.Line = ""

    def carry_out(self, change: Change) -> Happened:
        there = Indicator.objects.select_related("indicator_set").filter(holding_today("indicator_set__"))
        indicator = there.filter(code=self.indicator).first()
        if indicator is None:
            raise NotHere
        allow(indicator.asked == change.seat.role and (self.score is None or indicator.has_scale))
        allow(not self.words or bool(indicator.asks_words))
        words = texts.cleaned(self.words, longest=texts.LINE, one_line=True)
        area = _area(change, indicator.indicator_set)
        _say(change, area, score=self.score, words=words, indicator=indicator, wording=wording_of(indicator))
        return _told(change, area)


@dataclass(frozen=True, slots=True, kw_only=True)
class ScaleGoal:
    """Put one of the citizen's goals on a line from 0 to 10: where I am, and where I want to be. Or take it off."""

    kind: ClassVar[str] = "scale_goal"
    told: ClassVar[str] = "goal_scaled"
    power: ClassVar[str] = "scale_goal"

    goal_id: UUID
    score: Score | None = None
    wanted: Score | None = None

    def carry_out(self, change: Change) -> Happened:
        goal = change.goal(self.goal_id, "move_goal")
        of_goals = IndicatorSet.objects.filter(holding_today(), of_goals=True).first()
        if of_goals is None:
            raise NotHere
        area = _area(change, of_goals)
        wanted = self.wanted if self.score is not None else None
        _say(change, area, score=self.score, wanted=wanted, goal=goal)
        seen = of_progress_area(area.pk).members & through_goal(goal.pk).members
        return Happened(only=True, also=of_members(seen), facts=facts_of_area(area))


def wording_of(indicator: Indicator) -> Wording:
    """What it says now. Two at once may keep the same twice, which is read as one."""
    says = {name: getattr(indicator, name) for name in SAYS}
    last = indicator.wordings.last()
    if last is not None and says == {name: getattr(last, name) for name in SAYS}:
        return last
    return Wording.objects.create(indicator=indicator, **says)


def _area(change: Change, indicators: IndicatorSet) -> ProgressArea:
    """Where the plan keeps what is answered of these: the citizen's alone, until they say otherwise."""
    kept = {"is_kept": True, "at": change.now}
    found, _made = ProgressArea.objects.get_or_create(plan=change.plan, indicator_set=indicators, defaults=kept)
    return found


def _say(change: Change, area: ProgressArea, *, score: int | None, **said: Any) -> None:
    """One answer a round; another takes its place."""
    day = day_said(change)
    about = {name: said.pop(name) for name in ("indicator", "goal") if name in said}
    began = _round(area, day)
    if score is None and not said.get("words"):
        Measurement.objects.filter(area=area, round=began, **about).delete()
        return
    told = {"plan": change.plan, "by_id": change.me, "day": day, "at": change.now, "seq": change.plan.head_seq}
    Measurement.objects.update_or_create(area=area, round=began, **about, defaults={**told, **said, "score": score})


def _round(area: ProgressArea, day: date) -> date:
    """The first day of the round that an answer of this day belongs to."""
    last: date | None = area.measurements.aggregate(last=Max("round"))["last"]
    return last if last is not None and day - last < ONE_ROUND else day


def _told(change: Change, area: ProgressArea) -> Happened:
    """Whom it is shared with. The consultant is told in full of what they said themself."""
    is_own = change.seat.role == "consultant"
    facts = {"progress_area": str(area.pk)} if is_own else facts_of_area(area)
    return Happened(only=True, also=of_progress_area(area.pk), facts=facts)
