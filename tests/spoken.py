"""What a screen reader is told of a page: the browser's own tree, as it hands it to whatever reads it aloud."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from playwright.sync_api import Page

ENDS = ".!?:;"


def run_together(page: Page) -> list[str]:
    """Words of different things that would be read as one, since nothing stands between them."""
    line = page.context.new_cdp_session(page)
    nodes = line.send("Accessibility.getFullAXTree")["nodes"]
    line.detach()
    known = {node["nodeId"]: node for node in nodes}
    told = [list(_told(node, known)) for node in nodes if not node["ignored"] and node["role"]["value"] != "StaticText"]
    return [f"{one}|{other}" for words in told for one, other in pairwise(words) if _are_one(one, other)]


def _told(node: dict[str, Any], known: dict[str, Any]) -> Iterator[str]:
    """Of each thing beneath it its words, or none where it is a thing of its own; what is ignored is looked through."""
    for number in node.get("childIds", ()):
        child = known.get(number)
        if child and child["ignored"]:
            yield from _told(child, known)
        elif child:
            yield child["name"]["value"] if child["role"]["value"] == "StaticText" else ""


def _are_one(one: str, other: str) -> bool:
    return bool(one and other) and (one[-1].isalnum() or one[-1] in ENDS) and other[0].isalnum()
