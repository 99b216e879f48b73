"""The release's name changes when what people see changes, and only then."""

from pathlib import Path

from backend.config.release import release


def name_of(folder: Path) -> str:
    return release(given="", base_dir=folder, static_dir=folder / "static")


def test_it_is_a_digest_of_what_shapes_a_page(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    page = tmp_path / "templates" / "base.html"
    page.write_text("one")
    first = name_of(tmp_path)
    assert name_of(tmp_path) == first
    page.write_text("two")
    second = name_of(tmp_path)
    (tmp_path / "static").mkdir()
    (tmp_path / "static" / "staticfiles.json").write_text("{}")
    assert len({first, second, name_of(tmp_path)}) == 3


def test_a_given_name_is_taken(tmp_path: Path) -> None:
    assert release(given="2026.11", base_dir=tmp_path, static_dir=tmp_path) == "2026.11"
