"""A browser keeps an asset for ever, since its name changes with its content."""

import os
import subprocess
from pathlib import Path

from parts.places import PYTHON, ROOT
from tests.config.conftest import site_running


def collect(folder: Path) -> str:
    """Collects one script under its hashed name, which it gives."""
    (folder / "assets").mkdir()
    (folder / "assets" / "app.js").write_text("export const answer = 42;\n" * 100)
    env = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "tests.config.site_settings",
        "TAVLEN_DATA_DIR": str(folder),
        "TAVLEN_STATIC_DIR": str(folder / "static"),
    }
    subprocess.run([PYTHON, "manage.py", "collectstatic", "--no-input", "-v0"], cwd=ROOT, env=env, check=True)
    return next(file.name for file in (folder / "static").glob("app.*.js"))


def test_an_asset_is_kept_for_ever_compressed_and_guarded(tmp_path: Path) -> None:
    name = collect(tmp_path)
    static = str(tmp_path / "static")
    with site_running(tmp_path, TAVLEN_STATIC_DIR=static) as site, site.client() as client:
        answer = client.get(f"/static/{name}", headers={"Accept-Encoding": "br"})
        missing = client.get("/static/nothing.js")
    assert "export const answer" in answer.text
    assert answer.headers["Content-Encoding"] == "br"
    assert "immutable" in answer.headers["Cache-Control"]
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert missing.status_code == 404
