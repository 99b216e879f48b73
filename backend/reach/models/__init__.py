"""How those who are not looking are reached, and who does it."""

from backend.reach.models.cursor import Cursor
from backend.reach.models.device import Device
from backend.reach.models.letter_address import LetterAddress
from backend.reach.models.notice import Notice
from backend.reach.models.presence import Presence
from backend.reach.models.pulse import Pulse
from backend.reach.models.wishes import Wishes

__all__ = ["Cursor", "Device", "LetterAddress", "Notice", "Presence", "Pulse", "Wishes"]
