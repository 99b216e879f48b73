"""What people write: any language untouched, HTML only text, and a kind no to what cannot be kept."""

import unicodedata
from collections.abc import Callable
from typing import Any

import pytest

from backend.common.errors import Refused
from backend.common.ids import new_id
from backend.plans import commands as do
from backend.plans.commands import texts
from backend.plans.models import Goal, Member, NetworkMember, Plan, Remark, Screen, Step, Strength
from tests.cast import Cast
from tests.plans.saying_no import refused

Write = Callable[[Cast, str], Any]

SURVIVES = {
    "æøå composed": unicodedata.normalize("NFC", "Blåbærgrød på Ærø"),
    "æøå decomposed": unicodedata.normalize("NFD", "Blåbærgrød på Ærø"),
    "right to left": "\u200fاتصل بالطبيب\u200f אתקשר",
    "joined": "👩🏽\u200d👧 می\u200cخواهم",
    "html": "<script>alert(1)</script> &amp; \"'<b>",
    "sql": "'; DROP TABLE plans_step; --",
    "newest emoji": "\U0001fae8\U0001fadf",
    "isolates": "\u2068abc\u2069",
}
CANNOT_BE_KEPT = {
    "nul": "a\x00b",
    "lone surrogate": "a\ud800b",
    "escape": "a\x1b[31mb",
    "bell": "a\x07",
    "delete": "a\x7f",
    "next line": "a\x85b",
    "no character": "a\uffffb",
    "no character either": "a\ufdd0b",
    "no character in another plane": "a\U0001fffeb",
}


def _step(cast: Cast, **fields: str) -> Any:
    step_id = new_id()
    cast.does("citizen", do.AddStep(**{"step_id": step_id, "title": "x", **fields}))  # type: ignore[arg-type]
    return Step.objects.get(pk=step_id)


def _goal(cast: Cast, **fields: str) -> Any:
    goal_id = new_id()
    cast.does("citizen", do.AddGoal(**{"goal_id": goal_id, "title": "x", "life_area": "home", **fields}))  # type: ignore[arg-type]
    return Goal.objects.get(pk=goal_id)


def _reworded(cast: Cast, field: str, text: str) -> str:
    step = _step(cast)
    was = "x" if field == "title" else ""
    cast.does("citizen", do.RewordStep(step_id=step.pk, field=field, text=text, was=was))  # type: ignore[arg-type]
    return str(getattr(Step.objects.get(pk=step.pk), field))


def _remark(cast: Cast, words: str) -> str:
    remark_id = new_id()
    cast.does("citizen", do.RemarkOnStep(remark_id=remark_id, step_id=_step(cast).pk, words=words))
    return Remark.objects.get(pk=remark_id).words


def _strength(cast: Cast, words: str) -> str:
    strength_id = new_id()
    cast.does("supporter", do.SuggestStrength(strength_id=strength_id, words=words))
    return Strength.objects.get(pk=strength_id).words


def _network_name(cast: Cast, name: str) -> str:
    return NetworkMember.objects.get(pk=cast.knows(name)).name


def _does(cast: Cast, does: str) -> str:
    return NetworkMember.objects.get(pk=cast.knows("Mona", does=does)).does


def _life_goal(cast: Cast, words: str) -> str:
    cast.does("citizen", do.WriteLifeGoal(words=words))
    return Plan.objects.get(pk=cast.plan_id).life_goal


def _relation(cast: Cast, relation: str) -> str:
    told = do.AddMember(member_id=new_id(), person_id=cast.stranger.pk, role="supporter", relation=relation)
    cast.does("citizen", told)
    return Member.objects.get(pk=told.member_id).relation


def _room(cast: Cast, name: str) -> str:
    screen_id = new_id()
    cast.does("consultant", do.OpenScreen(screen_id=screen_id, room_name=name))
    return Screen.objects.get(pk=screen_id).room_name


WRITTEN: dict[str, tuple[Write, int]] = {
    "title": (lambda cast, text: _step(cast, title=text).title, 120),
    "words": (lambda cast, text: _step(cast, words=text).words, 2000),
    "how": (lambda cast, text: _step(cast, how=text).how, 500),
    "new title": (lambda cast, text: _reworded(cast, "title", text), 120),
    "learned": (lambda cast, text: _reworded(cast, "learned", text), 500),
    "goal": (lambda cast, text: _goal(cast, title=text).title, 120),
    "community": (lambda cast, text: _goal(cast, community=text).community, 200),
    "challenge": (lambda cast, text: _goal(cast, challenge=text).challenge, 500),
    "remark": (_remark, 500),
    "strength": (_strength, 200),
    "life goal": (_life_goal, 500),
    "relation": (_relation, 80),
    "room": (_room, 80),
    "network name": (_network_name, 80),
    "does": (_does, 200),
}
SHORT = [where for where, (_write, longest) in WRITTEN.items() if longest == 80]


@pytest.mark.parametrize("where", WRITTEN)
def test_every_language_survives_byte_for_byte(cast: Cast, where: str) -> None:
    write, _longest = WRITTEN[where]
    whole = " ".join(SURVIVES.values())[:75] if where in SHORT else "".join(SURVIVES.values())[:110]
    assert write(cast, whole) == whole.strip()


@pytest.mark.parametrize("name", SURVIVES)
def test_each_kind_of_text_survives(name: str) -> None:
    assert texts.cleaned(SURVIVES[name], longest=200) == SURVIVES[name]
    assert texts.cleaned(SURVIVES[name], longest=200, one_line=True) == SURVIVES[name]


@pytest.mark.parametrize("where", WRITTEN)
def test_what_cannot_be_kept_is_refused_everywhere(cast: Cast, where: str) -> None:
    write, longest = WRITTEN[where]
    for text, code in (("a\x00b", "bad_text"), ("a\ud800b", "bad_text"), ("x" * 10_000, "too_long")):
        _is_refused(cast, write, text, code)
    _is_refused(cast, write, "y" * (longest + 1), "too_long")


def _is_refused(cast: Cast, write: Write, text: str, code: str) -> None:
    with pytest.raises(Refused) as no:
        write(cast, text)
    assert no.value.code == code


@pytest.mark.parametrize("name", CANNOT_BE_KEPT)
def test_each_kind_of_unkeepable_text(cast: Cast, name: str) -> None:
    refused(cast, "citizen", do.AddStep(step_id=new_id(), title=CANNOT_BE_KEPT[name]), "bad_text")


def test_lines_and_tabs_are_kept_in_long_texts() -> None:
    assert texts.cleaned("\tEn\r\n\tto\rtre\n", longest=50) == "En\n\tto\ntre"


def test_a_conflict_with_unkeepable_text_is_still_a_sentence(cast: Cast) -> None:
    step = _step(cast, words="Gamle")
    order = do.RewordStep(step_id=step.pk, field="words", text="Nye", was="\x00\ud800")
    assert refused(cast, "citizen", order, "conflict").extra["theirs"] == "Gamle"
