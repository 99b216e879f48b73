"""A small model of what the browser does with a frame (static/js/swap.js, place.js), and a picture of a page."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from html import unescape
from html.parser import HTMLParser
from typing import Any

TAGS = re.compile(r"""(<(?:!--.*?--|(?:[^>"']|"[^"]*"|'[^']*')*)>)""", re.DOTALL)
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


class _Tag(HTMLParser):
    """What one start tag says, as Python's own reader has it."""

    def __init__(self, written: str) -> None:
        super().__init__()
        self.feed(written)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tag, self.attrs = tag, {name: value or "" for name, value in attrs}
        self.is_whole = tag in VOID

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.is_whole = True


_tag = cache(_Tag)  # pages are alike: nearly every tag was read before


def read(html: str) -> Node:
    """A page of ours: whole tags, attributes in quotes, nothing written inside scripts."""
    root = here = Node("#root")
    for number, piece in enumerate(TAGS.split(html)):
        if number % 2 == 0:
            if text := " ".join(unescape(piece).split()):
                here.children.append(Node(text=text, parent=here))
        elif piece.startswith("</"):
            here = _outside(here, piece[2:-1].strip().lower())
        elif not piece.startswith("<!"):
            said = _tag(piece)
            node = Node(said.tag, said.attrs, parent=here)
            here.children.append(node)
            if not said.is_whole:
                here = node
    return root


def _outside(here: Node, tag: str) -> Node:
    """Where one stands when this tag ends; a tag that never began ends nothing."""
    node: Node | None = here
    while node and node.tag != tag:
        node = node.parent
    return node.parent if node and node.parent else here


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
    lines: list[str] = []
    _draw(body, "", frozenset({"data-seq", "data-at"} if is_narrow else {"data-seq"}), lines)
    return "\n".join(lines)


def _draw(node: Node, indent: str, left_out: frozenset[str], lines: list[str]) -> None:
    """`people` comes by the socket alone; what is marked `data-still` tells how it was when the page was opened."""
    attrs = node.attrs
    if not node.tag:
        lines.append(indent + node.text)
    elif not (attrs.get("id") == "people" or "data-still" in attrs or _is_number(node)):
        shown = " ".join([f'{name}="{attrs[name]}"' for name in sorted(attrs) if name not in left_out])
        lines.append(f"{indent}<{node.tag} {shown}>")
        for child in node.children:
            _draw(child, indent + " ", left_out, lines)


def _is_number(node: Node) -> bool:
    return node.tag == "input" and node.attrs.get("name") == "after"
