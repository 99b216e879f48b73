"""What a server starts without, so that an idle one stays small: each comes with the first that needs it."""

import os
import subprocess
import sys
from pathlib import Path

LATER = ("PIL", "fido2", "holidays", "httpx", "icalendar", "jwt", "openpyxl", "requests", "weasyprint")
PROGRAM = "import sys, backend.config.asgi; print(*sys.modules)"


def test_a_server_starts_without_what_few_requests_need(tmp_path: Path) -> None:
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("TAVLEN_", "DJANGO_"))}
    ours = {**kept, "TAVLEN_DATA_DIR": str(tmp_path), "TAVLEN_DEMO": "1", "TAVLEN_BIND": "127.0.0.1:8000"}
    started = subprocess.run([sys.executable, "-c", PROGRAM], env=ours, capture_output=True, text=True)
    loaded = started.stdout.split()
    assert "citizen_app.pages.sign_in" in loaded, started.stderr
    assert not set(LATER) & set(loaded)
