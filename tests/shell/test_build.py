"""What the build makes: small, whole, and the same from the same sources."""

import gzip
import re
from io import BytesIO
from pathlib import Path

import pytest
from babel.messages.mofile import read_mo
from fontTools.ttLib import TTFont

from parts import assets, build
from parts.places import BUILD, STATIC

DANISH = "abcdefghijklmnopqrstuvwxyzæøåÆØÅéÉüöäß0123456789–—…„“”‘’»«·•↑↓€%()/:;?!"
FIRST_FONT_BYTES = 36_000
FIRST_SCRIPT_BYTES = 30_000  # as it travels


def test_the_first_font_is_small_and_writes_danish() -> None:
    file = BUILD / "fonts" / "plex-latin.woff2"
    font = TTFont(file)
    assert file.stat().st_size <= FIRST_FONT_BYTES
    assert not [letter for letter in DANISH if ord(letter) not in font.getBestCmap()]


def test_the_scripts_for_the_first_paint_are_light() -> None:
    assert len(gzip.compress((BUILD / "js" / "app.js").read_bytes(), 9)) <= FIRST_SCRIPT_BYTES


def test_the_font_goes_from_normal_to_bold() -> None:
    axes = {
        axis.axisTag: (axis.minValue, axis.maxValue)
        for axis in TTFont(BUILD / "fonts" / "plex-latin.woff2")["fvar"].axes
    }
    assert axes == {"wght": (400, 700)}


def test_names_from_elsewhere_in_europe_have_letters() -> None:
    letters = TTFont(BUILD / "fonts" / "plex-latin-ext.woff2").getBestCmap()
    assert not [letter for letter in "łŁşŞğĞțășćčđňřžőű" if ord(letter) not in letters]


def test_the_same_font_comes_out_twice(tmp_path: Path) -> None:
    source, letters = assets.SUBSETS["plex-latin"]
    for name in ("one", "two"):
        assets.make_font(assets.FONTS / f"ibm-plex-sans-{source}-wght-normal.woff2", letters, tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_every_icon_asked_for_is_in_the_sprite() -> None:
    asked = (STATIC / "icons" / "used.txt").read_text().split()
    assert asked == sorted(set(asked)), "used.txt is kept sorted, each name once"
    assert set(re.findall(r'<symbol id="([^"]+)"', (BUILD / "icons.svg").read_text())) == set(asked)


def test_scripts_and_styles_are_bundled_whole() -> None:
    script, style = (BUILD / "js" / "app.js").read_text(), (BUILD / "css" / "app.css").read_text()
    assert "@import" not in style
    assert set(re.findall(r'(?:from|import)\s*\(?"([^"]+)"', script)) <= {build.LATE}


def test_a_translation_is_compiled(tmp_path: Path) -> None:
    source = tmp_path / "en" / "LC_MESSAGES" / "django.po"
    source.parent.mkdir(parents=True)
    source.write_text('msgid "Klaret"\nmsgstr "Done"\n')
    assets.compile_translation(source)
    done = read_mo(BytesIO(source.with_suffix(".mo").read_bytes())).get("Klaret")
    assert done and done.string == "Done"


def test_an_unchanged_tree_is_not_built_again(capsys: pytest.CaptureFixture[str]) -> None:
    build.ensure()
    capsys.readouterr()
    build.ensure()
    assert capsys.readouterr().out == ""
