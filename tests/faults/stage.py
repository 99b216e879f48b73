"""A run's own Tavlen: one server that keeps its data folder and its port however often it dies, and who is at it."""

import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from random import Random
from typing import Any

from tests.faults import checkers
from tests.faults.history import History
from tests.faults.people import Person, enter
from tests.faults.phone import Phone
from tests.faults.redis_server import RedisServer
from tests.faults.tables import read_tables
from tests.faults.viewers import PAGES, Audience, Viewer
from tests.faults.work import Writer
from tests.phone.line import Line
from tests.server import Prepared, Process, Server
from tests.services import free_port

MANY_SOCKETS = {"TAVLEN_SOCKETS_PER_PERSON": "100"}
EIGHT = ("citizen",) * 4 + ("consultant",) * 2 + ("supporter",) * 2


@dataclass(frozen=True)
class Figure:
    """Something measured: `most` is the aim, and no aim is only told."""

    what: str
    value: float
    unit: str = "s"
    most: float | None = None

    @property
    def holds(self) -> bool:
        return self.most is None or self.value <= self.most


@dataclass
class Stage:
    """`is_short`: the smoke part, seconds instead of a minute."""

    seed: str
    folder: Path
    env: dict[str, str]
    processes: list[Process]
    history: History
    is_short: bool = False
    meeting_id: str = ""
    audience: Audience = field(default_factory=Audience)
    phones: list[Phone] = field(default_factory=list)
    redis: RedisServer = field(default_factory=RedisServer)
    lines: list[Line] = field(default_factory=list)
    figures: list[Figure] = field(default_factory=list)
    _numbers: Iterator[int] = field(default_factory=count)
    _people: dict[str, Person] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.rng = Random(self.seed)

    @property
    def process(self) -> Process:
        return self.processes[0]

    @property
    def url(self) -> str:
        return self.process.url

    @property
    def server(self) -> Server:
        """As the browser's windows know it."""
        return Server(self.env, self.processes)

    def line(self, process: int = 0) -> Line:
        """A way to one of the processes that can be cut; it is there until the run is over."""
        self.lines.append(Line(self.processes[process].url))
        return self.lines[-1]

    def starts(self) -> None:
        """Every process; several hear each other over a Redis of their own."""
        if len(self.processes) > 1:
            self.redis.start()
        for process in self.processes:
            process.env |= {"TAVLEN_REDIS_URL": self.redis.url} if len(self.processes) > 1 else {}
            process.start()

    def times(self, long: int, short: int) -> int:
        return short if self.is_short else long

    def person(self, role: str) -> Person:
        """The demo's main person of a role, at the citizen's plan; signed in once."""
        if role not in self._people:
            plan_id = 0 if role == "citizen" else self.person("citizen").plan_id
            self._people[role] = enter(self.url, role, plan_id=plan_id)
        return self._people[role]

    def phone(self, role: str, *, url: str = "", **habits: Any) -> Phone:
        """A device more of this person's."""
        person, name = self.person(role), f"{self.seed} phone {next(self._numbers)}"
        phone = Phone(person.by(url) if url else person, self.history, name, env=self.env, **habits)
        self.phones.append(phone)
        return phone

    def writers(self, roles: tuple[str, ...] = EIGHT, *, urls: tuple[str, ...] = (), **habits: Any) -> list[Writer]:
        """One a role, spread over these addresses; `habits` are those of a Phone."""
        ways = urls or (self.url,)
        phones = [self.phone(role, url=ways[n % len(ways)], **habits) for n, role in enumerate(roles)]
        return [Writer(phone) for phone in phones]

    def watch(self, *, url: str = "", **many: int) -> list[Viewer]:
        """So many viewers of each role, on the pages that this role has, in turn."""
        seated = [self._viewer(role, n, url or self.url) for role, how_many in many.items() for n in range(how_many)]
        self.audience.seat(seated)
        return seated

    def _viewer(self, role: str, number: int, url: str) -> Viewer:
        name, page = f"{role} {len(self.audience.viewers)}.{number}", PAGES[role][number % len(PAGES[role])]
        return Viewer(name, self.person(role).by(url), page, self.history, self.seed)

    def kill_and_start(self, *, dead_for: float = 0.0) -> float:
        """kill -9, perhaps a pause, and up again; seconds from the start until it answers."""
        self.history.note("killed")
        self.process.kill()
        time.sleep(dead_for)
        began = time.monotonic()
        self.process.start()
        self.history.note("back")
        return time.monotonic() - began

    def moves_to(self, folder: Path) -> None:
        """Stopped, carried to another folder, and started there."""
        self.process.stop()
        home = Path(self.env["TAVLEN_DATA_DIR"])
        shutil.copytree(home, folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("ballast"))
        for env in (self.env, self.process.env):
            env["TAVLEN_DATA_DIR"] = str(folder)
        self.process.start()

    def sign_in_anew(self) -> None:
        self._people.clear()

    def begins_anew(self) -> None:
        """The phones are put away, and what they did is no longer asked about."""
        for phone in self.phones:
            phone.close()
        self.phones.clear()
        self.history.forget()

    def measure(self, what: str, value: float, *, unit: str = "s", most: float | None = None) -> None:
        """The smoke part runs on any machine beside anything: it measures, and asks nothing of the figure."""
        self.figures.append(Figure(what, value, unit, None if self.is_short else most))

    def troubles(self) -> list[str]:
        """Everything that does not hold once all is quiet: asked when the run is over."""
        self.audience.compare()
        found = checkers.everything(self.history.events(), read_tables(self.env))
        return found + [f"{f.what}: {f.value:.2f} {f.unit}, aim {f.most} {f.unit}" for f in self.figures if not f.holds]

    def answered(self, *statuses: str) -> int:
        """How many answers with one of these statuses there were."""
        return sum(event["status"] in statuses for event in self.history.events("answered"))


@contextmanager
def stage(
    prepared: Prepared, folder: Path, seed: str, *, is_short: bool = False, processes: int = 1, **extra: str
) -> Iterator[Stage]:
    """Daphne on a copy of the prepared database; ended with everybody who took part."""
    folder.mkdir(parents=True, exist_ok=True)
    env = {**prepared.copy(folder / "data"), **MANY_SOCKETS, "TAVLEN_PROCESSES": str(processes), **extra}
    ports = [free_port() for _ in range(processes)]
    servers = [
        Process(port, {**env, "TAVLEN_BIND": f"127.0.0.1:{port}"}, folder / f"server-{port}.log") for port in ports
    ]
    built = Stage(seed, folder, env, servers, History(folder / "history.jsonl"), is_short)
    try:
        built.starts()
        yield built
    finally:
        built.audience.close()
        for phone in built.phones:
            phone.close()
        for line in built.lines:
            line.close()
        for process in servers:
            process.stop()
        built.redis.kill()
        built.history.close()
