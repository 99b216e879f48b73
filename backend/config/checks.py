"""What makes a server refuse to start: settings under which something could be lost, or seen by the wrong person."""

import ipaddress
from collections.abc import Sequence
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core import checks
from django.core.exceptions import ImproperlyConfigured
from django.db import connections

from backend.config import environment, secret

SECRET_LENGTH = 50
SECRET_VARIETY = 10
Found = list[checks.CheckMessage]


def refuse_to_start_unsafely() -> None:
    """Called where a server starts; raises ImproperlyConfigured with one sentence for each thing that is unsafe."""
    _refuse([*checks.run_checks(include_deployment_checks=True, databases=list(connections)), *assets_are_there()])


def refuse_to_work_unsafely() -> None:
    """Called where a worker starts: the same of all that does not concern its pages, which it never loads."""
    asked = (
        address_is_safe, demo_is_local, secrets_are_strong, push_is_proven, secret_files_are_private,
        processes_hear_each_other,
    )  # fmt: skip
    _refuse([*(message for ask in asked for message in ask()), *commits_are_durable(databases=list(connections))])


def _refuse(found: Found) -> None:
    errors = [f"{message.id}: {message.msg}" for message in found if message.is_serious()]
    if errors:
        raise ImproperlyConfigured("Tavlen does not start.\n" + "\n".join(errors))


@checks.register(checks.Tags.security)
def address_is_safe(**_: Any) -> Found:
    """Plain http stays on this machine; everything else has an https origin."""
    found: Found = []
    if "*" in settings.ALLOWED_HOSTS or any(host.startswith(".") for host in settings.ALLOWED_HOSTS):
        found.append(_error("E001", "TAVLEN_ALLOWED_HOSTS must name each host; `*` and `.domain` answer to strangers."))
    if settings.TAVLEN_BASE_URL.startswith("http://") and not _is_local(urlsplit(settings.TAVLEN_BASE_URL).hostname):
        found.append(_error("E002", "TAVLEN_BASE_URL must be https, or this machine's own address."))
    if not _is_https() and not (_is_local(_bind_host()) and _only_local_hosts()):
        found.append(_error("E003", "A public bind or host needs TAVLEN_BASE_URL=https://…; plain http is local only."))
    return found


@checks.register(checks.Tags.security)
def demo_is_local(**_: Any) -> Found:
    """In the demo anyone may be anyone: it must be out of reach."""
    if settings.TAVLEN_DEMO and not (_is_local(_bind_host()) and _only_local_hosts() and not _is_https()):
        return [
            _error("E004", "TAVLEN_DEMO signs in without proof: only on a loopback address, with local hosts alone.")
        ]
    return []


@checks.register(checks.Tags.security)
def secrets_are_strong(**_: Any) -> Found:
    """One key signs everything, one hides people's numbers; a short or repetitive one can be guessed."""
    keys = {
        "TAVLEN_SECRET_KEY": settings.SECRET_KEY,
        "TAVLEN_PERSON_NUMBER_KEY": settings.TAVLEN_PERSON_NUMBER_KEY,
    }
    weak = [name for name, key in keys.items() if _is_weak(key)]
    asked = f"needs {SECRET_LENGTH} characters, {SECRET_VARIETY} of them different."
    return [_error("E005", f"{name} {asked}") for name in weak]


@checks.register(checks.Tags.security)
def push_is_proven(**_: Any) -> Found:
    """Who has no key of their own, or a weak one, can be played by others; phones hear Tavlen alone."""
    found: Found = []
    if not secret.is_p256_key(settings.TAVLEN_PUSH_KEY):
        found.append(_error("E013", "TAVLEN_PUSH_KEY needs 32 bytes in base64url, made by chance."))
    if settings.TAVLEN_PUSH_TRIAL and not (settings.TAVLEN_DEMO and _is_local(_host_of(settings.TAVLEN_PUSH_TRIAL))):
        found.append(_error("E014", "TAVLEN_PUSH_TRIAL lets a nudge go anywhere: in the demo, on this machine, alone."))
    return found


@checks.register(checks.Tags.security)
def secret_files_are_private(**_: Any) -> Found:
    """Nobody else on the machine may read the keys."""
    files = [settings.TAVLEN_DATA_DIR / name for name in (secret.SIGNING, secret.PERSON_NUMBERS, secret.PUSH)]
    read_by_others = [file for file in files if file.exists() and file.stat().st_mode & 0o077]
    return [_error("E006", f"{file} can be read by others: chmod 600.") for file in read_by_others]


@checks.register(checks.Tags.security)
def issuers_are_safe(**_: Any) -> Found:
    """Who vouches for people is reached by https; on this machine alone (the demo, the tests) by plain http."""
    named = {"TAVLEN_MITID_ISSUER": settings.TAVLEN_MITID_ISSUER, "TAVLEN_STAFF_ISSUER": settings.TAVLEN_STAFF_ISSUER}
    return [
        _error("E011", f"{name} must be https, or this machine's own address.")
        for name, address in named.items()
        if address.startswith("http://") and not _is_local(urlsplit(address).hostname)
    ]


@checks.register(checks.Tags.security)
def issuers_are_whole(**_: Any) -> Found:
    """A way in that is half set up would fail in front of the first person who takes it."""
    of_mitid = ("TAVLEN_MITID_ISSUER", "TAVLEN_MITID_CLIENT_ID", "TAVLEN_MITID_CLIENT_SECRET")
    of_staff = ("TAVLEN_STAFF_CLIENT_ID", "TAVLEN_STAFF_CLIENT_SECRET", "TAVLEN_STAFF_ROLES")
    ways = {"TAVLEN_MITID_BROKER": of_mitid, "TAVLEN_STAFF_TENANT": of_staff}
    return [
        _error("E012", f"{way} needs {name}, too.")
        for way, names in ways.items()
        for name in names
        if getattr(settings, way) and not getattr(settings, name)
    ]


@checks.register(checks.Tags.compatibility)
def processes_hear_each_other(**_: Any) -> Found:
    """Without Redis a change made in one process would reach the watchers of another only by its heartbeat."""
    if settings.TAVLEN_PROCESSES > 1 and not settings.TAVLEN_REDIS_URL:
        return [_error("E007", "TAVLEN_PROCESSES above 1 needs TAVLEN_REDIS_URL.")]
    return []


@checks.register(checks.Tags.compatibility)
def names_are_known(**_: Any) -> Found:
    """A variable with a typing error would be silently ignored."""
    unknown = environment.unknown_names()
    return [checks.Warning(f"Nothing reads {name}.", id="tavlen.W001") for name in unknown]


@checks.register(checks.Tags.compatibility)
def letters_leave(**_: Any) -> Found:
    """A kind of letter that is not set up on a public server is offered to nobody: better known before than after."""
    given = {"TAVLEN_MAIL_URL": settings.EMAIL_HOST, "TAVLEN_SMS_URL": settings.TAVLEN_SMS_URL}
    missing = [name for name, address in given.items() if _is_https() and not address]
    return [checks.Warning(f"{name} is empty: nobody is sent a code that way.", id="tavlen.W002") for name in missing]


@checks.register(checks.Tags.database)
def commits_are_durable(databases: Sequence[str] | None = None, **_: Any) -> Found:
    """Asks SQLite itself, since a file system may refuse WAL without a word."""
    return [message for alias in databases or [] for message in durability_of(connections[alias])]


def durability_of(connection: Any) -> Found:
    found: Found = []
    if connection.vendor != "sqlite":
        return found
    if (answer := _pragmas(connection)) != ("wal", 2, 1):
        sentence = f"SQLite must run with WAL, synchronous=FULL and foreign keys; it answers {answer}."
        found.append(_error("E008", sentence))
    if connection.transaction_mode != "IMMEDIATE":
        found.append(_error("E009", "SQLite must begin transactions IMMEDIATE."))
    return found


def assets_are_there() -> Found:
    """Asked at a server's start only: commands and tests run before anything is collected."""
    if (settings.STATIC_ROOT / "staticfiles.json").exists():
        return []
    return [_error("E010", f"{settings.STATIC_ROOT} holds no collected assets: run bin/setup.")]


def _pragmas(connection: Any) -> tuple[str, int, int]:
    with connection.cursor() as cursor:
        journal, synchronous, foreign_keys = (
            cursor.execute(f"PRAGMA {name}").fetchone()[0] for name in ("journal_mode", "synchronous", "foreign_keys")
        )
    return journal, synchronous, foreign_keys


def _is_weak(key: str) -> bool:
    return len(key) < SECRET_LENGTH or len(set(key)) < SECRET_VARIETY or key.startswith("django-insecure-")


def _error(number: str, sentence: str) -> checks.Error:
    return checks.Error(sentence, id=f"tavlen.{number}")


def _host_of(address: str) -> str | None:
    return urlsplit(address).hostname


def _is_https() -> bool:
    return bool(settings.TAVLEN_BASE_URL.startswith("https://"))


def _bind_host() -> str:
    return str(settings.TAVLEN_BIND).rpartition(":")[0]


def _only_local_hosts() -> bool:
    return all(_is_local(host) for host in settings.ALLOWED_HOSTS)


def _is_local(host: str | None) -> bool:
    """Whether only this machine can mean itself by it."""
    if host in ("localhost", None):
        return host is not None
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
