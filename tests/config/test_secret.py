"""The secret is made once, kept to ourselves, and the same for all who start at once."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from backend.config.secret import PUSH, is_p256_key, p256_key, secret_key


def test_it_is_made_at_first_use_and_kept(tmp_path: Path) -> None:
    made = secret_key(given="", data_dir=tmp_path / "new")
    assert len(made) >= 64
    assert secret_key(given="", data_dir=tmp_path / "new") == made
    assert (tmp_path / "new" / "secret_key").stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "new").stat().st_mode & 0o777 == 0o700


def test_a_given_one_writes_nothing(tmp_path: Path) -> None:
    assert secret_key(given="given", data_dir=tmp_path) == "given"
    assert not list(tmp_path.iterdir())


def test_many_who_start_at_once_get_the_same(tmp_path: Path) -> None:
    with ThreadPoolExecutor(16) as starting:
        keys = set(starting.map(lambda _: secret_key(given="", data_dir=tmp_path), range(64)))
    assert len(keys) == 1
    assert [file.name for file in tmp_path.iterdir()] == ["secret_key"]


def test_a_push_key_is_a_key_of_its_own_kind(tmp_path: Path) -> None:
    made = secret_key(given="", data_dir=tmp_path, name=PUSH, make=p256_key)
    assert is_p256_key(made)
    assert len(made) == 43
    assert not [key for key in ("", "short", f"{made}AA", "A" * 43, "_" * 42 + "8") if is_p256_key(key)]
