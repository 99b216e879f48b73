"""What waits for the consultant until somebody has acted on that very thing, whatever else they have done since."""

from datetime import timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Q, Subquery

from backend.common.prepared import a_moment
from backend.plans.models import Consent, ConsentQuestion, Entry, Remark, Rhythm, Role, Step, Visit

REMINDED = timedelta(days=180)  # after half a year nobody is reminded any more, as of a goal's clock
