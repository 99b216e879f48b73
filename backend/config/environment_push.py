"""The settings of the nudge: the key that proves who sends it, and the push services it may be sent to."""

from dataclasses import dataclass
from typing import Annotated

from backend.config import parse
from backend.config.environment_sign_in import SignInEnvironment
from backend.config.variable import Variable


@dataclass(frozen=True, kw_only=True, slots=True)
class PushEnvironment(SignInEnvironment):
    """All of them work as they are; whoever has several servers gives them the same key."""

    push_key: Annotated[
        str,
        Variable(
            "",
            parse.text,
            "Proves who sends a nudge (VAPID): 32 bytes in base64url. Empty: made once, kept in the data folder.",
            is_secret=True,
        ),
    ]
    push_contact: Annotated[
        str, Variable("", parse.text, "Mail address for push services to write to. Empty: `TAVLEN_MAIL_FROM`.")
    ]
    push_services: Annotated[
        tuple[str, ...],
        Variable(
            "fcm.googleapis.com, push.services.mozilla.com, push.apple.com, notify.windows.com",
            parse.listed,
            "Push services that a phone may name, with commas; a name stands for itself and for what ends in `.name`.",
        ),
    ]
    push_trial: Annotated[
        str,
        Variable("", parse.origin, "A push service on this machine, by plain http; for tests, and in the demo alone."),
    ]
