"""A small model of what the browser does with a frame (static/js/swap.js, place.js), and a picture of a page."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}


@dataclass(eq=False)
class Node:
    """An element, or (without a tag) a text."""

    tag: str = ""
    attrs: dict[str, str] = field(default_factory=dict)
    children: list["Node"] = field(default_factory=list)
    text: str = ""
    parent: "Node | None" = None

    def every(self) -> Iterator["Node"]:
        yield self
        for child in self.children:
            yield from child.every()

    def find(self, element_id: str) -> "Node | None":
        return next((node for node in self.every() if node.attrs.get("id") == element_id), None)

    def remove(self) -> None:
        assert self.parent is not None
        self.parent.children.remove(self)
        self.parent = None

    def put_before(self, other: "Node | None", parent: "Node") -> None:
        if self.parent:
            self.remove()
        place = parent.children.index(other) if other else len(parent.children)
        parent.children.insert(place, self)
        self.parent = parent

    def replace_with(self, other: "Node") -> None:
        assert self.parent is not None
        other.put_before(self, self.parent)
        self.remove()


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.root = self.here = Node("#root")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        node = Node(tag, {name: value or "" for name, value in attrs}, parent=self.here)
        self.here.children.append(node)
        if tag not in VOID:
            self.here = node

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.here.children.append(Node(tag, {name: value or "" for name, value in attrs}, parent=self.here))

    def handle_endtag(self, tag: str) -> None:
        node: Node | None = self.here
        while node and node.tag != tag:
            node = node.parent
        if node and node.parent:
            self.here = node.parent

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.here.children.append(Node(text=re.sub(r"\s+", " ", data).strip(), parent=self.here))


def read(html: str) -> Node:
    reader = _Reader()
    reader.feed(html)
    return reader.root


def apply(page: Node, frame: dict[str, Any]) -> None:
    """Put every fragment where it belongs; with `reload` the page is to be fetched anew."""
    assert "reload" not in frame
    for fragment in frame["fragments"]:
        _apply(page, fragment)


def _apply(page: Node, fragment: dict[str, Any]) -> None:
    old = page.find(fragment["id"])
    if fragment.get("gone"):
        if old:
            old.remove()
        return
    fresh = read(fragment["html"]).children[0]
    assert fresh.attrs["id"] == fragment["id"]
    if "in" in fragment:
        _stand(page, fragment, old, fresh)
    elif old:
        old.replace_with(fresh)


def _stand(page: Node, fragment: dict[str, Any], old: Node | None, card: Node) -> None:
    container = page.find(fragment["in"])
    if old:
        old.remove()
    if container is None:
        return
    if "before" in fragment:
        after = [n for n in container.children if n.attrs.get("id", "") == fragment["before"]]
    else:
        after = [n for n in container.children if "data-at" not in n.attrs or int(n.attrs["data-at"]) > fragment["at"]]
    card.put_before(after[0] if after else None, container)


def picture(page: Node, *, is_narrow: bool = False) -> str:
    """The whole body as text, less what is a number and no sight: of forms, and (where it is a rank) of places."""
    body = next(node for node in page.every() if node.tag == "body")
    return "\n".join(_lines(body, 0, is_narrow))


def _lines(node: Node, depth: int, is_narrow: bool) -> Iterator[str]:
    """`people` comes by the socket alone; what is marked `data-still` tells how it was when the page was opened."""
    indent = " " * depth
    if node.attrs.get("id") == "people" or "data-still" in node.attrs:
        return
    if not node.tag:
        yield indent + node.text
        return
    if node.tag == "input" and node.attrs.get("name") == "after":
        return
    left_out = {"data-seq", "data-at"} if is_narrow else {"data-seq"}
    attrs = " ".join(f'{n}="{v}"' for n, v in sorted(node.attrs.items()) if n not in left_out)
    yield f"{indent}<{node.tag} {attrs}>"
    for child in node.children:
        yield from _lines(child, depth + 1, is_narrow)
