"""What happened, and why somebody waits, as sentences."""

from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from backend.common import clock
from citizen_app import contact_words
from citizen_app.day_words import day_in_words, moment_in_words
from citizen_app.words import REASONS, STATUSES

_NEWS = {
    "step_added": _("%(name)s foreslår: %(title)s"),
    "step_noted": _("%(name)s skrev i mødet: %(title)s"),
    "challenge_added": _("%(name)s har skrevet noget, der er svært"),
    "step_taken": _("%(name)s tager: %(title)s"),
    "step_given_back": _("%(name)s har givet tilbage: %(title)s"),
    "remark_made": _("%(name)s har skrevet om: %(title)s"),
    "step_noticed": _("%(name)s så det: %(title)s"),
    "strength_suggested": _("%(name)s har set en styrke"),
    "strength_accepted": _("%(name)s har sagt ja til en styrke"),
    "network_member_added": _("%(name)s har sat en person på sit netværkskort"),
    "goal_added": _("%(name)s har skrevet et nyt mål"),
    "goal_reached": _("%(name)s har sat et mål som nået"),
    "life_goal_written": _("%(name)s har skrevet sin drøm om"),
    "step_shared": _("%(name)s har delt et skridt med dig: %(title)s"),
    "goal_shared": _("%(name)s har delt et mål med dig"),
    "strength_shared": _("%(name)s har delt en styrke med dig"),
    "progress_entry_added": _("%(name)s har set et lille skridt"),
    "progress_area_shared": _("%(name)s har delt med dig, hvordan det går"),
    "consultant_replaced": _("%(name)s er den nye konsulent"),
    "course_moved": _("%(name)s har ført forløbet videre"),
    "outcome_added": _("%(name)s har skrevet om job eller uddannelse"),
    "outcome_changed": _("%(name)s har rettet noget om job eller uddannelse"),
    "offer_added": _("%(name)s har skrevet et tilbud op"),
    "offer_changed": _("%(name)s har rettet et tilbud"),
    "discussion_noted": _("%(name)s har skrevet, at fagfolk har talt om din plan"),
    "rhythm_said": _("%(name)s har sagt, hvor tit I skal mødes"),
    "meeting_planned": _("%(name)s har aftalt et møde"),
    "meeting_moved": _("%(name)s har flyttet et møde"),
    "meeting_announced": _("%(name)s har skrevet til dem, der kommer til mødet"),
    "meeting_cancelled": _("%(name)s har aflyst et møde"),
    "asked_to_meeting": _("%(name)s vil gerne have dig med til et møde"),
    "consent_asked": _("%(name)s spørger dig om et samtykke"),
    "consent_given": _("%(name)s har givet et samtykke"),
    "consent_declined": _("%(name)s har sagt nej til et samtykke"),
    "consent_withdrawn": _("%(name)s har trukket et samtykke tilbage"),
    "minutes_approved": _("%(name)s har sagt ja til referatet"),
    "own_view_said": _("%(name)s har skrevet, hvordan mødet var"),
}
_VOICES = {
    "agreed": _("%(name)s er enig i: %(title)s"),
    "disagreed": _("%(name)s er uenig i: %(title)s"),
    "not_yet": _("%(name)s er ikke klar endnu til: %(title)s"),
}
_WHY = {
    "life_goal_changed": _("Har ændret sit livsmål"),
    "own_promise_overdue": _("Noget, du har lovet, er over tid"),
    "message_laid_aside": _("En besked, som den forrige konsulent skrev, venter på dig"),
    "voice_owed": _("Venter på dit ja til en aftale"),
    "step_overdue": _("Et skridt er over tid"),
    "dream_not_picked_up": _("Planen følger ikke drømmen endnu. Den er skrevet"),
    "dropped_not_picked_up": _("Et skridt er givet op, og planen er den samme"),
    "still_for_long": _("Der er ikke sket noget længe. Sidst"),
    "life_goal_written": _("Har skrevet sin drøm om"),
    "step_added": _("Har skrevet et nyt skridt"),
    "step_moved": _("Har flyttet et skridt"),
    "voice_given": _("Har svaret på en aftale"),
    "remark_made": _("Har skrevet om et skridt"),
    "step_noticed": _("Har set et skridt, der er gjort"),
    "message_written": _("Har skrevet til dig"),
    "goal_added": _("Har skrevet et nyt mål"),
    "goal_reached": _("Har nået et mål"),
    "strength_suggested": _("Har fået en styrke foreslået"),
    "consent_given": _("Har givet et samtykke"),
    "consent_declined": _("Har sagt nej til et samtykke"),
    "consent_withdrawn": _("Har trukket et samtykke tilbage"),
    "meeting_planned": _("Har aftalt et møde"),
    "meeting_moved": _("Har flyttet et møde"),
    "meeting_cancelled": _("Har aflyst et møde"),
    "what_matters_said": _("Har skrevet, hvad der er vigtigt at tale om"),
    "rhythm_said": _("Har sagt, hvor tit I skal mødes"),
    "course_moved": _("Har ført forløbet videre"),
    "outcome_added": _("Har skrevet om job eller uddannelse"),
    "outcome_changed": _("Har rettet noget om job eller uddannelse"),
    "offer_unhelped": _("Siger, at et tilbud ikke hjalp"),
    "offer_doubled": _("To tilbud blev kaldt dobbelte"),
    "offer_added": _("Har skrevet et tilbud op"),
    "offer_changed": _("Har rettet et tilbud"),
    "looked_in": _("En kollega har set planen med en grund"),
    "agreement_without_owner": _("En aftale mangler en person eller en dag"),
    "new": _("Planen er ny"),
    "taken_over": _("Er ny hos dig"),
    "check_in_badly": _("Siger, at det går skævt. Svarede"),
    "check_in_missed": _("Har ikke svaret på, hvordan det går. Spurgt"),
    "belief_due": _("Tid til at sige din tro"),
    "about_me_written": _("Har skrevet, hvad du skal vide"),
}
_WITHOUT_DAY = (
    "belief_due",
    "message_laid_aside",
    "own_promise_overdue",
    "agreement_without_owner",
    "step_overdue",
    "dropped_not_picked_up",
)


def news(item: Any) -> str:
    """Karen har flyttet »Ring til lægen« til I gang."""
    if item.kind == "looked_in":
        return _looked_in(item)
    title = gettext("»%(title)s«") % {"title": item.title}
    told = {"name": item.by.name if item.by else gettext("Nogen"), "title": title}
    if item.kind == "step_moved":
        return _moved(told, item.to)
    sentence = _VOICES.get(item.to) if item.kind == "voice_given" else _NEWS.get(item.kind)
    return str(sentence or _("%(name)s har ændret noget på tavlen")) % told


def _looked_in(item: Any) -> str:
    name = item.by.name if item.by else gettext("Nogen")
    return gettext("%(name)s har set planen med en grund: %(reason)s") % {
        "name": name,
        "reason": REASONS.get(item.to, ""),
    }


def _moved(told: dict[str, str], to: str) -> str:
    if to == "done":
        return gettext("%(name)s har klaret %(title)s") % told
    return gettext("%(name)s har flyttet %(title)s til %(column)s") % {**told, "column": STATUSES.get(to, to)}


def why(row: Any, reason: Any = None) -> str:
    """Har ændret sit livsmål for 3 dage siden. Without a reason of its own: the strongest of the row's."""
    told = reason or row.reasons[0]
    if told.kind == "follow_up":
        return contact_words.missing(row.follow_up)
    if told.kind == "comes_by":
        return gettext("Kommer forbi %(when)s") % {"when": moment_in_words(told.at, today=clock.today())}
    sentence = _WHY.get(told.kind)
    if sentence is None:
        return _quiet(told)
    if not told.at or told.kind in _WITHOUT_DAY:
        return str(sentence)
    return f"{sentence} {day_in_words(clock.day_of(told.at), today=clock.today())}"


def _quiet(told: Any) -> str:
    if not told.at:
        return gettext("Alt er roligt")
    return gettext("Sidst nyt %(day)s") % {"day": day_in_words(clock.day_of(told.at), today=clock.today())}
