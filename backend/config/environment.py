"""Every setting an operator can make, in one typed list: read from the environment, and from nowhere else."""

import dataclasses
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

BASE_DIR = Path(__file__).resolve().parent.parent.parent
PREFIX = "TAVLEN_"
LOG_LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")


class BadEnvironment(ValueError):
    """A variable that cannot be understood; the message is a sentence for the operator."""


def _text(value: str) -> str:
    return value.strip()


def _path(value: str) -> Path:
    return (BASE_DIR / value).resolve()


def _flag(value: str) -> bool:
    if value.lower() not in ("", "0", "1", "false", "true", "no", "yes"):
        raise ValueError("is neither 1 nor 0")
    return value.lower() in ("1", "true", "yes")


def _count(value: str) -> int:
    if not (value.isascii() and value.isdigit() and 1 <= int(value) <= 1024):
        raise ValueError("is not a whole number from 1 to 1024")
    return int(value)


def _list(value: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in value.split(",") if part.strip())


def _origin(value: str) -> str:
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


def _web_address(value: str) -> str:
    parts = urlsplit(value.strip())
    if parts.scheme != "https" or not parts.hostname:
        raise ValueError("is not an https address")
    return value.strip()


def _bind(value: str) -> str:
    host, _, port = value.rpartition(":")
    if not host or not port.isdigit() or not 0 <= int(port) <= 65535:
        raise ValueError("is not host:port, such as 127.0.0.1:8000")
    return value


def _log_level(value: str) -> str:
    if value.upper() not in LOG_LEVELS:
        raise ValueError(f"is none of {', '.join(LOG_LEVELS)}")
    return value.upper()


def _variable(default: str, parse: Callable[[str], Any], meaning: str) -> Any:
    return dataclasses.field(metadata={"default": default, "parse": parse, "meaning": meaning})


@dataclasses.dataclass(frozen=True, kw_only=True)
class Environment:
    """One field a variable: `data_dir` is read from TAVLEN_DATA_DIR. docs/operating.md repeats this list."""

    data_dir: Path = _variable("var", _path, "Folder of the database and of the secret key.")
    static_dir: Path = _variable("var/static", _path, "Folder that `collectstatic` fills and the server serves.")
    secret_key: str = _variable(
        "", _text, "Signs sessions and links; at least 50 characters. Empty: made once and kept in the data folder."
    )
    demo: bool = _variable("0", _flag, "1 opens the demo: made-up people, sign-in without proof. Only on this machine.")
    base_url: str = _variable(
        "",
        _origin,
        "The public address, `https://…`. Empty: only this machine, by plain http. Its TLS ends at a proxy.",
    )
    allowed_hosts: tuple[str, ...] = _variable(
        "", _list, "Host names that are answered, with commas. Empty: this machine's own, and the public address's."
    )
    bind: str = _variable("127.0.0.1:8000", _bind, "Address and port that the server listens on.")
    database_url: str = _variable(
        "", _text, "`postgres://user:password@host:port/name`. Empty: SQLite in the data folder."
    )
    redis_url: str = _variable("", _text, "`redis://…`, carries wakes between processes. Empty: one process only.")
    processes: int = _variable("1", _count, "How many server processes share the database; above 1 needs Redis.")
    threads: int = _variable("8", _count, "How many requests a process works on at once, each with a connection.")
    quick_exit_url: str = _variable("https://www.dmi.dk/", _web_address, "Where *Hurtig ud* leads: something harmless.")
    release: str = _variable(
        "", _text, "Name of the running release, part of every ETag. Empty: a digest of code, templates and assets."
    )
    log_level: str = _variable("INFO", _log_level, f"One of {', '.join(LOG_LEVELS)}.")


def name_of(field: "dataclasses.Field[Any]") -> str:
    return PREFIX + field.name.upper()


def read(environ: Mapping[str, str] = os.environ) -> Environment:
    """The environment as values; raises BadEnvironment with the variable's name and what it should have been."""
    return Environment(**{field.name: _read_one(field, environ) for field in dataclasses.fields(Environment)})


def _read_one(field: "dataclasses.Field[Any]", environ: Mapping[str, str]) -> Any:
    name = name_of(field)
    given = environ.get(name, "").strip() or field.metadata["default"]
    try:
        return field.metadata["parse"](given)
    except ValueError as wrong:
        shown = "its value" if field.name in ("secret_key", "database_url", "redis_url") else repr(given)
        raise BadEnvironment(f"{name}: {shown} {wrong}. Meaning: {field.metadata['meaning']}") from None


def unknown_names(environ: Mapping[str, str] = os.environ) -> list[str]:
    """Names that look like ours but are read by nobody: a typing error would otherwise go unnoticed."""
    known = {name_of(field) for field in dataclasses.fields(Environment)}
    return sorted(name for name in environ if name.startswith(PREFIX) and name not in known)


def allowed_hosts(env: Environment) -> list[str]:
    """The hosts that are answered: as given, or this machine's own names and the public address's."""
    public = urlsplit(env.base_url).hostname
    return list(env.allowed_hosts) or ["localhost", "127.0.0.1", "[::1]", *([public] if public else [])]
