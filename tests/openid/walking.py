"""The road to an issuer and back, as a browser without scripts walks it."""

from typing import Any

from django.contrib.auth import SESSION_KEY
from django.test import Client

from tests.openid.issuer import LocalIssuer


def set_out(client: Client, way: str = "mitid", *, query: str = "", **form: str) -> str:
    """Press the button; the address that the page leads on to."""
    page = client.post(f"/sign-in/{way}/{query}", form)
    assert page.status_code == 200, page.headers.get("Location")
    return page.headers["Refresh"].removeprefix("0; url=")


def come_back(client: Client, brought: dict[str, str], way: str = "mitid") -> Any:
    return client.get(f"/sign-in/{way}/back/", brought)


def walk(client: Client, issuer: LocalIssuer, way: str = "mitid", *, form: Any = None, **lies: Any) -> Any:
    """All of it, with the issuer telling these lies; gives the answer to the last step."""
    return come_back(client, issuer.consent(set_out(client, way, **(form or {})), **lies), way)


def why(answer: Any) -> str:
    """The word for why somebody was not let in."""
    assert answer.status_code == 303, answer.status_code
    return answer.headers["Location"].partition("?why=")[2]


def is_in(client: Client) -> bool:
    return SESSION_KEY in client.session
