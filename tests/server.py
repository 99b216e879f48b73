"""Real servers for tests: prepared databases, Daphne processes on free ports, stopped and looked through afterwards."""

import fcntl
import json
import os
import shutil
import signal
import subprocess
import uuid
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import psycopg

from parts import ready
from parts.places import PYTHON, ROOT
from parts.server import command
from tests.services import free_port, wait_until

PLANT_SOME = """
from backend.demo.plant import plant
from backend.demo.stories import STORIES
plant(print, STORIES[::15])
"""
SECRET = "k3y-of-the-served-tests-" * 3


@dataclass
class Process:
    """One Daphne. `stop` asks it to end, `kill` does not ask; `start` again is on the same port."""

    port: int
    env: dict[str, str]
    log: Path
    running: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        self.begin()
        self.wait()

    def begin(self) -> None:
        with self.log.open("ab") as words:
            self.running = subprocess.Popen(command(self.port), cwd=ROOT, env=self.env, stdout=words, stderr=words)

    def wait(self) -> None:
        """Until it answers; raises RuntimeError with its last words when it does not."""
        assert self.running is not None
        wait_until(self._is_up_or_gone, f"{self.url} ({self.log})")
        if self.running.poll() is not None:
            raise RuntimeError(f"The server ended at once:\n{self.log.read_text()[-4000:]}")

    def stop(self) -> None:
        self._end(signal.SIGTERM)

    def kill(self) -> None:
        self._end(signal.SIGKILL)

    def _is_up_or_gone(self) -> bool:
        return self.running is None or self.running.poll() is not None or ready.is_ready(f"{self.url}/")

    def _end(self, how: signal.Signals) -> None:
        if self.running is None:
            return
        self.running.send_signal(how)
        try:
            self.running.wait(timeout=15)
        except subprocess.TimeoutExpired:
            self.running.kill()
            self.running.wait()
        self.running = None


@dataclass
class Server:
    """All processes of one Tavlen: one on SQLite, two where PostgreSQL and Redis are given."""

    env: dict[str, str]
    processes: list[Process] = field(default_factory=list)

    @property
    def url(self) -> str:
        return self.processes[0].url

    @property
    def urls(self) -> list[str]:
        return [process.url for process in self.processes]

    def manage(self, *arguments: str) -> str:
        """Runs one of manage.py's commands on this server's database; gives what it printed."""
        return manage(self.env, *arguments)

    def troubles(self) -> list[str]:
        """The tail of every log that tells of an error nobody handled."""
        logs = [process.log.read_text(errors="replace") for process in self.processes]
        return [log[-4000:] for log in logs if "Traceback" in log]


@dataclass(frozen=True)
class Prepared:
    """A migrated (and perhaps planted) database that is made once and copied for each server.

    `told`: what was printed while it was planted.
    """

    folder: Path
    template: str
    told: str = ""

    def copy(self, folder: Path) -> dict[str, str]:
        """The environment of a copy that lives in this folder."""
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copytree(self.folder, folder, dirs_exist_ok=True)
        if not self.template:
            return environment(folder)
        name = f"copy_{uuid.uuid4().hex}"
        _administer(f'CREATE DATABASE "{name}" TEMPLATE "{self.template}"')
        return environment(folder, database=name)


def prepare(root: Path, *, planted: bool) -> Prepared:
    """A database in a folder of its own, for whoever runs alone."""
    root.mkdir(parents=True, exist_ok=True)
    return prepare_once(root, planted=planted)


def prepare_once(root: Path, *, planted: bool) -> Prepared:
    """A database for all workers of a run, whose folder `root` is: whoever comes first makes it, the others wait."""
    folder = root / ("planted" if planted else "migrated")
    done = folder.with_suffix(".done")
    with folder.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            made = _plant(folder, prepare_once(root, planted=False)) if planted else _migrate(folder)
            done.write_text(json.dumps([made.template, made.told]))
    return Prepared(folder, *json.loads(done.read_text()))


def _migrate(folder: Path) -> Prepared:
    """An empty database with its tables."""
    folder.mkdir()
    template = f"prepared_{uuid.uuid4().hex}" if os.environ.get("TAVLEN_DATABASE_URL") else ""
    if template:
        _administer(f'CREATE DATABASE "{template}"')
    manage(environment(folder, database=template), "migrate", "--verbosity=0")
    return Prepared(folder, template)


def _plant(folder: Path, migrated: Prepared) -> Prepared:
    """A copy of it with the demo people; on PostgreSQL, where nobody looks at more, of one plan for each consultant."""
    env = migrated.copy(folder)
    told = manage(env, *(("shell", "-v0", "-c", PLANT_SOME) if migrated.template else ("plant_demo",)))
    return Prepared(folder, env.get("TAVLEN_DATABASE_URL", "").rpartition("/")[2], told)


@contextmanager
def serving(env: dict[str, str], folder: Path, **extra: str) -> Iterator[Server]:
    """Starts the server on this database; ends it, and fails when one of its logs holds a traceback."""
    count = 2 if env.get("TAVLEN_REDIS_URL") else 1
    server = Server({**env, "TAVLEN_PROCESSES": str(count), **extra})
    with ExitStack() as stops:
        for number in range(count):
            port = free_port()
            bound = {**server.env, "TAVLEN_BIND": f"127.0.0.1:{port}"}
            process = Process(port, bound, folder / f"server-{number}.log")
            stops.callback(process.stop)
            process.begin()
            server.processes.append(process)
        for process in server.processes:
            process.wait()
        yield server
        assert not server.troubles(), "\n\n".join(server.troubles())


def environment(folder: Path, *, database: str = "") -> dict[str, str]:
    """A demo server's environment, with the database and Redis that this test run was given."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("TAVLEN_", "DJANGO_"))}
    env = {**kept, "TAVLEN_DATA_DIR": str(folder), "TAVLEN_SECRET_KEY": SECRET, "TAVLEN_DEMO": "1"}
    env["TAVLEN_PERSON_NUMBER_KEY"] = f"{SECRET}of-numbers"
    if database:
        env["TAVLEN_DATABASE_URL"] = _address(database)
    if os.environ.get("TAVLEN_REDIS_URL"):
        env["TAVLEN_REDIS_URL"] = os.environ["TAVLEN_REDIS_URL"]
    return env


def manage(env: dict[str, str], *arguments: str) -> str:
    done = subprocess.run([PYTHON, "manage.py", *arguments], cwd=ROOT, env=env, capture_output=True, text=True)
    if done.returncode != 0:
        raise RuntimeError(f"manage.py {' '.join(arguments)} failed:\n{done.stdout[-2000:]}{done.stderr[-4000:]}")
    return done.stdout


def _address(database: str) -> str:
    return os.environ["TAVLEN_DATABASE_URL"].rpartition("/")[0] + f"/{database}"


def _administer(statement: str) -> None:
    with psycopg.connect(_address("postgres"), autocommit=True) as connection:
        connection.execute(statement.encode())
