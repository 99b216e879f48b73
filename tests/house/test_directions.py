"""No style says left or right where it means before and after: read from right to left, a page turns by itself."""

import re
from pathlib import Path

import pytest

from parts.places import ROOT
from tests.house.tree import files

STYLES = [file for file in files() if file.suffix == ".css" and file.is_relative_to(ROOT / "static")]
PAGES = [file for file in files() if file.suffix == ".html" and file.is_relative_to(ROOT / "templates")]
FOUR_SIDES = re.compile(r"(scroll-)?(margin|padding)|inset|border-(width|style|color)")
A_SIDE = re.compile(r"(.+-)?(left|right)(-.+)?")
SAID_IN_A_VALUE = ("float", "clear", "text-align", "background", "background-position", "transform-origin")
# A tick is a corner of a box, turned: it leans the same way in every script.
A_TURNED_CORNER = ("border-width", "rotate")


def parted(value: str) -> list[str]:
    """At the spaces outside brackets."""
    held = re.sub(r"\((?:[^()]|\([^()]*\))*\)", lambda found: found[0].replace(" ", ""), value)
    return held.replace("!important", "").split()


def is_leaning(name: str, value: str) -> bool:
    """Whether this says another thing of the left than of the right."""
    if A_SIDE.fullmatch(name):
        return True
    if name in SAID_IN_A_VALUE:
        return bool(re.search(r"\b(left|right)\b", value))
    sides = parted(value)
    if name == "border-radius":
        corners = (sides * 4)[:4] if len(sides) != 3 else [*sides, sides[1]]
        return corners[0] != corners[1] or corners[2] != corners[3]
    return bool(FOUR_SIDES.fullmatch(name)) and len(sides) == 4 and sides[1] != sides[3]


def leaning(css: str) -> list[str]:
    found = []
    plain = re.sub(r"/\*.*?\*/|url\([^)]*\)", "", css, flags=re.DOTALL)
    for selector, body in re.findall(r"([^{};]+)\{([^{}]*)\}", plain):
        said = [one.split(":", 1) for one in body.split(";") if ":" in one]
        told = {name.strip(): " ".join(value.split()) for name, value in said if not name.strip().startswith("--")}
        turned = f'[dir="rtl"] {selector.strip()} {{' in plain or '[dir="rtl"]' in selector
        found += [
            f"{selector.strip()} {{ {name}: {value} }}"
            for name, value in told.items()
            if is_leaning(name, value)
            and not (turned and name.startswith("background"))
            and not (name == A_TURNED_CORNER[0] and A_TURNED_CORNER[1] in told)
        ]
    return found


@pytest.mark.parametrize("style", STYLES, ids=lambda file: str(file.name))
def test_no_style_leans_to_a_side(style: Path) -> None:
    assert not leaning(style.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "said",
    [
        "margin-left: 1px",
        "left: 0",
        "border-left: 1px solid red",
        "border-top-left-radius: 1px",
        "float: right",
        "text-align: left",
        "padding: 1px 2px 1px 3px",
        "padding: 0 calc(1 * var(--u)) 0 calc(2 * var(--u))",
        "inset: 0 auto 0 0",
        "border-width: 0 2px 2px 0",
        "border-radius: 1px 2px",
        "border-radius: 1px 2px 2px",
        "background: url(x) left / 1px no-repeat",
    ],
)
def test_what_leans_is_found(said: str) -> None:
    assert leaning(f"@media print {{ .a {{ color: red; {said}; }} }}")


@pytest.mark.parametrize(
    "said",
    ["padding: 1px 2px 3px 2px", "border-radius: 1px 1px 0 0", "border-width: 0 2px 2px 0; rotate: 45deg", "inset: 0"],
)
def test_what_stands_straight_is_let_be(said: str) -> None:
    assert not leaning(f".a {{ {said} }}")


def test_every_page_says_which_way_it_is_read() -> None:
    begun = {str(page.relative_to(ROOT)): page.read_text(encoding="utf-8") for page in PAGES}
    assert len([html for html in begun.values() if "<html" in html]) >= 3
    assert not [name for name, html in begun.items() for tag in re.findall(r"<html[^>]*>", html) if " dir=" not in tag]
