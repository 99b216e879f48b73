"""A phone that comes out of a tunnel with two hundred changes: from the first signal to the last acknowledgement.

.venv/bin/python -m bench.outbox
"""

import time
import uuid

from playwright.sync_api import Page, expect

from bench.stage import stage
from parts import services
from tests import browsing
from tests.phone.line import line_to
from tests.phone.table import lay_out, number_of, open_board, plan_of

QUEUED = 200
TIMES = 3
PATIENCE_MS = 60_000
KEEP = """async ([person, items]) => {
  const asked = indexedDB.open(`tavlen-${person}`);
  const db = await new Promise((done) => { asked.onsuccess = () => done(asked.result); });
  const all = db.transaction("outbox", "readwrite");
  items.forEach((item) => all.objectStore("outbox").add(item));
  await new Promise((done) => { all.oncomplete = done; });
  db.close();
}"""


def main() -> None:
    with (
        stage() as server,
        browsing.chromium_running(services.ensure_chromium()) as browser,
        line_to(server.url) as line,
    ):
        windows = browsing.Windows(browser)
        phone = windows.open_as("citizen", server, base_url=line.url)
        step = lay_out(phone, "Gå en lang tur")
        open_board(phone)
        for _ in range(TIMES):
            before = number_of(phone)
            line.cut()
            queue(phone, step)
            line.mend()
            began = time.perf_counter()
            phone.evaluate("dispatchEvent(new Event('online'))")
            expect(phone.locator("#plan")).to_have_attribute("data-seq", str(before + QUEUED), timeout=PATIENCE_MS)
            print(f"{QUEUED} queued changes sent and acknowledged in {time.perf_counter() - began:.2f} s")
        windows.close()


def queue(phone: Page, step: str) -> None:
    """Half are words about a step, half are moves of it, as its person has said them without signal."""
    url = f"/api/plans/{plan_of(phone)}/changes"
    items = [
        {
            "change_id": str(uuid.uuid4()),
            "url": url,
            "after": 1,
            "said_at": "2026-11-22T08:00:00.000Z",
            **change(step, nr),
        }
        for nr in range(QUEUED)
    ]
    phone.evaluate(KEEP, [phone.locator("html").get_attribute("data-person"), items])


def change(step: str, nr: int) -> dict[str, object]:
    if nr % 2:
        return {"kind": "move_step", "fields": {"step_id": step, "status": "doing" if nr % 4 == 1 else "wish"}}
    told = {"remark_id": str(uuid.uuid4()), "step_id": step, "words": f"Ord nr. {nr} fra bussen", "audience": "us"}
    return {"kind": "remark_on_step", "fields": told}


if __name__ == "__main__":
    main()
