"""Letters: into a file that nobody else reads, or by a gateway that is asked once and never followed."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from django.core import mail

from backend.config import environment
from backend.people import postman
from backend.people.postman import FilePostman, Letter, SmsPostman

SMS = Letter("phone", "+4512345678", "", "Din kode er 123456")


class Gateway(ThreadingHTTPServer):
    """A gateway on this machine that answers as it is told to."""

    answers: int = 200
    heard: list[tuple[str, str, Any]]


class Answer(BaseHTTPRequestHandler):
    server: Gateway

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.heard.append((self.path, self.headers["Authorization"], body))
        self.send_response(self.server.answers)
        self.send_header("Location", "/elsewhere")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: Any) -> None:
        """Quiet."""


@pytest.fixture
def gateway() -> Iterator[Gateway]:
    with Gateway(("127.0.0.1", 0), Answer) as server:
        server.heard = []
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


def sms_to(gateway: Gateway) -> SmsPostman:
    return SmsPostman(f"http://127.0.0.1:{gateway.server_port}/rest/mtsms", "t0ken", "Tavlen")


def test_an_sms_goes_to_the_gateway(gateway: Gateway) -> None:
    sms_to(gateway).carry(SMS)
    ((path, proof, told),) = gateway.heard
    assert (path, proof) == ("/rest/mtsms", "Basic dDBrZW46")
    assert told == {"sender": "Tavlen", "message": SMS.words, "recipients": [{"msisdn": "4512345678"}]}


@pytest.mark.parametrize("status", [302, 307, 401, 500])
def test_a_gateway_that_does_not_take_it_is_not_followed_and_is_told_without_the_letter(
    gateway: Gateway, status: int, settings: Any, caplog: pytest.LogCaptureFixture
) -> None:
    gateway.answers = status
    settings.TAVLEN_SMS_URL, settings.TAVLEN_SMS_TOKEN = sms_to(gateway).url, "t0ken"
    postman.post(SMS)
    postman.wait_for_letters()
    assert len(gateway.heard) == 1
    assert "could not be delivered" in caplog.text
    told = caplog.text + str([vars(record) for record in caplog.records])
    assert not [secret for secret in ("12345678", "123456", "t0ken") if secret in told]


def test_a_letter_in_a_file_is_for_the_servers_eyes_only(tmp_path: Path) -> None:
    FilePostman(tmp_path / "new" / "letters.jsonl").carry(SMS)
    file = tmp_path / "new" / "letters.jsonl"
    assert file.stat().st_mode & 0o777 == 0o600
    assert json.loads(file.read_text())["words"] == SMS.words


def test_mail_goes_by_mail_where_there_is_a_server(settings: Any) -> None:
    settings.EMAIL_HOST = "mail.example.dk"
    postman.post(Letter("email", "carl@example.dk", "Din kode", "Din kode er 123456"))
    postman.wait_for_letters()
    assert [(one.to, one.subject, one.body) for one in mail.outbox] == [
        (["carl@example.dk"], "Din kode", "Din kode er 123456")
    ]


@pytest.mark.parametrize("url", ["http://sms.example.dk/rest/mtsms", "ftp://127.0.0.1/", "sms"])
def test_a_gateway_in_clear_text_is_refused_at_the_start(url: str) -> None:
    with pytest.raises(environment.BadEnvironment, match="TAVLEN_SMS_URL"):
        environment.read({"TAVLEN_SMS_URL": url})


def test_the_mail_servers_address_is_understood() -> None:
    told = environment.read({"TAVLEN_MAIL_URL": "smtp://us%40er:p%2Fw@mail.example.dk:2525"}).mail_url
    assert told == ("mail.example.dk", 2525, True, False, "us@er", "p/w")
    assert environment.read({"TAVLEN_MAIL_URL": "smtps://mail.example.dk"}).mail_url[1:4] == (465, False, True)
