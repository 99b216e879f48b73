"""Starts what plays MitID in the demo and in the tests, beside Tavlen and for as long as whoever started it lives."""

import os
import secrets
import subprocess
import urllib.error

from parts.places import PYTHON, ROOT
from parts.ready import DIRECT


def environment(port: int) -> dict[str, str]:
    """What Tavlen and its MitID must know of each other; the secret is made anew at each start."""
    return {
        "TAVLEN_MITID_BROKER": "idura",
        "TAVLEN_MITID_ISSUER": f"http://127.0.0.1:{port}",
        "TAVLEN_MITID_CLIENT_ID": "tavlen-demo",
        "TAVLEN_MITID_CLIENT_SECRET": secrets.token_urlsafe(32),
    }


def start(env: dict[str, str]) -> int:
    """Returns at once; gives the end of a pipe. MitID ends when it is closed: by hand, or with this process, whatever
    program that has become and however it ends."""
    reading, writing = os.pipe()
    os.set_inheritable(writing, True)
    subprocess.Popen(["nice", PYTHON, "-m", "backend.demo.mitid"], cwd=ROOT, env=env, stdin=reading)
    os.close(reading)
    return writing


def answers(env: dict[str, str]) -> bool:
    """Whether it tells who it is."""
    try:
        with DIRECT.open(f"{env['TAVLEN_MITID_ISSUER']}/.well-known/openid-configuration", timeout=2) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False
