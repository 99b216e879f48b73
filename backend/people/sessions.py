"""How long somebody stays signed in on a device, and how it ends; on a shared phone soon, and with the browser."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Literal

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends import db
from django.db import transaction
from django.utils.functional import cached_property

from backend.common import clock
from backend.common.ids import new_id
from backend.common.prepared import Prepared, a_moment, a_text
from backend.people.devices import device_of

SHARED, SINCE, DEVICE, NAME, KIND = "shared", "since", "device", "name", "kind"
# What allauth keeps while somebody is away at their broker, looks for a code, or holds a finger to the phone.
ON_THE_WAY = ("socialaccount_states", "account_login", "mfa.webauthn.state")
Kind = Literal["citizen", "staff", "guest", "wall"]


@dataclass(frozen=True, slots=True)
class Lifetime:
    """A session ends after `idle` without a request, and `at_most` after signing in; use is noted once a `step`."""

    idle: timedelta
    at_most: timedelta
    step: timedelta


FRESH = timedelta(minutes=15)
OWN_PHONE: dict[Kind, Lifetime] = {
    "citizen": Lifetime(idle=timedelta(days=14), at_most=timedelta(days=90), step=timedelta(hours=1)),
    "guest": Lifetime(idle=timedelta(days=7), at_most=timedelta(days=30), step=timedelta(hours=1)),
    "staff": Lifetime(idle=timedelta(hours=1), at_most=timedelta(hours=12), step=timedelta(minutes=2)),
    "wall": Lifetime(idle=timedelta(days=30), at_most=timedelta(days=180), step=timedelta(hours=1)),
}
SHARED_PHONE = Lifetime(idle=timedelta(minutes=15), at_most=timedelta(hours=2), step=timedelta(minutes=1))
AWAY = Lifetime(idle=timedelta(minutes=15), at_most=timedelta(minutes=15), step=timedelta(minutes=15))


class SessionStore(db.SessionStore):
    """Django's store over our table. Reading costs one query; use is noted coarsely, so that a GET seldom writes."""

    used_at: datetime | None = None
    _is_touched = False

    @classmethod
    def get_model_class(cls) -> Any:
        from backend.people.models import Session

        return Session

    @cached_property
    def model(self) -> Any:
        return self.get_model_class()

    @property
    def lifetime(self) -> Lifetime:
        if SESSION_KEY not in self and any(mark in self for mark in ON_THE_WAY):
            return AWAY  # anybody may set out; what nobody comes back for is soon gone
        own: Lifetime = OWN_PHONE[self.get(KIND, "staff")]  # the shortest, where nobody has said
        if not self.get(SHARED):
            return own
        return Lifetime(min(own.idle, SHARED_PHONE.idle), min(own.at_most, SHARED_PHONE.at_most), SHARED_PHONE.step)

    @property
    def may_be_longer(self) -> bool:
        """Would it last longer if it were used now?"""
        return self.get_expiry_date() < self._since() + self.lifetime.at_most

    def be(self, kind: Kind) -> None:
        """Called when somebody has signed in: how long they may stay."""
        self[KIND] = kind
        self._is_touched = False  # the whole row is to be written

    def move_on(self) -> bool:
        """A new key, for whoever comes first with this one; False, and nothing done, for all others who hold it."""
        data = dict(self.items())
        with transaction.atomic():
            if not self.model.objects.filter(session_key=self.session_key).delete()[0]:
                self.modified = False  # no cookie of ours is to come after the first one's
                return False
            self._is_touched = False  # the whole row is to be written
            self.create()
            self._session_cache = data
            self.save()
        return True

    def note_device(self, *, user_agent: str) -> None:
        """Called when somebody has signed in: what the person is shown of this session later."""
        if DEVICE not in self:
            device = device_of(user_agent)
            self[DEVICE] = [device.browser, device.system]

    def is_fresh(self) -> bool:
        """Did they prove who they are just now?"""
        return SINCE in self and clock.now() - datetime.fromisoformat(self[SINCE]) < FRESH

    def touch(self) -> None:
        """It is in use: have it saved, and its cookie sent anew, if that was not noted lately."""
        if self.used_at is not None and clock.now() - self.used_at >= self.lifetime.step:
            self.stay()

    def stay(self) -> None:
        """Its person is there: from now on it is unused anew."""
        self._is_touched = self.modified = True

    def save(self, must_create: bool = False) -> None:
        """After a mere touch only the times are written: a session ended meanwhile stays ended, and nobody is told."""
        if not self._is_touched:
            super().save(must_create)
            return
        mine = self.model.objects.filter(session_key=self.session_key)
        mine.update(used_at=clock.now(), expire_date=self.get_expiry_date())

    def load(self) -> dict[str, Any]:
        row = _OPEN.one(session_key=self.session_key, now=clock.now())
        if row is None:
            self._session_key = None
            return {}
        self.used_at, data = row
        return dict(self.decode(data))

    def create_model_instance(self, data: dict[str, Any]) -> Any:
        person_id = int(data[SESSION_KEY]) if SESSION_KEY in data else None
        if person_id is not None:
            data.setdefault(SINCE, clock.now().isoformat())
            data.setdefault(NAME, str(new_id()))
        row: Any = super().create_model_instance(data)
        row.person_id = person_id
        row.used_at = clock.now()
        return row

    def get_expiry_date(self, **_: Any) -> datetime:
        return min(clock.now() + self.lifetime.idle, self._since() + self.lifetime.at_most)

    def _since(self) -> datetime:
        return datetime.fromisoformat(self[SINCE]) if SINCE in self else clock.now()

    def get_expiry_age(self, **_: Any) -> int:
        return int((self.get_expiry_date() - clock.now()).total_seconds())

    def get_expire_at_browser_close(self) -> bool:
        return bool(self.get(SHARED))


_OPEN = Prepared(
    lambda: (
        SessionStore.get_model_class()
        .objects.filter(session_key=a_text("session_key"), expire_date__gt=a_moment("now"))
        .values_list("used_at", "session_data")
    )
)
