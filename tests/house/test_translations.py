"""English is complete: every word that a person may see has its translation, and no translation is left over."""

import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_python
from babel.messages.pofile import read_po
from django.utils.translation.template import templatize

from parts.places import ROOT, translations
from tests.house import tree

Key = tuple[str | None, str]  # context, words
PLAIN = ("_", "gettext", "gettext_lazy", "gettext_noop", "ngettext", "ngettext_lazy")
WITH_CONTEXT = ("pgettext", "pgettext_lazy", "npgettext", "npgettext_lazy")  # the context comes first
CATALOGUES = sorted(translations())


def test_every_translation_is_finished() -> None:
    messages = [message for catalogue in CATALOGUES for message in _read(catalogue) if message.id]
    assert not [message.id for message in messages if message.fuzzy or not all(_strings(message.string))]


def test_everything_said_is_translated() -> None:
    missing = said() - translated()
    assert not sorted(missing, key=str)


def test_no_translation_is_left_over() -> None:
    assert not sorted(translated() - said(), key=str)


def test_translations_keep_what_is_filled_in() -> None:
    """A `%(name)s` lost or misspelt in a translation would fail in front of somebody."""
    pairs = [
        (message.id, words) for file in CATALOGUES for message in _read(file) for words in _strings(message.string)
    ]
    assert not [words for key, words in pairs if key and not _filled_in(words) <= _filled_in(" ".join(_strings(key)))]


def said() -> set[Key]:
    return {key for file in tree.files() for key in _said_in(file)}


def translated() -> set[Key]:
    return {(message.context, _first(message.id)) for file in CATALOGUES for message in _read(file) if message.id}


def _said_in(file: Path) -> Iterator[Key]:
    if file.suffix == ".html":
        yield from _extract(templatize(file.read_text(encoding="utf-8"), origin=str(file)))
    elif file.suffix == ".py" and {ROOT / "backend", ROOT / "citizen_app"} & set(file.parents):
        yield from _extract(file.read_text(encoding="utf-8"))


def _extract(source: str) -> Iterator[Key]:
    calls: dict[str, None] = dict.fromkeys((*PLAIN, *WITH_CONTEXT))
    for _, function, words, _ in extract_python(BytesIO(source.encode()), calls, [], {"encoding": "utf-8"}):
        given = [word for word in ([words] if isinstance(words, str) else words) if word is not None]
        if given:
            yield (given[0], given[1]) if function in WITH_CONTEXT else (None, given[0])


def _read(file: Path) -> Catalog:
    with file.open("rb") as words:
        return read_po(words, locale=file.parents[1].name)


def _first(message: str | tuple[str, ...] | list[str]) -> str:
    return message if isinstance(message, str) else message[0]


def _strings(string: str | tuple[str, ...] | list[str] | None) -> list[str]:
    return [string or ""] if isinstance(string, str | None) else list(string)


def _filled_in(words: str) -> set[str]:
    return set(re.findall(r"%\(\w+\)[sd]|(?<!%)%[sd]|\{\w*\}", words))
