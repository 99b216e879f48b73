"""What the machine itself may have or be given: programs on the path, and Debian's packages when root."""

import fcntl
import os
import shutil
import subprocess
from pathlib import Path

from parts import say

HEADLESS_CHROMIUM = "chromium-headless-shell"
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def find_chromium() -> Path | None:
    named = os.environ.get("TAVLEN_CHROMIUM")
    if named:
        return Path(named)
    return next((Path(found) for name in CHROMIUM_NAMES if (found := shutil.which(name))), None)


def find_headless_chromium() -> Path | None:
    """The one that was named, or Debian's without a window."""
    named = os.environ.get("TAVLEN_CHROMIUM") or shutil.which(HEADLESS_CHROMIUM)
    return Path(named) if named else None


def may_apt() -> bool:
    return os.geteuid() == 0 and shutil.which("apt-get") is not None


def apt_install(*packages: str) -> None:
    """Waits for another apt rather than failing beside it."""
    wait = "-oDPkg::Lock::Timeout=600"
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    with say.doing(f"Debian packages: {' '.join(packages)}"), Path("/tmp/.tavlen-apt.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        for command in (["update"], ["install", "-y", "--no-install-recommends", *packages]):
            done = subprocess.run(["apt-get", wait, *command], env=quiet, capture_output=True, text=True)
    if done.returncode != 0:
        raise say.Missing(f"apt-get could not install {' '.join(packages)}:\n{done.stderr.strip()[-1500:]}")
