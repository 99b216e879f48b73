"""Makes static/build (scripts, styles, fonts, icons, translations) and collects it under hashed names."""

import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

from parts import node_env, outside, say, stamps
from parts.places import BUILD, COLLECTED, DATA, NODE_MODULES, PYTHON, ROOT, STATIC, translations

ESBUILD = NODE_MODULES / "esbuild" / "bin" / "esbuild"
STAMP = BUILD / ".made-from"
SCRIPT = ("--format=esm", "--target=es2022")
# Fetched by a page that has cards to drag. A bundle of its own: split off, it would share a third file with app.js,
# and every page would wait for that one more request.
LATE = "/static/build/late/sortable.js"
# Sources (what is served is in static/build), the worker (served from the root), fonts for paper, django-pwa's own
# pictures, and what allauth's own pages would need.
NOT_SERVED = (
    "--ignore=js/*",
    "--ignore=css/*",
    "--ignore=icons/*",
    "--ignore=build/worker/*",
    "--ignore=build/paper/*",
    "--ignore=images/*",
    "--ignore=mfa",
    "--ignore=account",
    "--ignore=socialaccount",
)


def main() -> None:
    with say.clear_ending():
        ensure()


def ensure() -> None:
    """Builds when something it is made from has changed since the last time."""
    wanted = stamps.hash_of(_sources())
    if stamps.is_fresh(STAMP, wanted) and (COLLECTED.is_dir() or not _has_settings()):
        return
    with say.doing("Scripts, styles, fonts, icons and translations"):
        _in_venv("-m", "parts.assets")
        _bundle("css", STATIC / "css" / "app.css", "--external:*.woff2", "--external:*.svg")
        _bundle("js", STATIC / "js" / "app.js", *SCRIPT, f"--alias:sortablejs={LATE}", "--external:/static/*")
        _bundle("passkey", STATIC / "js" / "passkey.js", *SCRIPT)
        _bundle("worker", STATIC / "js" / "worker" / "worker.js", "--format=iife", "--target=es2022")
        _bundle("late", NODE_MODULES / "sortablejs" / "modular" / "sortable.esm.js", *SCRIPT, "--entry-names=sortable")
        if _has_settings():
            DATA.mkdir(mode=0o700, exist_ok=True)
            _in_venv("manage.py", "collectstatic", "--no-input", "--verbosity=0", *NOT_SERVED)
    stamps.put(STAMP, wanted)


def _sources() -> Iterator[Path]:
    yield from (ROOT / "package-lock.json", ROOT / "requirements.txt")
    yield from Path(__file__).parent.glob("*.py")
    yield from translations()
    yield from (file for file in STATIC.rglob("*") if file.is_file() and BUILD not in file.parents)
    if _has_settings():
        yield _settings()


def _bundle(kind: str, entry: Path, *options: str) -> None:
    """The former bundle stays until the new one is whole."""
    if not entry.exists():
        return
    new, kept = BUILD / f"{kind}.new", BUILD / kind
    always = ("--bundle", "--minify", "--log-level=warning", "--log-limit=3", f"--outdir={new}")
    node_env.run("node", str(ESBUILD), str(entry), *always, *options)
    shutil.rmtree(kept, ignore_errors=True)
    new.rename(kept)


def _in_venv(*command: str) -> None:
    """Runs Python of .venv. The build needs no key: those that the settings make are thrown away with their folder."""
    with tempfile.TemporaryDirectory(prefix="tavlen-build-") as folder:
        ours = {"PYTHONPATH": str(ROOT / "bin"), "TAVLEN_DATA_DIR": folder, "TAVLEN_STATIC_DIR": str(COLLECTED)}
        done = subprocess.run(
            [PYTHON, *command], cwd=ROOT, env={**outside.environment(), **ours}, capture_output=True, text=True
        )
    if done.returncode != 0:
        raise say.Missing(f"The build stopped at {command[1]}:\n{(done.stdout + done.stderr).strip()[-3000:]}")


def _settings() -> Path:
    return ROOT / "backend" / "config" / "settings.py"


def _has_settings() -> bool:
    return _settings().exists() and (ROOT / "manage.py").exists()


if __name__ == "__main__":
    main()
