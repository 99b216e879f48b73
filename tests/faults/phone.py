"""A phone in Python: an outbox that keeps its order, sends the same ids until answered, writes all of it down."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor
from random import Random
from typing import Any
from uuid import UUID

import httpx

from tests.faults.history import History
from tests.faults.people import Person
from tests.faults.tables import Witness

AT_ONCE = 50


class Phone:
    """`copies`: each letter is sent between once and so many times at the same time, under the same ids.

    `patience`: seconds that it waits for an answer.
    """

    def __init__(
        self,
        person: Person,
        history: History,
        seed: str,
        *,
        env: dict[str, str],
        copies: int = 1,
        patience: float = 30,
    ) -> None:
        self.person, self.history, self.copies = person, history, copies
        self.rng = Random(seed)
        self.device = self.new_id()
        self.outbox: list[dict[str, Any]] = []
        self.is_out = False  # signed out, or no longer at the table
        self._witness, self._looking = Witness(env), threading.Lock()
        self._http = httpx.Client(base_url=person.url, headers=person.headers, timeout=patience)
        self._several = ThreadPoolExecutor(3)

    def new_id(self) -> str:
        return str(UUID(int=self.rng.getrandbits(128), version=4))

    def says(self, kind: str, *, said_at: str | None = None, **fields: Any) -> str:
        """Into the outbox; gives the change's id."""
        change_id = self.new_id()
        testimony = {"said_at": said_at} if said_at else {}
        self.outbox.append({"change_id": change_id, "kind": kind, **testimony, **fields})
        self._note("said", change_id=change_id, kind=kind, fields=fields)
        return change_id

    def send(self) -> bool:
        """One letter with what waits, in order. True when something was answered."""
        waiting = self.outbox[:AT_ONCE]
        if not waiting or self.is_out:
            return False
        copies = self.rng.randint(1, self.copies)
        return any([*self._several.map(self._post, [waiting] * copies)])

    def send_shuffled(self) -> bool:
        """Every change in a letter of its own, each up to `copies` times, in no order at all."""
        letters = [[change] for change in self.outbox for _ in range(self.rng.randint(1, self.copies))]
        self.rng.shuffle(letters)
        return any([*self._several.map(self._post, letters)])

    def drain(self, within: float, *, shuffled: bool = False) -> None:
        """Until nothing waits; what then still waits is found by the checker `unanswered`."""
        deadline = time.monotonic() + within
        while self.outbox and not self.is_out and time.monotonic() < deadline:
            if not (self.send_shuffled() if shuffled else self.send()):
                time.sleep(self.rng.uniform(0.05, 0.3))

    def close(self) -> None:
        self._several.shutdown()
        self._http.close()
        self._witness.close()

    def _post(self, changes: list[dict[str, Any]]) -> bool:
        letter = {"device": self.device, "changes": changes}
        try:
            answer = self._http.post(f"/api/plans/{self.person.plan_id}/changes", json=letter)
        except httpx.TransportError as silence:
            self._note("silence", why=type(silence).__name__)
            return False
        if answer.status_code in (401, 404):
            self._let_go(answer.status_code)
            return False
        if answer.status_code != 200:
            self._note("failed", status=answer.status_code)
            return False
        for outcome in answer.json()["outcomes"]:
            self._hear(outcome)
        return True

    def _hear(self, outcome: dict[str, Any]) -> None:
        change_id, status = outcome["change_id"], outcome["status"]
        told: dict[str, Any] = {name: outcome[name] for name in ("number", "why", "code") if name in outcome}
        with self._looking:
            if status != "refused":
                told["there"] = self._witness.sees(self.person.plan_id, self.device, change_id)
            self._note("answered", change_id=change_id, status=status, is_broad=self.person.is_broad, **told)
            self.outbox = [change for change in self.outbox if change["change_id"] != change_id]

    def _let_go(self, status: int) -> None:
        self.is_out = True
        for change in self.outbox:
            self._note("let_go", change_id=change["change_id"], status=status)

    def _note(self, what: str, **told: Any) -> None:
        self.history.note(what, plan_id=self.person.plan_id, device=self.device, who=self.person.role, **told)
