"""Asking for consent, and each answer, in the scene."""

from collections.abc import Callable
from typing import Any

from backend.common import clock
from backend.common.ids import new_id
from backend.plans import commands as c
from tests.live.scene import Scene


def _a_question(scene: Scene) -> c.AskConsent:
    asked = {"giver": "Ydelse", "receiver": "Jobcenter", "what": "Mit budget", "why": "Så huslejen bliver betalt"}
    return c.AskConsent(question_id=new_id(), until=clock.today(), **asked)


CONSENTS: dict[str, list[tuple[str, Callable[[Scene], Any]]]] = {
    "ask_consent": [("consultant", _a_question)],
    "give_consent": [
        ("citizen", lambda s: c.GiveConsent(question_id=s.questions["asked"], version=1)),
        ("citizen", lambda s: c.GiveConsent(question_id=s.questions["withdrawn"], version=1, language="en")),
    ],
    "decline_consent": [("citizen", lambda s: c.DeclineConsent(question_id=s.questions["asked"]))],
    "withdraw_consent": [("citizen", lambda s: c.WithdrawConsent(question_id=s.questions["given"]))],
}
