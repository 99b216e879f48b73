"""What was done and what was heard in a run, in order: one JSON object a line, kept when something does not hold."""

import json
import threading
import time
from pathlib import Path
from typing import Any

Event = dict[str, Any]


class History:
    """Written by every phone, viewer and fault of a run at once."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self._events: list[Event] = []
        self._lock = threading.Lock()
        self._lines = file.open("w", encoding="utf-8")

    def note(self, what: str, **told: Any) -> None:
        """`at`: seconds of the monotonic clock."""
        event = {"what": what, "at": round(time.monotonic(), 4), **told}
        with self._lock:
            self._events.append(event)
            self._lines.write(json.dumps(event, ensure_ascii=False, default=str) + "\n")

    def events(self, *whats: str) -> list[Event]:
        """Everything so far, or what is called by one of these names."""
        with self._lock:
            return [event for event in self._events if not whats or event["what"] in whats]

    def forget(self) -> None:
        """What was is no longer asked about; the file still tells of it."""
        self.note("forgotten")
        with self._lock:
            self._events.clear()

    def close(self) -> None:
        with self._lock:
            self._lines.close()
