"""A tired person can read it: short words and sentences, and never a word that makes somebody a case."""

import re

from tests.house.test_translations import said

# "bruger" is also a verb; it is done without, so that a machine can watch.
FORBIDDEN = re.compile(r"\b(klient\w*|bruger\w*|problem\w*|sag(en|er|erne|ens|s\w*)?)\b", re.IGNORECASE)
LIX = 34  # of all that is said
LIX_OF_ONE = 40  # of one sentence, where a single long word weighs much
A_SENTENCE = 8  # words
LONG = 6  # letters


def test_nobody_is_a_client_a_user_a_case_or_a_problem() -> None:
    assert not [words for words in _danish() if FORBIDDEN.search(words)]


def test_the_whole_is_easy_to_read() -> None:
    assert lix(" ".join(_sentences())) <= LIX


def test_no_sentence_is_hard_to_read() -> None:
    hard = {words: round(lix(words)) for words in _sentences() if lix(words) > LIX_OF_ONE}
    assert not hard


def lix(text: str) -> float:
    """Words in a sentence, plus how many of a hundred words are long."""
    words = re.findall(r"[^\W\d_]+", text)
    ends = len(re.findall(r"[.!?:](?=\s|$)", text)) or 1
    return len(words) / ends + 100 * sum(len(word) > LONG for word in words) / len(words)


def _sentences() -> list[str]:
    """What is long enough to be hard; a name stands for whatever is filled in."""
    spoken = [re.sub(r"%\(\w+\)[sd]|<[^>]*>", lambda gap: "Anna" if gap[0][0] == "%" else "", w) for w in _danish()]
    return [words for words in spoken if len(words.split()) >= A_SENTENCE]


def _danish() -> list[str]:
    return sorted(words for _, words in said())
