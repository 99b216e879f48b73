"""The assets that Python makes, run inside .venv: font subsets, the icon sprite, compiled translations."""

import re
from io import BytesIO
from pathlib import Path

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

from parts.places import BUILD, NODE_MODULES, STATIC, translations

FONTS = NODE_MODULES / "@fontsource-variable" / "ibm-plex-sans" / "files"
ICONS = NODE_MODULES / "lucide-static" / "icons"
WEIGHTS = (400, 700)
# Everyday Latin goes to everybody; names in Polish, Turkish or Romanian letters fetch the second file.
SUBSETS = {
    "plex-latin": ("latin", "U+0020-007E,U+00A0-00FF,U+0131,U+0152-0153,U+2010-2014,U+2018-201E,U+2022,U+2026,"
                            "U+2030,U+2039-203A,U+20AC,U+2191,U+2193,U+2212"),
    "plex-latin-ext": ("latin-ext", "U+0100-024F,U+1E00-1EFF,U+0300-036F"),
}  # fmt: skip
# What typst sets a page in: whole fonts, each alphabet a family of its own, since a family is one file there.
PAPER = {"latin": "", "latin-ext": " Extended", "cyrillic": " Cyrillic", "greek": " Greek"}
FEATURES = ["kern", "mark", "mkmk", "ccmp", "locl", "tnum", "calt"]


def main() -> None:
    for name, (source, characters) in SUBSETS.items():
        make_font(FONTS / f"ibm-plex-sans-{source}-wght-normal.woff2", characters, BUILD / "fonts" / f"{name}.woff2")
    for alphabet, name in PAPER.items():
        for weight, style in zip(WEIGHTS, ("Regular", "Bold"), strict=True):
            whole = FONTS / f"ibm-plex-sans-{alphabet}-wght-normal.woff2"
            make_paper_font(whole, f"IBM Plex Sans{name}", style, weight, BUILD / "paper" / f"{alphabet}-{weight}.ttf")
    make_sprite((STATIC / "icons" / "used.txt").read_text().split(), BUILD / "icons.svg")
    for translation in translations():
        compile_translation(translation)


def make_font(source: Path, characters: str, target: Path) -> None:
    """One variable weight axis from 400 to 700, only these characters; deterministic."""
    font = TTFont(source, recalcTimestamp=False)
    options = subset.Options(flavor="woff2", layout_features=FEATURES, hinting=False, notdef_outline=True)
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=subset.parse_unicodes(characters))
    cutter.subset(font)
    instancer.instantiateVariableFont(font, {"wght": WEIGHTS}, inplace=True)
    font.flavor = "woff2"
    target.parent.mkdir(parents=True, exist_ok=True)
    font.save(target)


def make_paper_font(source: Path, family: str, style: str, weight: int, target: Path) -> None:
    """One weight as a TrueType font that is called as typst asks for it."""
    font = instancer.instantiateVariableFont(TTFont(source, recalcTimestamp=False), {"wght": weight})
    names = font["name"]
    for number in (16, 17, 21, 22, 25):  # other ways of saying family and style
        names.removeNames(nameID=number)
    full = f"{family} {style}"
    for number, said in {1: family, 2: style, 4: full, 6: full.replace(" ", "-")}.items():
        names.setName(said, number, 3, 1, 0x409)
    is_bold = style == "Bold"
    font["OS/2"].usWeightClass, font["head"].macStyle = weight, int(is_bold)
    font["OS/2"].fsSelection = 1 << 5 if is_bold else 1 << 6
    font.flavor = None
    target.parent.mkdir(parents=True, exist_ok=True)
    font.save(target)


def make_sprite(names: list[str], target: Path) -> None:
    """Every icon a symbol of its own name; colour and stroke come from the page."""
    symbols = "".join(_symbol(name) for name in sorted(set(names)))
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(f'<svg xmlns="http://www.w3.org/2000/svg">{symbols}</svg>\n', encoding="utf-8")


def _symbol(name: str) -> str:
    drawing = re.search(r"<svg[^>]*>(.*)</svg>", (ICONS / f"{name}.svg").read_text(encoding="utf-8"), re.DOTALL)
    assert drawing, f"lucide has no drawing in {name}"
    inner = re.sub(r"\s+", " ", drawing.group(1)).strip().replace(" />", "/>").replace("> <", "><")
    look = 'fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"'
    return f'<symbol id="{name}" viewBox="0 0 24 24" {look}>{inner}</symbol>'


def compile_translation(source: Path) -> None:
    with source.open("rb") as words:
        catalog = read_po(words, locale=source.parents[1].name)
    compiled = BytesIO()
    write_mo(compiled, catalog)
    source.with_suffix(".mo").write_bytes(compiled.getvalue())


if __name__ == "__main__":
    main()
