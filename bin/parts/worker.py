"""Starts the worker beside Tavlen, for as long as whoever started it lives."""

import os
import subprocess

from parts.places import PYTHON, ROOT


def start(env: dict[str, str]) -> tuple[subprocess.Popen[bytes], int]:
    """Returns at once; gives the end of a pipe beside the process. The worker finishes what it is at and ends when that
    is closed: by hand, or with this process, whatever program that has become and however it ends."""
    reading, writing = os.pipe()
    os.set_inheritable(writing, True)
    worker = subprocess.Popen(["nice", PYTHON, "manage.py", "work", "--with-parent"], cwd=ROOT, env=env, stdin=reading)
    os.close(reading)
    return worker, writing
