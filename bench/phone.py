"""First load of the citizen's pages on a slow phone (slow 4G, 4 × CPU), the second from the worker, and one with the
server gone; how much script that takes; and Lighthouse.

.venv/bin/python -m bench.phone         needs once: npm ci --prefix bench --ignore-scripts
"""

import gzip
import json
import os
import statistics
import subprocess
import tempfile
from pathlib import Path
from typing import Any

import httpx
from playwright.sync_api import Browser, CDPSession, Page

from bench.stage import Visitor, enter, stage
from parts import services
from parts.places import BUILD
from tests import browsing
from tests.phone.worker import expect_kept, expect_worker
from tests.server import Server

ROUNDS = 5  # of what takes a moment; the middle counts
HERE = Path(__file__).resolve().parent
SLOW_4G = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8, "uploadThroughput": 750e3 / 8}
VITALS = """() => new Promise(done => { const told = {lcp: 0, cls: 0, tbt: 0};
  new PerformanceObserver(l => l.getEntries().forEach(e => told.lcp = e.startTime))
    .observe({type: 'largest-contentful-paint', buffered: true});
  new PerformanceObserver(l => l.getEntries().forEach(e => told.cls += e.hadRecentInput ? 0 : e.value))
    .observe({type: 'layout-shift', buffered: true});
  new PerformanceObserver(l => l.getEntries().forEach(e => told.tbt += Math.max(0, e.duration - 50)))
    .observe({type: 'longtask', buffered: true});
  setTimeout(() => done({...told, fcp: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
    load: performance.getEntriesByType('navigation')[0].loadEventEnd}), 2500); })"""


def main() -> None:
    program = services.ensure_chromium()
    with stage() as server:
        visitor = enter(server, **{"as": "citizen"})
        addresses = {
            "I dag": f"{server.url}/plans/{visitor.plan_id}/today/",
            "Vejen": f"{server.url}/plans/{visitor.plan_id}/",
            "Tavlen": f"{server.url}/plans/{visitor.plan_id}/?view=board",
        }
        with browsing.chromium_running(program) as browser:
            for name, address in addresses.items():
                load(browser, server, name, address)
        weigh(server)
        for name, address in addresses.items():
            lighthouse(program, visitor, name, address)


def load(browser: Browser, server: Server, name: str, address: str) -> None:
    context = browser.new_context(viewport={"width": 360, "height": 740}, device_scale_factor=2, is_mobile=True)
    context.request.post(f"{server.url}/demo/enter", form={"as": "citizen"}, headers={"Origin": server.url})
    page = context.new_page()
    line = context.new_cdp_session(page)
    print(f"{name}, first load: {_told(_load(page, line, address))}")
    expect_worker(page)
    expect_kept(page, address)
    print(f"{name}, from the worker: {_told(_middle([_load(page, line, address) for _ in range(ROUNDS)]))}")
    server.processes[0].stop()
    print(f"{name}, the server gone: {_told(_middle([_load(page, line, address) for _ in range(ROUNDS)]))}")
    context.close()
    server.processes[0].start()


def _middle(loads: list[dict[str, float]]) -> dict[str, float]:
    return {name: statistics.median(one[name] for one in loads) for name in loads[0]}


def _told(load: dict[str, float]) -> str:
    return (
        f"{load['bytes'] / 1000:.0f} kB in {load['requests']:.0f} requests ({load['sent']:.0f} over the wire), "
        f"FCP {load['fcp']:.0f} ms, LCP {load['lcp']:.0f} ms, load {load['load']:.0f} ms, "
        f"TBT {load['tbt']:.0f} ms, CLS {load['cls']:.3f}"
    )


def weigh(server: Server) -> None:
    """What scripts weigh as they are sent."""
    worker = httpx.get(f"{server.url}/worker.js", headers={"Accept-Encoding": "gzip"})
    print(f"The worker: {worker.num_bytes_downloaded} B gzipped")
    page = gzip.compress((BUILD / "js" / "app.js").read_bytes(), compresslevel=9)
    print(f"Scripts for the first paint: {len(page)} B gzipped")


def _load(page: Page, line: CDPSession, address: str) -> dict[str, float]:
    got: dict[str, float] = {}
    line.send("Network.enable")
    line.send("Network.emulateNetworkConditions", SLOW_4G)
    line.send("Emulation.setCPUThrottlingRate", {"rate": 4})

    def finished(event: dict[str, Any]) -> None:
        got[event["requestId"]] = event["encodedDataLength"]

    line.on("Network.loadingFinished", finished)
    page.goto("about:blank")
    got.clear()
    page.goto(address, wait_until="load")
    vitals = page.evaluate(VITALS)
    line.remove_listener("Network.loadingFinished", finished)
    sent = [size for size in got.values() if size]
    return {"bytes": sum(sent), "requests": len(got), "sent": len(sent), **vitals}


def lighthouse(program: Path, visitor: Visitor, name: str, address: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        headers, report = Path(folder) / "headers.json", Path(folder) / "report.json"
        headers.write_text(json.dumps({"Cookie": visitor.cookie}))
        flags = ["--headless=new", *browsing.FLAGS]
        command = [
            *("node", HERE / "node_modules" / ".bin" / "lighthouse", address, "--quiet", "--output=json"),
            *(f"--output-path={report}", f"--extra-headers={headers}", f"--chrome-flags={' '.join(flags)}"),
            "--only-categories=performance,accessibility,best-practices",
        ]
        told = _told_in_three_tries(command, report, {**os.environ, "CHROME_PATH": str(program)})
    scores = {key: round(100 * one["score"]) for key, one in told["categories"].items()}
    audits = {key: told["audits"][key]["displayValue"] for key in ("largest-contentful-paint", "total-blocking-time")}
    print(f"Lighthouse {name}: {scores} {audits}")
    for audit in told["audits"].values():
        if audit.get("score") is not None and audit["score"] < 0.9 and audit["scoreDisplayMode"] == "binary":
            print(f"   {audit['id']}: {audit['title']}")


def _told_in_three_tries(command: list[Any], report: Path, env: dict[str, str]) -> dict[str, Any]:
    """Lighthouse now and then loses its trace; that is no score."""
    for _ in range(3):
        if subprocess.run(command, env=env).returncode == 0:
            return dict(json.loads(report.read_text()))
    raise RuntimeError("Lighthouse could not record the page in three tries")


if __name__ == "__main__":
    main()
