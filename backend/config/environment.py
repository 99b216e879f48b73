"""Every setting an operator can make, in one typed list: read from the environment, and from nowhere else."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, get_type_hints
from urllib.parse import urlsplit

from backend.config import parse
from backend.config.environment_push import PushEnvironment
from backend.config.environment_sign_in import SignInEnvironment
from backend.config.variable import Variable

PREFIX = "TAVLEN_"
READ_BY_TESTS = "TAVLEN_CHROMIUM"


class BadEnvironment(ValueError):
    """A variable that cannot be understood; the message is a sentence for the operator."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Environment(PushEnvironment):
    """One field a variable: `data_dir` is read from TAVLEN_DATA_DIR. docs/operating.md repeats this list."""

    data_dir: Annotated[Path, Variable("var", parse.folder, "Folder of the database and of the secret key.")]
    static_dir: Annotated[
        Path, Variable("var/static", parse.folder, "Folder that `collectstatic` fills and the server serves.")
    ]
    secret_key: Annotated[
        str,
        Variable(
            "",
            parse.text,
            "Signs sessions and links; at least 50 characters. Empty: made once and kept in the data folder.",
            is_secret=True,
        ),
    ]
    demo: Annotated[
        bool,
        Variable("0", parse.flag, "1 opens the demo: made-up people, sign-in without proof. Only on this machine."),
    ]
    base_url: Annotated[
        str,
        Variable(
            "",
            parse.origin,
            "The public address, `https://…`; TLS ends at a proxy. Empty: this machine only, by plain http.",
        ),
    ]
    allowed_hosts: Annotated[
        tuple[str, ...],
        Variable(
            "",
            parse.listed,
            "Host names that are answered, with commas. Empty: this machine's own, and the public address's.",
        ),
    ]
    bind: Annotated[str, Variable("127.0.0.1:8000", parse.bind, "Address and port that the server listens on.")]
    database_url: Annotated[
        str,
        Variable(
            "",
            parse.text,
            "`postgres://user:password@host:port/name`. Empty: SQLite in the data folder.",
            is_secret=True,
        ),
    ]
    redis_url: Annotated[
        str,
        Variable(
            "", parse.text, "`redis://…`, carries wakes between processes. Empty: one process only.", is_secret=True
        ),
    ]
    processes: Annotated[
        int, Variable("1", parse.count, "How many server processes share the database; above 1 needs Redis.")
    ]
    threads: Annotated[
        int, Variable("8", parse.count, "How many requests a process has in hand at once, each with a connection.")
    ]
    sockets_per_person: Annotated[
        int, Variable("12", parse.count, "How many live pages one person may have open at a time.")
    ]
    still_days: Annotated[
        int, Variable("30", parse.count, "After how many days without news the desk says that nothing has moved.")
    ]
    check_ins: Annotated[
        tuple[tuple[int, str], ...],
        Variable(
            "1w,1m,3m,6m,12m",
            parse.weeks_and_months,
            "When a citizen in aftercare is asked how it goes, from its first day: weeks (`w`) and months (`m`).",
        ),
    ]
    quick_exit_url: Annotated[
        str, Variable("https://www.dmi.dk/", parse.web_address, "Where *Hurtig ud* leads: something harmless.")
    ]
    app_name: Annotated[
        str,
        Variable("Tavlen", parse.text, "What stands under the icon on the home screen; a name that tells nothing."),
    ]
    app_icons: Annotated[
        Path | None,
        Variable(
            "",
            parse.optional_folder,
            "Folder with icons that take the place of ours: the same four names as in `static/app`.",
        ),
    ]
    release: Annotated[
        str,
        Variable(
            "",
            parse.text,
            "Name of the running release, part of every ETag. Empty: a digest of code, templates and assets.",
        ),
    ]
    mail_url: Annotated[
        parse.Mail,
        Variable(
            "",
            parse.mail,
            "`smtp://user:password@host:587` (STARTTLS) or `smtps://…`. Empty: letters are put in `letters.jsonl`.",
            is_secret=True,
        ),
    ]
    mail_from: Annotated[str, Variable("tavlen@localhost", parse.text, "Who letters by mail are from.")]
    sms_url: Annotated[
        str,
        Variable(
            "",
            parse.gateway,
            "The SMS gateway's `https://…/rest/mtsms` (GatewayAPI's). Empty: SMS are put in `letters.jsonl`.",
        ),
    ]
    sms_token: Annotated[str, Variable("", parse.text, "The gateway's token.", is_secret=True)]
    sms_sender: Annotated[
        str, Variable("Tavlen", parse.text, "Who an SMS is from, at most 11 letters; a name that tells nothing.")
    ]
    files_dir: Annotated[
        Path | None,
        Variable(
            "",
            parse.optional_folder,
            "Folder of the photos and files in conversations, of all processes. Empty: `files` in the data folder.",
        ),
    ]
    photo_mb: Annotated[int, Variable("12", parse.count, "How many megabytes a photo may have as it is sent.")]
    pdf_mb: Annotated[int, Variable("20", parse.count, "How many megabytes a PDF file may have.")]
    scan: Annotated[
        str,
        Variable(
            "",
            parse.scan,
            "Looks PDF files through: `command:/path/to/program` or `clamd:/path/to/socket`. Empty: nobody.",
        ),
    ]
    log_level: Annotated[str, Variable("INFO", parse.log_level, f"One of {', '.join(parse.LOG_LEVELS)}.")]


_HINTS = get_type_hints(Environment, include_extras=True)
VARIABLES: dict[str, Variable] = {
    field: _HINTS[field].__metadata__[0]
    for part in (Environment, SignInEnvironment, PushEnvironment)
    for field in part.__annotations__
}


def name_of(field: str) -> str:
    return PREFIX + field.upper()


def read(environ: Mapping[str, str] = os.environ) -> Environment:
    """The environment as values; raises BadEnvironment with the variable's name and what it should have been."""
    return Environment(**{field: _read_one(field, environ) for field in VARIABLES})


def _read_one(field: str, environ: Mapping[str, str]) -> Any:
    variable = VARIABLES[field]
    given = environ.get(name_of(field), "").strip() or variable.default
    try:
        return variable.parse(given)
    except ValueError as wrong:
        shown = "its value" if variable.is_secret else repr(given)
        raise BadEnvironment(f"{name_of(field)}: {shown} {wrong}. Meaning: {variable.meaning}") from None


def unknown_names(environ: Mapping[str, str] = os.environ) -> list[str]:
    """Names that look like ours but are read by nobody: a typing error would otherwise go unnoticed."""
    known = {READ_BY_TESTS, *map(name_of, VARIABLES)}
    return sorted(name for name in environ if name.startswith(PREFIX) and name not in known)


def allowed_hosts(env: Environment) -> list[str]:
    """The hosts that are answered: as given, or this machine's own names and the public address's."""
    public = urlsplit(env.base_url).hostname
    return list(env.allowed_hosts) or ["localhost", "127.0.0.1", "[::1]", *([public] if public else [])]
