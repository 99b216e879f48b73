"""What others did, said politely to a screen reader: short, in the viewer's language, naming whom they may know."""

from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from backend.people.models import Stage
from backend.plans.journal import EntryView
from backend.plans.reads.uncounted import uncounted_card
from citizen_app.drawing import Drawing
from citizen_app.words import STATUSES

MOST_SAYINGS = 3

_OF_STEP = {
    "step_added": gettext_lazy("%(who)s skrev skridtet »%(title)s«."),
    "step_noted": gettext_lazy("%(who)s skrev skridtet »%(title)s«."),
    "proud_said": gettext_lazy("%(who)s er mest stolt af »%(title)s«."),
    "step_moved": gettext_lazy("%(who)s flyttede »%(title)s« til %(to)s."),
    "step_reworded": gettext_lazy("%(who)s ændrede »%(title)s«."),
    "step_hung": gettext_lazy("%(who)s ændrede »%(title)s«."),
    "step_assigned": gettext_lazy("%(who)s ændrede, hvem der gør »%(title)s«."),
    "step_taken": gettext_lazy("%(who)s tager »%(title)s«."),
    "step_given_back": gettext_lazy("%(who)s gav »%(title)s« tilbage."),
    "step_due_set": gettext_lazy("%(who)s ændrede dagen for »%(title)s«."),
    "voice_given": gettext_lazy("%(who)s svarede på »%(title)s«."),
    "carried_said": gettext_lazy("%(who)s ændrede »%(title)s«."),
    "step_restored": gettext_lazy("%(who)s hentede »%(title)s« tilbage."),
    "remark_made": gettext_lazy("%(who)s skrev en bemærkning til »%(title)s«."),
    "step_noticed": gettext_lazy("%(who)s så »%(title)s«."),
    "step_shared": gettext_lazy("%(who)s delte »%(title)s«."),
    "step_lit": gettext_lazy("I taler om »%(title)s«."),
}
_OF_GOAL = {
    "goal_added": gettext_lazy("%(who)s skrev målet »%(title)s«."),
    "goal_reworded": gettext_lazy("%(who)s ændrede målet »%(title)s«."),
    "goal_reached": gettext_lazy("Målet »%(title)s« er nået."),
    "goal_shared": gettext_lazy("%(who)s delte målet »%(title)s«."),
}
_OF_PLAN = {
    "check_in_answered": gettext_lazy("%(who)s har svaret på, hvordan det går."),
    "about_me_written": gettext_lazy("%(who)s har skrevet »Det skal du vide om mig«."),
    "life_goal_written": gettext_lazy("%(who)s skrev en ny drøm."),
    "step_removed": gettext_lazy("%(who)s fjernede et skridt."),
    "goal_removed": gettext_lazy("%(who)s fjernede et mål."),
    "strength_suggested": gettext_lazy("%(who)s foreslog en styrke."),
    "strength_accepted": gettext_lazy("%(who)s sagde ja til en styrke."),
    "word_said": gettext_lazy("%(who)s skrev et ord med hjem."),
    "challenge_added": gettext_lazy("%(who)s skrev noget, der er svært."),
    "strength_shared": gettext_lazy("%(who)s delte noget, som %(who)s kan."),
    "indicator_answered": gettext_lazy("%(who)s svarede på en måling."),
    "goal_scaled": gettext_lazy("%(who)s satte et mål på en linje."),
    "progress_entry_added": gettext_lazy("%(who)s skrev et lille skridt op."),
    "progress_area_shared": gettext_lazy("%(who)s delte, hvordan det går."),
    "message_written": gettext_lazy("%(who)s skrev en besked."),
    "out_of_hours_agreed": gettext_lazy("%(who)s har skrevet, hvornår der må ringes."),
    "consent_asked": gettext_lazy("%(who)s spørger om et samtykke."),
    "consent_given": gettext_lazy("%(who)s gav et samtykke."),
    "consent_declined": gettext_lazy("%(who)s sagde nej til et samtykke."),
    "consent_withdrawn": gettext_lazy("%(who)s trak et samtykke tilbage."),
    "discussion_noted": gettext_lazy("%(who)s har skrevet, at fagfolk har talt om planen."),
    "discussion_removed": gettext_lazy("%(who)s tog det tilbage, at fagfolk har talt om planen."),
    "course_moved": gettext_lazy("%(who)s har ført forløbet videre."),
    "outcome_added": gettext_lazy("%(who)s har skrevet om job eller uddannelse."),
    "outcome_changed": gettext_lazy("%(who)s har rettet noget om job eller uddannelse."),
    "offer_added": gettext_lazy("%(who)s har skrevet et tilbud op."),
    "overlap_answered": gettext_lazy("%(who)s har svaret på, om to tilbud er dobbelt."),
    "offer_changed": gettext_lazy("%(who)s har rettet et tilbud."),
    "rhythm_said": gettext_lazy("%(who)s har sagt, hvor tit I mødes."),
    "minutes_approved": gettext_lazy("%(who)s sagde ja til referatet."),
    "own_view_said": gettext_lazy("%(who)s skrev, hvordan mødet var."),
    "meeting_planned": gettext_lazy("%(who)s aftalte et møde."),
    "meeting_announced": gettext_lazy("%(who)s har skrevet til dem, der kommer til mødet."),
    "meeting_moved": gettext_lazy("%(who)s flyttede et møde."),
    "agenda_item_added": gettext_lazy("%(who)s har sat noget på dagsordenen."),
    "agenda_item_restored": gettext_lazy("%(who)s hentede noget tilbage på dagsordenen."),
    "part_named": gettext_lazy("%(who)s har sagt, hvem der svarer for en del af mødet."),
    "meeting_cancelled": gettext_lazy("%(who)s aflyste et møde."),
    "meeting_started": gettext_lazy("Mødet er begyndt."),
    "meeting_ended": gettext_lazy("Mødet er slut."),
    "pen_passed": gettext_lazy("%(who)s gav pennen videre."),
    "item_reached": gettext_lazy("%(who)s gik videre på dagsordenen."),
    "network_member_added": gettext_lazy("%(who)s satte en person på sit netværkskort."),
    "network_member_moved": gettext_lazy("%(who)s flyttede en person på sit netværkskort."),
    "network_member_removed": gettext_lazy("%(who)s tog en person af sit netværkskort."),
}

_COME_TO = gettext_lazy("Mødet er kommet til »%(title)s«.")


def say(drawn: Drawing, entries: list[EntryView]) -> list[str]:
    """At most three sentences about what others did; none for the wall, and none about one's own doings."""
    if drawn.seat.role == "screen":
        return []
    by_others = [entry for entry in entries if entry.by and entry.by != drawn.seat.member_id]
    said = list(dict.fromkeys(filter(None, (_sentence(drawn, entry) for entry in _newest_of_each(by_others)))))
    if len(said) <= MOST_SAYINGS:
        return said
    return [*said[-MOST_SAYINGS:], _("Og %(n)s andre ændringer.") % {"n": len(said) - MOST_SAYINGS}]


def _newest_of_each(entries: list[EntryView]) -> list[EntryView]:
    """Forty moves of one card are one sentence."""
    newest = {(entry.kind, entry.by, entry.step_id or entry.goal_id): entry for entry in entries}
    return sorted(newest.values(), key=lambda entry: entry.number)


def _sentence(drawn: Drawing, entry: EntryView) -> str | None:
    pattern, title = _pattern(drawn, entry)
    who = next((face.name for face in drawn.board.faces if face.member_id == entry.by), None)
    if pattern is None or who is None:
        return None
    return str(pattern) % {"who": who, "title": title, "to": _status(drawn, entry)}


def _pattern(drawn: Drawing, entry: EntryView) -> tuple[Any, str]:
    """The sentence and its subject's present title; nothing about what this seat does not see."""
    if entry.kind in _OF_STEP:
        card = uncounted_card(drawn.board, step_id) if (step_id := _step_of(entry)) else None
        return (_OF_STEP[entry.kind], card.title) if card else (None, "")
    if entry.kind in _OF_GOAL:
        title = next((goal.title for goal in drawn.board.goals if goal.id == entry.goal_id), None)
        return (_OF_GOAL[entry.kind], title) if title else (None, "")
    stage = entry.facts.get("stage", Stage.OTHER)
    if entry.kind == "item_reached" and stage != Stage.OTHER:
        return _COME_TO, str(Stage(stage).label)
    return _OF_PLAN.get(entry.kind), ""


def _step_of(entry: EntryView) -> UUID | None:
    return UUID(entry.facts["step"]) if "step" in entry.facts else entry.step_id


def _status(drawn: Drawing, entry: EntryView) -> str:
    card = uncounted_card(drawn.board, entry.step_id) if entry.step_id else None
    return str(STATUSES[card.status]) if card else ""
