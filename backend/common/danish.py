"""Danish words as they are looked for: small letters, without endings, without the words that stand everywhere."""

import re
import unicodedata
from functools import lru_cache

import snowballstemmer  # type: ignore[import-untyped]

LONGEST_WORD = 64
_stemmer = snowballstemmer.stemmer("danish")
_WORD = re.compile(r"[^\W_]+")
# Those that PostgreSQL's `danish` configuration leaves out, too (Snowball's list), so that both find the same.
STOPS = frozenset(
    """
    og i jeg det at en den til er som på de med han af for ikke der var mig sig men et har om vi min havde ham hun
    nu over da fra du ud sin dem os op man hans hvor eller hvad skal selv her alle vil blev kunne ind når være dog
    noget ville jo deres efter ned skulle denne end dette mit også under have dig anden hende mine alt meget sit
    sine vor mod disse hvis din nogle hos blive mange ad bliver hendes været thi jer sådan
    """.split()  # noqa: SIM905
)


def words_in(text: str) -> list[str]:
    """Letters and digits, however they were typed (æøå as one sign or two), in small letters."""
    return [word[:LONGEST_WORD] for word in _WORD.findall(unicodedata.normalize("NFC", text).lower())]


def pieces_of(text: str) -> list[tuple[str, str]]:
    """A text, composed, cut at its words: (piece, its stem), the stem empty between words."""
    text, pieces, end = unicodedata.normalize("NFC", text), [], 0
    for found in _WORD.finditer(text):
        pieces += [(text[end : found.start()], "")] if found.start() > end else []
        pieces.append((found[0], stem(found[0].lower()[:LONGEST_WORD])))
        end = found.end()
    return [*pieces, (text[end:], "")] if end < len(text) else pieces


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """The word without its ending: husene → hus."""
    return str(_stemmer.stemWord(word))
