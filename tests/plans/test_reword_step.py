"""The texts of a step: the citizen's own words are edited by nobody else, and nobody's words are lost."""

from uuid import UUID

import pytest

from backend.common import clock
from backend.plans import commands as do
from backend.plans.reads.step import StepSheet, read_step
from tests.cast import Cast
from tests.plans.saying_no import finds_nothing, refused


def sheet(cast: Cast, step_id: UUID, role: str = "citizen") -> StepSheet:
    return read_step(cast.seat(role), step_id)


def reword(step_id: UUID, field: str, text: str, was: str = "") -> do.RewordStep:
    return do.RewordStep(step_id=step_id, field=field, text=text, was=was)  # type: ignore[arg-type]


def test_the_citizen_rewords_every_text(cast: Cast) -> None:
    step_id = cast.adds_step(title="Ring")
    for field, was in (("title", "Ring"), ("words", ""), ("how", ""), ("learned", "")):
        cast.does("citizen", reword(step_id, field, f"Nyt {field}", was))
    now = sheet(cast, step_id)
    assert (now.card.title, now.words, now.how, now.learned) == ("Nyt title", "Nyt words", "Nyt how", "Nyt learned")


@pytest.mark.parametrize("field", ["title", "words", "how", "learned"])
def test_what_the_citizen_wrote_nobody_else_rewords(cast: Cast, field: str) -> None:
    member = cast.members["supporter"]
    step_id = cast.adds_step(title="Ring", responsible=member)
    was = "Ring" if field == "title" else ""
    cast.does("citizen", reword(step_id, field, "Mine ord", was))
    for role in ("consultant", "supporter"):
        refused(cast, role, reword(step_id, field, "Bedre", "Mine ord"))


def test_the_citizens_words_to_a_suggestion_are_the_citizens(cast: Cast) -> None:
    step_id = cast.adds_step("consultant", "Gå en tur")
    refused(cast, "consultant", reword(step_id, "words", "Jeg er glad for at gå"))
    cast.does("citizen", reword(step_id, "title", "Gå langs åen", "Gå en tur"))
    refused(cast, "consultant", reword(step_id, "title", "Gå hurtigt", "Gå langs åen"))


def test_whoever_does_it_says_how(cast: Cast) -> None:
    step_id = cast.adds_step(responsible=cast.members["supporter"])
    cast.does("supporter", reword(step_id, "how", "Jeg henter dig kl. 9"))
    assert sheet(cast, step_id).how == "Jeg henter dig kl. 9"
    for field in ("title", "words", "learned"):
        refused(cast, "supporter", reword(step_id, field, "x"))


def test_who_only_reads_it_rewords_nothing(cast: Cast) -> None:
    step_id = cast.adds_step()
    finds_nothing(cast, "supporter", reword(step_id, "how", "x"))
    cast.shares(step_id)
    refused(cast, "supporter", reword(step_id, "how", "x"))


def test_two_who_write_at_once_lose_nothing(cast: Cast) -> None:
    step_id = cast.adds_step("consultant", "Gå en tur", how="Om morgenen")
    cast.does("consultant", reword(step_id, "how", "Om aftenen", "Om morgenen"))
    no = refused(cast, "citizen", reword(step_id, "how", "Om natten", "Om morgenen"), "conflict")
    assert no.extra == {"theirs": "Om aftenen", "yours": "Om natten", "field": "how"}
    cast.does("citizen", reword(step_id, "how", "Om natten", "Om aftenen"))
    assert sheet(cast, step_id).how == "Om natten"


def test_both_who_write_the_same_agree(cast: Cast) -> None:
    step_id = cast.adds_step("consultant", how="Om morgenen")
    cast.does("consultant", reword(step_id, "how", "Om aftenen", "Om morgenen"))
    cast.does("citizen", reword(step_id, "how", "Om aftenen", "Om morgenen"))
    assert sheet(cast, step_id).how == "Om aftenen"


def test_line_ends_of_any_machine_are_no_conflict(cast: Cast) -> None:
    step_id = cast.adds_step(words="En\r\nto\rtre")
    assert sheet(cast, step_id).words == "En\nto\ntre"
    cast.does("citizen", reword(step_id, "words", "Fire", " En\r\nto\rtre\n"))


def test_each_text_has_its_length(cast: Cast) -> None:
    step_id = cast.adds_step(title="Ring")
    for field, longest, was in (("title", 120, "Ring"), ("words", 2000, ""), ("how", 500, ""), ("learned", 500, "")):
        refused(cast, "citizen", reword(step_id, field, "x" * (longest + 1), was), "too_long")
        cast.does("citizen", reword(step_id, field, "x" * longest, was))


def test_a_title_stands_on_one_line_and_says_something(cast: Cast) -> None:
    step_id = cast.adds_step(title="Ring")
    refused(cast, "citizen", reword(step_id, "title", "\n", "Ring"), "empty")
    cast.does("citizen", reword(step_id, "title", "Ring\n til\t lægen ", "Ring"))
    assert sheet(cast, step_id).card.title == "Ring til lægen"


def test_own_words_and_what_was_learned_stay_between_the_two(cast: Cast) -> None:
    step_id = cast.adds_step(responsible=cast.members["supporter"], due=clock.today(), words="Privat")
    heads = {role: cast.seat(role).head for role in ("supporter", "screen")}
    cast.does("citizen", reword(step_id, "learned", "Også privat"))
    assert (sheet(cast, step_id, "supporter").words, sheet(cast, step_id, "supporter").learned) == ("", "")
    assert heads == {role: cast.seat(role).head for role in heads}, "not even that it happened is told"
