"""What a meeting's page shows when the meeting is over: the minutes, each one's view of them, and how it was."""

from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from backend.plans.access import Seat
from backend.plans.commands import texts
from backend.plans.commands.minutes import HIGHEST, LOWEST
from backend.plans.reads.minutes import read_minutes
from backend.plans.reads.ratings import SCALES, read_ratings
from citizen_app import minutes_words
from citizen_app.rating_curves import curves_of
from citizen_app.words import RATING_SCALES


def context_of(seat: Seat, meeting_id: UUID) -> dict[str, Any]:
    """All that templates/meeting/_after.html needs. Raises NotHere."""
    minutes, ratings = read_minutes(seat, meeting_id), read_ratings(seat)
    mine = next((one for one in ratings.mine if one.meeting_id == meeting_id), None)
    scores: tuple[int | None, ...] = mine.scores if mine else (None,) * len(SCALES)
    return {
        "minutes": minutes,
        "minutes_title": minutes_words.title_of(minutes),
        "facts": minutes_words.facts_of(minutes),
        "parts": [part for part in minutes_words.parts_of(minutes) if part.name != "words-home"],  # drawn with faces
        "foot": minutes_words.foot_of(minutes),
        "longest_view": texts.LONG,
        "my_rating": mine,
        "scales": [
            {"name": name, "words": RATING_SCALES[name].words, "short": RATING_SCALES[name].short, "score": score}
            for name, score in zip(SCALES, scores, strict=True)
        ],
        "scores": range(LOWEST, HIGHEST + 1),
        "ratings": ratings,
        "curves": curves_of(ratings.mine),
        "curves_heading": _("Sådan har møderne været for dig"),
        "shown_curves": curves_of(ratings.shown),
        "shown_heading": _("Sådan har møderne været for borgeren"),
    }
