"""The colours keep their promise in light and dark: every text pair at least 7:1, every mark at least 3:1."""

import math
import re

import pytest

from parts.places import STATIC

TOKENS = (STATIC / "css" / "tokens.css").read_text(encoding="utf-8")
PAIR = re.compile(r"--([\w-]+): light-dark\((#\w{6}|oklch\([^)]*\)), (#\w{6}|oklch\([^)]*\))\);")
COLOURS = {name: (light, dark) for name, light, dark in PAIR.findall(TOKENS)}
GROUNDS = ("paper", "sheet", "sunk", "fjord-soft", "amber-soft", "clover-soft", "stop-soft")
AREAS = [name for name in COLOURS if name.startswith("area-")]
THEMES = (0, 1)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("text", ["ink", "ink-2", "fjord-ink", "clover", "stop"])
def test_text_can_be_read_on_every_ground(text: str, theme: int) -> None:
    assert min(contrast(text, ground, theme) for ground in GROUNDS) >= 7


@pytest.mark.parametrize("theme", THEMES)
def test_text_can_be_read_on_what_can_be_pressed(theme: int) -> None:
    assert min(contrast("on-fjord", "fjord", theme), contrast("on-fjord", "face-citizen", theme)) >= 7
    assert min(contrast("ink", f"face-{role}", theme) for role in ("consultant", "supporter", "professional")) >= 7


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("mark", ["fjord", "edge", "amber-line", "clover-mark", "stop", *AREAS])
def test_marks_can_be_seen(mark: str, theme: int) -> None:
    assert min(contrast(mark, ground, theme) for ground in ("paper", "sheet")) >= 3


def test_there_are_seven_areas() -> None:
    assert len(AREAS) == 7


def test_no_component_sets_a_raw_colour() -> None:
    files = [file for file in (STATIC / "css").glob("*.css") if file.name != "tokens.css"]
    raw = re.compile(r":[^;{}]*(#[0-9a-fA-F]{3,8}\b|\brgba?\(|\bhsl\(|\boklch\()")
    assert not [f"{file.name}: {found.group(0)}" for file in files for found in raw.finditer(file.read_text())]


def contrast(one: str, other: str, theme: int) -> float:
    """WCAG's contrast ratio of two tokens."""
    dark, light = sorted(luminance(COLOURS[name][theme]) for name in (one, other))
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: str) -> float:
    red, green, blue = _of_oklch(colour) if colour.startswith("oklch") else _of_hex(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _of_hex(colour: str) -> list[float]:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    return [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]


def _of_oklch(colour: str) -> list[float]:
    """Björn Ottosson's matrices, clipped to sRGB as a browser does, near enough."""
    light, chroma, hue = (float(part) for part in colour[6:-1].split())
    a, b = chroma * math.cos(math.radians(hue)), chroma * math.sin(math.radians(hue))
    cones = ((0.3963377774, 0.2158037573), (-0.1055613458, -0.0638541728), (-0.0894841775, -1.2914855480))
    lms = [(light + x * a + y * b) ** 3 for x, y in cones]
    rows = (
        (4.0767416621, -3.3077115913, 0.2309699292),
        (-1.2684380046, 2.6097574011, -0.3413193965),
        (-0.0041960863, -0.7034186147, 1.7076147010),
    )
    return [min(1.0, max(0.0, sum(k * cone for k, cone in zip(row, lms, strict=True)))) for row in rows]
