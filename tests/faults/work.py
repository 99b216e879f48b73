"""What the phones say: steps of their own that they add, move, reword and remark on, every text once and marked.

A text marked `kanarie-us` is for citizen and consultant; nobody else may receive a byte of it.
"""

import threading
import time
from collections.abc import Callable, Sequence
from itertools import count

from tests.faults.phone import Phone

_numbers = count(1)


class Writer:
    """One phone at work. What it says depends on its seed alone; when it is sent, on the faults."""

    def __init__(self, phone: Phone) -> None:
        self.phone, self.rng = phone, phone.rng
        self.steps: list[str] = []
        self.how: dict[str, str] = {}

    def says_something(self) -> None:
        if not self.steps or self.rng.random() < 0.2:
            self.adds()
        elif self.phone.person.role != "citizen":
            self.remarks()
        else:
            self.rng.choice((self.moves, self.moves, self.rewords, self.remarks))()

    def adds(self) -> None:
        step_id = self.phone.new_id()
        words = {"words": _text("us")} if self.phone.person.role == "citizen" else {}
        self.phone.says("add_step", step_id=step_id, title=_text(self._audience()), **words)
        self.steps.append(step_id)

    def moves(self) -> None:
        status = self.rng.choice(("wish", "agreed", "doing", "paused"))
        self.phone.says("move_step", step_id=self.rng.choice(self.steps), status=status)

    def rewords(self) -> None:
        step_id, text = self.rng.choice(self.steps), _text("us")
        self.phone.says("reword_step", step_id=step_id, field="how", text=text, was=self.how.get(step_id, ""))
        self.how[step_id] = text

    def remarks(self) -> None:
        audience = "us" if self.phone.person.is_broad else "table"
        remark = {"remark_id": self.phone.new_id(), "words": _text(self._audience()), "audience": audience}
        self.phone.says("remark_on_step", step_id=self.rng.choice(self.steps), **remark)

    def _audience(self) -> str:
        return "us" if self.phone.person.is_broad else "table"


def _text(audience: str) -> str:
    return f"nr. {next(_numbers)} kanarie-{audience}"


def while_working(writers: Sequence[Writer], faults: Callable[[], None], *, pause: float = 0.15) -> None:
    """Everybody says and sends, each on a thread of their own, until the faults have run; then what waits is sent."""
    is_over = threading.Event()

    def work(writer: Writer) -> None:
        while not is_over.is_set():
            writer.says_something()
            if not writer.phone.send():
                time.sleep(writer.rng.uniform(0, pause))
            time.sleep(writer.rng.uniform(0, pause))

    threads = [threading.Thread(target=work, args=(writer,), daemon=True) for writer in writers]
    for thread in threads:
        thread.start()
    try:
        faults()
    finally:
        is_over.set()
        for thread in threads:
            thread.join()
    drain([writer.phone for writer in writers])


def drain(phones: Sequence[Phone], *, within: float = 40, shuffled: bool = False) -> None:
    """All at the same time."""
    threads = [
        threading.Thread(target=phone.drain, args=(within,), kwargs={"shuffled": shuffled}, daemon=True)
        for phone in phones
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
