"""A second engine: Firefox without a window, driven by WebDriver BiDi (https://w3c.github.io/webdriver-bidi/)."""

import json
import shutil
import signal
import subprocess
import time
from itertools import count
from pathlib import Path
from typing import Any

from websockets.sync.client import ClientConnection, connect

from parts import machine, say
from tests.services import free_port, wait_until

ALT, RIGHT, LEFT = "\ue00a", "\ue014", "\ue012"
PROFILE = {
    "app.update.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "remote.active-protocols": 1,
}


class Firefox:
    """One browser with one tab, on a profile that outlives it."""

    def __init__(self, profile: Path) -> None:
        self.profile = profile
        profile.mkdir(exist_ok=True)
        lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in PROFILE.items()]
        (profile / "user.js").write_text("\n".join(lines))
        self._numbers = count(1)
        self.start()

    def start(self) -> None:
        port = free_port()
        asked = [_program(), "--headless", "--no-remote", "--profile", str(self.profile)]
        with (self.profile / "said.log").open("ab") as words:
            self.running = subprocess.Popen(
                [*asked, f"--remote-debugging-port={port}"], stdout=words, stderr=words, start_new_session=True
            )
        said = self.profile / "said.log"
        wait_until(lambda: f"ws://127.0.0.1:{port}" in said.read_text(errors="replace"), "Firefox", 60)
        self._socket: ClientConnection = connect(f"ws://127.0.0.1:{port}/session", max_size=None)
        self.ask("session.new", capabilities={})
        self._tab = self.ask("browsingContext.getTree")["contexts"][0]["context"]

    def kill(self) -> None:
        """kill -9; its profile stays."""
        self.running.send_signal(signal.SIGKILL)
        self.running.wait()

    def close(self) -> None:
        if self.running.poll() is None:
            self.running.terminate()
            self.running.wait(timeout=20)

    def ask(self, method: str, **told: Any) -> dict[str, Any]:
        """One command and its answer; raises RuntimeError with what the browser says."""
        number = next(self._numbers)
        self._socket.send(json.dumps({"id": number, "method": method, "params": told}))
        while (answer := json.loads(self._socket.recv(timeout=60))).get("id") != number:
            pass
        if answer["type"] == "error":
            raise RuntimeError(f"{method}: {answer['error']}: {answer['message']}")
        return dict(answer["result"])

    def goto(self, address: str, *, wait: str = "complete") -> None:
        self.ask("browsingContext.navigate", context=self._tab, url=address, wait=wait)

    def evaluate(self, expression: str) -> Any:
        """The value of an expression in the page, awaited; text, number or truth."""
        target = {"context": self._tab}
        found = self.ask("script.evaluate", expression=expression, target=target, awaitPromise=True)
        if found["type"] == "exception":
            raise RuntimeError(found["exceptionDetails"]["text"])
        return found["result"].get("value")

    def until(self, expression: str, *, within: float = 20) -> None:
        """Asks again until it is true."""
        deadline = time.monotonic() + within
        while not self.evaluate(expression):
            assert time.monotonic() < deadline, f"{expression} did not come true; the page: {self.text()[:600]}"
            time.sleep(0.1)

    def text(self) -> str:
        return str(self.evaluate("document.body.innerText"))

    def press(self, *keys: str) -> None:
        """All held down together, then let go."""
        strokes = [{"type": "keyDown", "value": key} for key in keys]
        strokes += [{"type": "keyUp", "value": key} for key in reversed(keys)]
        self.ask("input.performActions", context=self._tab, actions=[{"type": "key", "id": "k", "actions": strokes}])


def _program() -> str:
    for name in ("firefox-esr", "firefox"):
        if found := shutil.which(name):
            return found
    if machine.may_apt():
        machine.apt_install("firefox-esr")
        return _program()
    raise say.Missing("The second engine is Firefox: install it (Debian: apt-get install firefox-esr).")
