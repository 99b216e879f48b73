"""What axe finds wrong with a page, at every level up to AAA."""

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

COLOURS = {"type": "rule", "values": ["color-contrast", "color-contrast-enhanced"]}
RUN = "options => axe.run(options).then(({ violations }) => violations)"
LEVELS = ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def violations(page: Page, only: Any = LEVELS) -> list[str]:
    """One line for each element and rule; empty when nothing is wrong. A page gets axe once."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(Axe().axe_script)
    found = page.evaluate(RUN, {"runOnly": only, "resultTypes": ["violations"]})
    return [
        f"{rule['id']}: {node['html'][:160]} – {node['failureSummary']}" for rule in found for node in rule["nodes"]
    ]
