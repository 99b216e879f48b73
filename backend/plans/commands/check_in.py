"""After the course: the citizen says how it goes, when they are asked."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from django.utils.translation import gettext_lazy as _

from backend.common.errors import Refused
from backend.plans.check_ins import round_on
from backend.plans.commands import texts
from backend.plans.commands.base import Change, Happened
from backend.plans.commands.progress import day_said
from backend.plans.models import CheckIn, Phase


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerCheckIn:
    """It goes, or it does not, with words if one likes. Said again while it is asked, this takes the earlier's place.

    `due`: the day on which it was asked for. Without signal, the day on which it was said counts.
    """

    kind: ClassVar[str] = "answer_check_in"
    told: ClassVar[str] = "check_in_answered"
    power: ClassVar[str] = "answer_check_in"

    due: date
    answer: Literal["well", "badly"]
    words: texts.Line = ""

    def carry_out(self, change: Change) -> Happened:
        words = texts.cleaned(self.words, longest=texts.LINE, one_line=True)
        running = Phase.objects.filter(plan=change.plan).last()
        is_asked = running is not None and running.kind == Phase.Kind.AFTERCARE
        asked = round_on(running.began, day_said(change)) if is_asked and running else None
        if asked is None or asked.due != self.due:
            raise Refused(_("Der bliver ikke spurgt om det nu. Skriv en besked i stedet."), code="not_asked")
        said = {"answer": self.answer, "words": words, "at": change.now, "seq": change.plan.head_seq}
        CheckIn.objects.update_or_create(plan=change.plan, due=self.due, defaults=said)
        return Happened(only=True, facts={"to": self.answer})
