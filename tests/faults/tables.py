"""What the database really holds, read without the product's own code: SQLite's file or PostgreSQL, whichever it is."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from uuid import UUID

import psycopg

Row = dict[str, Any]


@dataclass(frozen=True)
class Tables:
    """Rows by table; every id of a kind is written the same way on both databases."""

    plans: list[Row]
    members: list[Row]
    entries: list[Row]
    deliveries: list[Row]
    steps: list[Row]
    remarks: list[Row]
    strengths: list[Row]


QUERIES = {
    "plans": "SELECT id, head_seq, room_head, policy_epoch FROM plans_plan",
    "members": "SELECT id, plan_id, role, head, person_id, ended_at FROM plans_member",
    "entries": "SELECT id, plan_id, seq, kind, step_id, device, change_id FROM plans_entry ORDER BY plan_id, seq",
    "deliveries": "SELECT plan_id, member_id, number FROM plans_delivery",
    "steps": "SELECT id, plan_id, title, status, how, removed_at FROM plans_step",
    "remarks": "SELECT id, plan_id, step_id, words FROM plans_remark",
    "strengths": "SELECT id, plan_id, words FROM plans_strength",
}
UUIDS = {"device", "change_id", "member_id", "step_id"}


def read_tables(env: dict[str, str]) -> Tables:
    """Everything at one moment."""
    with _asking(env) as ask:
        return Tables(**{name: [_plain(row) for row in ask(query, ())] for name, query in QUERIES.items()})


def read_copy(file: Path) -> Tables:
    """The same of a copy of SQLite's file, whose own check must find nothing wrong."""
    with closing(sqlite3.connect(file)) as connection:
        verdict = connection.execute("PRAGMA integrity_check").fetchone()[0]
        assert verdict == "ok", verdict
    return read_tables({"TAVLEN_DATA_DIR": str(file.parent)})


class Witness:
    """Looks for a change in the journal at the moment somebody is told that it is there. One thread's own."""

    def __init__(self, env: dict[str, str]) -> None:
        self._asking = _asking(env)
        self._ask = self._asking.__enter__()
        self._is_sqlite = not env.get("TAVLEN_DATABASE_URL")

    def sees(self, plan_id: int, device: str, change_id: str) -> bool:
        query = "SELECT id FROM plans_entry WHERE plan_id = ? AND device = ? AND change_id = ?"
        ids = [UUID(given).hex if self._is_sqlite else UUID(given) for given in (device, change_id)]
        return bool(self._ask(query, (plan_id, *ids)))

    def close(self) -> None:
        self._asking.__exit__(None, None, None)


@contextmanager
def _asking(env: dict[str, str]) -> Iterator[Callable[[str, tuple[Any, ...]], list[Row]]]:
    if url := env.get("TAVLEN_DATABASE_URL"):
        with psycopg.connect(url, autocommit=True, row_factory=psycopg.rows.dict_row) as server:
            yield lambda query, values: server.execute(query.replace("?", "%s").encode(), values).fetchall()
        return
    file = Path(env["TAVLEN_DATA_DIR"]) / "tavlen.sqlite3"
    with closing(sqlite3.connect(file, timeout=20, check_same_thread=False, isolation_level=None)) as connection:
        connection.row_factory = sqlite3.Row
        yield lambda query, values: [dict(row) for row in connection.execute(query, values).fetchall()]


def _plain(row: Row) -> Row:
    return {name: _id(value) if _is_id(name, value) else value for name, value in row.items()}


def _is_id(name: str, value: Any) -> bool:
    return value is not None and (name in UUIDS or (name == "id" and not isinstance(value, int)))


def _id(value: Any) -> str:
    return str(value if isinstance(value, UUID) else UUID(value))
