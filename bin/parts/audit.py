"""Asks the registries whether a locked package has a known weakness; one that does not answer is told, not failed."""

import json
import subprocess
from typing import Any

from parts import node_env, say
from parts.places import PYTHON, ROOT

LOCKS = ("requirements.txt", "requirements-test.txt")


def holds() -> bool:
    return all([_python_holds(), _front_end_holds()])


def _python_holds() -> bool:
    locks = [part for lock in LOCKS for part in ("-r", lock)]
    quiet = ["--progress-spinner", "off", "--format", "json", "--timeout", "20"]
    answer = _asked([str(PYTHON), "-m", "pip_audit", "--disable-pip", "--require-hashes", *locks, *quiet])
    asked = [package for package in (answer or {}).get("dependencies", ()) if "vulns" in package]
    if not asked:
        return _unanswered("Python packages")
    weak = [package for package in asked if package["vulns"]]
    for package in weak:
        say.line(f"  {package['name']} {package['version']}: {', '.join(found['id'] for found in package['vulns'])}")
    say.line(f"Python packages: {len(asked)} asked about, {len(weak)} weak")
    return not weak


def _front_end_holds() -> bool:
    answer = _asked([*node_env.npm(), "audit", "--json"])
    if answer is None or "vulnerabilities" not in answer:
        return _unanswered("front-end packages")
    for name, found in answer["vulnerabilities"].items():
        say.line(f"  {name} {found['range']}: {found['severity']}")
    say.line(f"Front-end packages: {len(answer['vulnerabilities'])} weak")
    return not answer["vulnerabilities"]


def _unanswered(what: str) -> bool:
    say.line(f"The registry did not answer about {what}; nothing is known of their weaknesses today.")
    return True


def _asked(command: list[str]) -> dict[str, Any] | None:
    """The JSON that the command prints, or None when it prints none in time."""
    try:
        told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=300).stdout
        answer = json.loads(told)
    except (subprocess.TimeoutExpired, ValueError):
        return None
    return answer if isinstance(answer, dict) else None
