"""Where the truth is kept: SQLite on this machine by default, PostgreSQL when an address is given."""

from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from backend.config.environment import BadEnvironment

# Acknowledged means on disk: the write-ahead log is synced at each commit. IMMEDIATE takes the write lock at BEGIN;
# without it every second concurrent writer fails, whatever the timeout.
SQLITE_PRAGMAS = (
    "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON; "
    "PRAGMA cache_size = -16000; PRAGMA temp_store = MEMORY; PRAGMA journal_size_limit = 67108864;"
)
SQLITE_BUSY_SECONDS = 5
CONNECTION_SECONDS = 600
# A process that stands still in the middle of a change holds its plan's row: the others would wait as long as it does.
IDLE_IN_TRANSACTION = "-c idle_in_transaction_session_timeout=5s"


def database(*, url: str, data_dir: Path) -> dict[str, Any]:
    """The entry of DATABASES for this address (empty: SQLite); raises BadEnvironment for an unknown kind."""
    if not url:
        data_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
        return _sqlite(data_dir / "tavlen.sqlite3")
    if urlsplit(url).scheme in ("postgres", "postgresql"):
        return _postgresql(url)
    raise BadEnvironment("TAVLEN_DATABASE_URL: only postgres://… is known; empty means SQLite in the data folder.")


def _sqlite(file: Path) -> dict[str, Any]:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": file,
        "CONN_MAX_AGE": None,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": SQLITE_BUSY_SECONDS,
            "init_command": SQLITE_PRAGMAS,
        },
    }


def _postgresql(url: str) -> dict[str, Any]:
    parts = urlsplit(url)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": CONNECTION_SECONDS,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"options": IDLE_IN_TRANSACTION, **dict(parse_qsl(parts.query))},
    }
