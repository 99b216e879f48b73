"""What axe finds wrong with a page, at every level up to AAA."""

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

COLOURS = {"type": "rule", "values": ["color-contrast", "color-contrast-enhanced", "link-in-text-block"]}
RUN = """async (options) => {
    const stays = [...document.querySelectorAll('body *')].filter(
        (one) => ['sticky', 'fixed'].includes(getComputedStyle(one).position)
    );
    for (const one of stays) one.style.position = 'static';
    const imports = [...document.styleSheets].some(
        (sheet) => [...sheet.cssRules].some((rule) => rule instanceof CSSImportRule)
    );
    const { violations } = await axe.run({ ...options, preload: !imports });
    for (const one of stays) one.style.position = '';
    return violations;
}"""
LEVELS = ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def violations(page: Page, only: Any = LEVELS) -> list[str]:
    """One line for each element and rule; empty when nothing is wrong. A page gets axe once.

    What stays in sight lies down meanwhile: axe would take what has scrolled half beneath it for too small. It would
    write styles that another file imports (Django's own admin has such) into the page, which our policy refuses.
    """
    if not page.evaluate("'axe' in window"):
        page.evaluate(Axe().axe_script)
    found = page.evaluate(RUN, {"runOnly": only, "resultTypes": ["violations"]})
    return [
        f"{rule['id']}: {node['html'][:160]} – {node['failureSummary']}" for rule in found for node in rule["nodes"]
    ]
