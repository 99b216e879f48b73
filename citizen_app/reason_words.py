"""Why a citizen is to be seen to, as a sentence, and the very place where it is answered."""

from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from backend.plans.reads.facts import Reason
from citizen_app.news_words import why

STEP, GOAL, MEETING = "steps/{}/", "goals/{}/", "meetings/{}/"
BOARD = ""

# By kind: a sign, and where one tap leads. What is about a thing that is gone leads to the board.
PLACES: dict[str, tuple[str, str]] = {
    "check_in_badly": ("circle-alert", "check-ins/"),
    "check_in_missed": ("clock", "check-ins/"),
    "taken_over": ("sun", "takeover/"),
    "about_me_written": ("pencil", "about-me/"),
    "comes_by": ("users", MEETING),
    "life_goal_changed": ("sun", "life-goal/"),
    "life_goal_written": ("sun", "life-goal/"),
    "message_written": ("message-circle", "conversation/"),
    "message_laid_aside": ("message-circle", "conversation/later/"),
    "voice_owed": ("handshake", STEP),
    "own_promise_overdue": ("clock", STEP),
    "follow_up": ("calendar", "meetings/new/"),
    "step_added": ("footprints", STEP),
    "step_moved": ("footprints", STEP),
    "voice_given": ("footprints", STEP),
    "remark_made": ("pencil", STEP),
    "step_noticed": ("eye", STEP),
    "goal_added": ("flag", GOAL),
    "goal_reached": ("flag", GOAL),
    "strength_suggested": ("sprout", "strengths/"),
    "consent_given": ("check", "consents/"),
    "consent_declined": ("check", "consents/"),
    "consent_withdrawn": ("check", "consents/"),
    "looked_in": ("eye", BOARD),
    "rhythm_said": ("calendar", "me/#rhythm"),
    "course_moved": ("route", "course/"),
    "outcome_added": ("briefcase", "course/#outcomes"),
    "outcome_changed": ("briefcase", "course/#outcomes"),
    "offer_added": ("hand-heart", "offers/"),
    "offer_changed": ("hand-heart", "offers/"),
    "meeting_planned": ("calendar", "meetings/"),
    "meeting_moved": ("calendar", "meetings/"),
    "meeting_cancelled": ("calendar", "meetings/"),
    "what_matters_said": ("calendar", "meetings/"),
    "offer_unhelped": ("hand-heart", "offers/"),
    "offer_doubled": ("hand-heart", "offers/#overlaps"),
    "dream_not_picked_up": ("sun", "life-goal/"),
    "dropped_not_picked_up": ("flag", STEP),
    "step_overdue": ("clock", STEP),
    "agreement_without_owner": ("footprints", STEP),
    "still_for_long": ("layout-dashboard", BOARD),
    "belief_due": ("chart-line", "measurements/"),
    "quiet": ("layout-dashboard", BOARD),
    "new": ("layout-dashboard", BOARD),
}
_WITH_TITLE = {
    "voice_owed": _("Dit ja mangler: %(title)s"),
    "own_promise_overdue": _("Du lovede: %(title)s"),
    "dropped_not_picked_up": _("Givet op, og planen er den samme: %(title)s"),
    "offer_unhelped": _("Hjalp ikke: %(title)s"),
    "step_overdue": _("Over tid: %(title)s"),
    "agreement_without_owner": _("Mangler en person eller en dag: %(title)s"),
}


def place_of(plan_id: int, reason: Reason) -> str:
    """/plans/3/conversation/."""
    place = PLACES[reason.kind][1]
    if "{}" in place:
        place = place.format(reason.subject_id) if reason.subject_id else BOARD
    return f"/plans/{plan_id}/{place}"


def sentence(row: Any, reason: Reason) -> str:
    """As `why`, and with the step's own words where it is about one."""
    words = _WITH_TITLE.get(reason.kind)
    return str(words) % {"title": reason.title} if words and reason.title else why(row, reason)


def lines(row: Any) -> list[dict[str, str]]:
    """Each reason as sign, sentence and place; no place for what asks for nothing."""
    return [
        {
            "sign": PLACES[reason.kind][0],
            "words": sentence(row, reason),
            "where": place_of(row.plan_id, reason),
        }
        for reason in row.reasons
        if reason.kind not in ("quiet", "new")
    ]


def how_many_wait(count: int) -> str:
    """3 venter på dig."""
    return gettext("%(count)d venter på dig") % {"count": count}
