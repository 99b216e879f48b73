"""The tree holds our own finished work: nothing postponed, nothing passed over, nothing made by others."""

import re

from tests.house import tree

SPELT_APART = [("TO", "DO"), ("FIX", "ME"), ("XX", "X"), ("HA", "CK")]
POSTPONED = re.compile(r"\b(" + "|".join("".join(parts) for parts in SPELT_APART) + r")\b")
PASSED_OVER = re.compile(r"pytest\.(mark\.)?(skip|skipif|xfail|importorskip)\b|unittest\.skip|unittest\.mock|MagicMock")
OURS = {
    "", ".py", ".js", ".css", ".html", ".svg", ".md", ".txt", ".in", ".toml", ".json", ".po", ".pot", ".webmanifest",
    ".png", ".jpg", ".webp", ".typ",
}  # fmt: skip
PICTURES = {".png", ".jpg", ".webp"}
BIGGEST_PICTURE = 400_000
LONGEST_LINE = 2_000


def test_nothing_is_postponed() -> None:
    assert not _rows_with(POSTPONED)


def test_no_test_is_passed_over_and_nothing_is_pretended() -> None:
    assert not [row for row in _rows_with(PASSED_OVER) if not row.startswith("tests/house/")]


def test_only_kinds_of_files_that_we_write_ourselves() -> None:
    assert not [tree.at(file, 1) for file in tree.files() if file.suffix not in OURS]


def test_pictures_are_small_and_nothing_is_minified() -> None:
    big = [
        tree.at(file, 1) for file in tree.files() if file.suffix in PICTURES and file.stat().st_size > BIGGEST_PICTURE
    ]
    scripts = [file for file in tree.files() if file.suffix in (".js", ".css")]
    minified = [
        tree.at(file, 1) for file in scripts if max(map(len, file.read_text().splitlines()), default=0) > LONGEST_LINE
    ]
    assert not big + minified


def _rows_with(pattern: re.Pattern[str]) -> list[str]:
    return [
        tree.at(file, number, row.strip()[:80])
        for file in tree.files()
        if file.suffix not in PICTURES and file.name != "package-lock.json"
        for number, row in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1)
        if pattern.search(row)
    ]
