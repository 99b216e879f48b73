"""How the text of a variable becomes a value; a ValueError says what is wrong with the text."""

import re
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

BASE_DIR = Path(__file__).resolve().parent.parent.parent
LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")
BROKERS = ("idura", "signaturgruppen")  # their ways are in backend/people/openid/issuers.py
STAFF_ROLES = ("consultant", "leader", "administrator")


class Mail(NamedTuple):
    """A mail server, in the order in which Django's settings take it."""

    host: str = ""
    port: int = 25
    starttls: bool = False
    tls: bool = False
    user: str = ""
    password: str = ""


def text(value: str) -> str:
    return value.strip()


def folder(value: str) -> Path:
    return (BASE_DIR / value).resolve()


def optional_folder(value: str) -> Path | None:
    return folder(value) if value else None


def flag(value: str) -> bool:
    if value.lower() not in ("", "0", "1", "false", "true", "no", "yes"):
        raise ValueError("is neither 1 nor 0")
    return value.lower() in ("1", "true", "yes")


def count(value: str) -> int:
    if not (value.isascii() and value.isdigit() and 1 <= int(value) <= 100_000):
        raise ValueError("is not a whole number from 1 to 100000")
    return int(value)


def weeks_and_months(value: str) -> tuple[tuple[int, str], ...]:
    parts = listed(value)
    if not parts or not all(re.fullmatch(r"[1-9][0-9]?[wm]", part, re.ASCII) for part in parts):
        raise ValueError("is not a list like 1w,1m,3m")
    return tuple((int(part[:-1]), part[-1]) for part in parts)


def listed(value: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in value.split(",") if part.strip())


def origin(value: str) -> str:
    """Scheme, host and port as a browser writes them in `Origin`: lower case, no default port, no path."""
    if not value:
        return ""
    parts = urlsplit(value.strip().lower())
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError("is not an address such as https://tavlen.example.dk")
    if parts.path not in ("", "/") or parts.query or parts.fragment or "@" in parts.netloc:
        raise ValueError("holds more than scheme, host and port")
    default_port = {"http": 80, "https": 443}[parts.scheme]
    host = f"[{parts.hostname}]" if ":" in parts.hostname else parts.hostname
    port = "" if parts.port in (None, default_port) else f":{parts.port}"
    return f"{parts.scheme}://{host}{port}"


def scan(value: str) -> str:
    how, _colon, where = value.partition(":")
    if value and (how not in ("command", "clamd") or not where.startswith("/")):
        raise ValueError("is neither command:/path nor clamd:/path")
    return value


def web_address(value: str) -> str:
    parts = urlsplit(value.strip())
    if parts.scheme != "https" or not parts.hostname:
        raise ValueError("is not an https address")
    return value.strip()


def gateway(value: str) -> str:
    """https, or plain http on this machine; empty when there is none."""
    parts = urlsplit(value.strip())
    if value and not (parts.scheme == "http" and parts.hostname in ("127.0.0.1", "localhost")):
        return web_address(value)
    return value.strip()


def mail(value: str) -> Mail:
    if not value:
        return Mail()
    parts = urlsplit(value.strip())
    if parts.scheme not in ("smtp", "smtps") or not parts.hostname:
        raise ValueError("is not an address such as smtp://user:password@mail.example.dk:587")
    tls = parts.scheme == "smtps"
    user, password = unquote(parts.username or ""), unquote(parts.password or "")
    return Mail(parts.hostname, parts.port or (465 if tls else 587), not tls, tls, user, password)


def bind(value: str) -> str:
    host, _, port = value.rpartition(":")
    if not host or not port.isdigit() or not 0 <= int(port) <= 65535:
        raise ValueError("is not host:port, such as 127.0.0.1:8000")
    return value


def log_level(value: str) -> str:
    if value.upper() not in LOG_LEVELS:
        raise ValueError(f"is none of {', '.join(LOG_LEVELS)}")
    return value.upper()


def broker(value: str) -> str:
    if value.lower() not in ("", *BROKERS):
        raise ValueError(f"is none of {', '.join(BROKERS)}")
    return value.lower()


def issuer(value: str) -> str:
    """An OpenID provider's name, letter by letter as it writes it: an address without anything after its path."""
    parts = urlsplit(value.strip())
    if value and (parts.scheme not in ("http", "https") or not parts.hostname or parts.query or parts.fragment):
        raise ValueError("is not an issuer such as https://broker.example.dk/op")
    return value.strip()


def roles(value: str) -> tuple[tuple[str, str], ...]:
    """`theirs=ours, …` in the order given."""
    pairs = [(theirs.strip(), ours.strip()) for theirs, _, ours in (part.rpartition("=") for part in listed(value))]
    if not all(theirs and ours in STAFF_ROLES for theirs, ours in pairs):
        raise ValueError(f"is not a list such as Tavlen.Konsulent=consultant (of {', '.join(STAFF_ROLES)})")
    return tuple(pairs)
