"""The port through which a letter leaves: by mail, by SMS, or into a file where neither is set up. Never into a log."""

import json
import logging
from collections import deque
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal, Protocol

from django.conf import settings
from django.core.mail import send_mail

log = logging.getLogger(__name__)
FILE_NAME = "letters.jsonl"
PATIENCE_SECONDS = 10
_CARRIERS = ThreadPoolExecutor(max_workers=4, thread_name_prefix="postman")
_under_way: "deque[Future[None]]" = deque(maxlen=1000)


@dataclass(frozen=True, slots=True)
class Letter:
    """To one person, by `email` or `phone`; an SMS has no subject."""

    kind: Literal["email", "phone"]
    to: str
    subject: str
    words: str


class Postman(Protocol):
    def carry(self, letter: Letter) -> None:
        """Bring it there, or raise."""


@dataclass(frozen=True)
class FilePostman:
    """For the demo and for trying things out: one line of JSON a letter, readable by the server's own user alone."""

    file: Path

    def carry(self, letter: Letter) -> None:
        self.file.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        self.file.touch(mode=0o600)
        with self.file.open("a") as letters:
            letters.write(json.dumps(asdict(letter), ensure_ascii=False) + "\n")


@dataclass(frozen=True)
class MailPostman:
    """Through Django's mail backend."""

    sender: str

    def carry(self, letter: Letter) -> None:
        send_mail(letter.subject, letter.words, self.sender, [letter.to])


@dataclass(frozen=True)
class SmsPostman:
    """A gateway that takes GatewayAPI's `POST /rest/mtsms`. It is not followed when it points elsewhere."""

    url: str
    token: str
    sender: str

    def carry(self, letter: Letter) -> None:
        import httpx  # with the first of them: a server starts without it

        told = {"sender": self.sender, "message": letter.words, "recipients": [{"msisdn": letter.to.lstrip("+")}]}
        with httpx.Client(timeout=PATIENCE_SECONDS, follow_redirects=False, trust_env=False) as gateway:
            answer = gateway.post(self.url, json=told, auth=(self.token, ""))
        if not answer.is_success:
            raise ConnectionError(f"the SMS gateway answered {answer.status_code}")


def can_reach(kind: Literal["email", "phone"]) -> bool:
    """Do letters of this kind leave the house? On a public server nobody would get what is put in a file."""
    is_public = settings.TAVLEN_BASE_URL.startswith("https://")
    return not is_public or bool(settings.EMAIL_HOST if kind == "email" else settings.TAVLEN_SMS_URL)


def postman_for(kind: Literal["email", "phone"]) -> Postman:
    """As the operator has set it up."""
    if kind == "email" and settings.EMAIL_HOST:
        return MailPostman(settings.DEFAULT_FROM_EMAIL)
    if kind == "phone" and settings.TAVLEN_SMS_URL:
        return SmsPostman(settings.TAVLEN_SMS_URL, settings.TAVLEN_SMS_TOKEN, settings.TAVLEN_SMS_SENDER)
    return FilePostman(settings.TAVLEN_DATA_DIR / FILE_NAME)


def post(letter: Letter) -> None:
    """In the background, so that nobody can tell by the time it takes whether there was anybody to write to."""
    _under_way.append(_CARRIERS.submit(_carry, postman_for(letter.kind), letter))


def wait_for_letters() -> None:
    """Until all that was posted in this process has been carried."""
    while _under_way:
        _under_way.popleft().result()


def _carry(postman: Postman, letter: Letter) -> None:
    try:
        postman.carry(letter)
    except Exception as trouble:
        facts = {"by": type(postman).__name__, "error": type(trouble).__name__}  # its words may hold the address
        log.error("a letter could not be delivered", extra={"facts": facts})
