"""Photos and files under kill -9: what was said to be kept is in its message, once, and comes back byte by byte."""

import hashlib
import re
import threading
import time
from dataclasses import dataclass, field
from random import Random
from typing import Any
from uuid import UUID

import httpx

from tests.faults.people import Person
from tests.faults.stage import Stage
from tests.plans import pictures

SENDERS = ("citizen", "citizen", "consultant", "consultant")
PATIENCE_SECONDS = 20.0
LETTERS = str.maketrans("0123456789", "klmnoprstu")  # figures would become telephone numbers
SHOWN = re.compile(r'data-says="?message"?>(fil [a-z-]{36})<')
EARLIER = re.compile(r"/conversation/(\d+)/")


@dataclass
class Sender:
    """A phone that sends a photo or a PDF, then the message that names it, the same again until it is answered.

    `kept`: the words of a message → its file's id and a PDF's digest (a photo is drawn anew, and has none).
    """

    person: Person
    rng: Random
    kept: dict[str, tuple[str, str]] = field(default_factory=dict)
    silences: int = 0

    def work_until(self, is_over: threading.Event) -> None:
        with httpx.Client(base_url=self.person.url, headers=self.person.headers, timeout=PATIENCE_SECONDS) as line:
            while not is_over.is_set():
                self._send_one(line)

    def _send_one(self, line: httpx.Client) -> None:
        file_id, message_id, device, change_id = (str(UUID(int=self.rng.getrandbits(128), version=4)) for _ in range(4))
        words, here = f"fil {message_id.translate(LETTERS)}", f"/api/plans/{self.person.plan_id}"
        is_photo = self.rng.random() < 0.5
        content = pictures.photo(size=(320, 240)) if is_photo else pictures.document(words)
        self._say(line, f"{here}/files/{file_id}", files={"file": ("Plan.pdf", content)})
        command = {"kind": "write_message", "message_id": message_id, "words": words, "attachments": [file_id]}
        letter = {"device": device, "changes": [{"change_id": change_id, **command}]}
        (told,) = self._say(line, f"{here}/changes", json=letter)["outcomes"]
        assert told["status"] in ("accepted", "repeated"), told
        self.kept[words] = (file_id, "" if is_photo else hashlib.sha256(content).hexdigest())

    def _say(self, line: httpx.Client, address: str, **body: Any) -> Any:
        """The answer's body, however long it takes; 503 is said of a server with its hands full."""
        while True:
            try:
                answer = line.post(address, **body)
            except httpx.TransportError:
                self.silences += 1
                time.sleep(self.rng.uniform(0.02, 0.2))
                continue
            if answer.status_code == 200:
                return answer.json()
            assert answer.status_code == 503, (answer.status_code, answer.text[:300])
            time.sleep(self.rng.uniform(0.05, 0.3))


def files_killed(stage: Stage) -> None:
    """kill -9 under four senders of photos and files; each is afterwards asked for by whom it was written to."""
    senders = [Sender(stage.person(role), Random(stage.rng.random())) for role in SENDERS]
    is_over = threading.Event()
    threads = [threading.Thread(target=one.work_until, args=(is_over,), daemon=True) for one in senders]
    for thread in threads:
        thread.start()
    for _ in range(stage.times(10, 2)):
        time.sleep(stage.rng.uniform(0.5, 2.5))
        stage.kill_and_start()
    is_over.set()
    for thread in threads:
        thread.join()
    _compare(stage, {words: one for sender in senders for words, one in sender.kept.items()})
    assert all(sender.silences for sender in senders), "nobody was cut off"


def _compare(stage: Stage, kept: dict[str, tuple[str, str]]) -> None:
    reader = stage.person("consultant")
    with httpx.Client(base_url=reader.url, headers=reader.headers, timeout=PATIENCE_SECONDS) as line:
        shown = _all_shown(line, f"/plans/{reader.plan_id}/conversation/")
        assert sorted(shown) == sorted(kept), f"each message is there once: {len(shown)} of {len(kept)}"
        for file_id, digest in kept.values():
            answer = line.get(f"/plans/{reader.plan_id}/files/{file_id}/")
            assert answer.status_code == 200, (file_id, answer.status_code)
            if digest:
                assert hashlib.sha256(answer.content).hexdigest() == digest, file_id
            else:
                assert answer.content[8:12] == b"WEBP", file_id
    stage.measure("photos and files that came back whole", float(len(kept)), unit="of as many")


def _all_shown(line: httpx.Client, address: str) -> list[str]:
    """Every message of a sender's: on the newest page, and on each leaf before it."""
    page = line.get(address).text
    leaves = max(map(int, EARLIER.findall(page)), default=0)
    earlier = [line.get(f"{address}{leaf}/").text for leaf in range(1, leaves + 1)]
    return [words for text in (page, *earlier) for words in SHOWN.findall(text)]
