"""One line of JSON for each event, to stderr, with nothing in it that belongs to a citizen."""

import json
import logging
import traceback
from datetime import UTC, datetime
from typing import Any

ACCESS = logging.getLogger("tavlen.access")
_CALENDARS = "/calendar/"


class OneLine(logging.Formatter):
    """An exception is told by its type and the lines it passed, never by its message: a message may quote a row."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, Any] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
            **getattr(record, "facts", {}),
        }
        if record.exc_info and record.exc_info[0]:
            line["error"] = record.exc_info[0].__name__
            line["Traceback"] = [
                f"{frame.filename}:{frame.lineno} {frame.name}"
                for frame in traceback.extract_tb(record.exc_info[2], limit=-12)
            ]
        return json.dumps(line, ensure_ascii=False, default=str)


def log_access(*, method: str, path: str, status: int, milliseconds: float) -> None:
    """One answered request. `path` is without its query string; a calendar's secret is left out."""
    if ACCESS.isEnabledFor(logging.INFO):
        told = path if not path.startswith(_CALENDARS) else f"{_CALENDARS}…"
        facts = {"method": method, "path": told, "status": status, "ms": round(milliseconds, 1)}
        ACCESS.info("answered", extra={"facts": facts})


def logging_config(*, level: str) -> dict[str, Any]:
    """Django's LOGGING. SQL is never logged: its parameters are people's words."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"one_line": {"()": "backend.config.logs.OneLine"}},
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "one_line"}},
        "root": {"handlers": ["stderr"], "level": level},
        "loggers": {
            "django": {"handlers": [], "level": level, "propagate": True},
            "django.db.backends": {"level": "WARNING"},
            "django.request": {"level": "ERROR"},
            # It tells whole addresses, and those of push services are secrets.
            "httpx": {"level": "WARNING"},
            # Strangers' scanners ask for other hosts all day; they are answered 400 and that is all.
            "django.security.DisallowedHost": {"level": "CRITICAL"},
        },
    }
