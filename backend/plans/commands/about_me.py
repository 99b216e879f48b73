"""»Det skal du vide om mig«: the citizen's letter to their consultant, and to whoever comes after."""

from dataclasses import dataclass
from typing import ClassVar

from backend.plans.commands import texts
from backend.plans.commands.base import Change, Happened, check_same_text
from backend.plans.models import AboutMe


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteAboutMe:
    """Write the letter or write it anew; without words it is gone for good. `was`: as the citizen last saw it."""

    kind: ClassVar[str] = "write_about_me"
    told: ClassVar[str] = "about_me_written"
    power: ClassVar[str] = "write_about_me"

    words: texts.Long = ""
    was: texts.Long = ""

    def carry_out(self, change: Change) -> Happened:
        words = texts.cleaned(self.words, longest=texts.LONG)
        if words:
            words = texts.needed(words, longest=texts.LONG, one_line=False)
        there = AboutMe.objects.filter(plan=change.plan).first()
        check_same_text(there.words if there else "", self.was, yours=words, field="words")
        if not words:
            AboutMe.objects.filter(plan=change.plan).delete()
        elif there is None or there.words != words:
            AboutMe.objects.update_or_create(plan=change.plan, defaults={"words": words, "at": change.now})
        return Happened(only=True)
