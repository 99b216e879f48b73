"""What waits for the consultant until somebody has acted on that very thing, whatever else they have done since."""

from datetime import timedelta

REMINDED = timedelta(days=180)  # after half a year nobody is reminded any more, as of a goal's clock
