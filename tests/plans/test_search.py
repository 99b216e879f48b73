"""Search: found by what was meant, by exactly those who see it, at once and no longer than it stands there."""

import unicodedata
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from backend.common import clock
from backend.common.errors import NotHere
from backend.common.ids import new_id
from backend.plans import commands as do
from backend.plans.attach import keep_attachment
from backend.plans.forget import forget_removed
from backend.plans.models import Member, Message, SearchText
from backend.plans.reads.search import MOST, read_search
from tests.cast import Cast
from tests.plans import pictures


def found(cast: Cast, role: str, asked: str) -> list[str]:
    """What is found, as it is written there."""
    return ["".join(piece for piece, _is_hit in hit.pieces) for hit in read_search(cast.seat(role), asked).hits]


def marked(cast: Cast, role: str, asked: str) -> list[str]:
    return [piece for hit in read_search(cast.seat(role), asked).hits for piece, is_hit in hit.pieces if is_hit]


def write(cast: Cast, role: str, words: str) -> Any:
    message_id = new_id()
    cast.does(role, do.WriteMessage(message_id=message_id, words=words))
    return message_id


@pytest.mark.parametrize(
    ("asked", "is_found"),
    [
        ("huset", True),  # hus, huse, husene: one word
        ("HUSE", True),
        ("rengør", True),  # begun
        ("rengøring husene", True),
        ("og huset", True),  # what stands everywhere is not asked for
        ("husbåd", False),
        ("huset båden", False),
        (unicodedata.normalize("NFD", "rengøring på åen"), True),
        ("rengøring på aaen", False),
        ("", False),
        ("  ,.!? ", False),
    ],
)
def test_it_is_found_by_what_was_meant(cast: Cast, asked: str, is_found: bool) -> None:
    write(cast, "citizen", "Husene skal have rengøring ved Åen")
    assert bool(found(cast, "consultant", asked)) is is_found


def test_what_was_looked_for_is_marked_where_it_stands(cast: Cast) -> None:
    write(cast, "citizen", unicodedata.normalize("NFD", "Jeg har ringet til lægen om tandlægerne"))
    assert marked(cast, "citizen", "læge") == ["lægen"]
    write(cast, "citizen", f"{'ord ' * 200}kaffe {'mere ' * 200}")
    (text,) = found(cast, "citizen", "kaffe")
    assert len(text) < 300
    assert "kaffe" in text


@pytest.mark.parametrize(
    "asked",
    ['"', "'", "* OR 1", 'words : "x"', "NEAR(a b)", "a AND", "-a", "a:*", "') --", "\\", "%", "\x00", "!a | b", "⟦1⟧",
     "a" * 5000, "ord " * 500, "م" * 90, "🙂"],
)  # fmt: skip
def test_what_is_asked_is_words_and_never_a_command(cast: Cast, asked: str) -> None:
    write(cast, "citizen", "Kun det her")
    assert found(cast, "citizen", asked) in ([], ["Kun det her"])
    assert not found(cast, "supporter", asked)


def test_on_the_plan_it_is_found_where_it_is_opened(cast: Cast) -> None:
    goal, step, remark = new_id(), new_id(), new_id()
    cast.does("citizen", do.AddGoal(goal_id=goal, title="En rolig hund", life_area="home"))
    cast.does("citizen", do.AddStep(step_id=step, title="Hent den", words="Min hund står der endnu"))
    cast.does("consultant", do.RemarkOnStep(remark_id=remark, step_id=step, words="Tag hunden med"))
    cast.does("citizen", do.SuggestStrength(strength_id=new_id(), words="Kan passe hunde"))
    message = write(cast, "citizen", "Hundene er væk")
    hits = read_search(cast.seat("citizen"), "hundens").hits
    assert [(hit.kind, hit.about, hit.title) for hit in hits if hit.kind != "strength"] == [
        ("goal", goal, ""), ("step", step, "Hent den"), ("remark", step, ""), ("message", message, "")
    ]  # fmt: skip
    assert [hit.number for hit in hits][-1] == 1


def test_the_dream_a_word_to_all_and_a_files_name_are_found_by_whoever_reads_them(cast: Cast, folder: Path) -> None:
    for was, words in (("", "En kanariefugl"), ("En kanariefugl", "To kanariefugle")):
        cast.does("citizen", do.WriteLifeGoal(words=words, was=was))
    meeting, file, message = cast.plans_meeting("supporter"), new_id(), new_id()
    cast.does("consultant", do.AnnounceToMeeting(meeting_id=meeting, words="Tag kanariefuglen med"))
    keep_attachment(cast.seat("consultant"), attachment_id=file, content=pictures.document(), name="kanariefugl.pdf")
    cast.does("consultant", do.WriteMessage(message_id=message, words="", attachments=(file,)))
    hits = read_search(cast.seat("citizen"), "kanariefugl").hits
    assert [hit.kind for hit in hits] == ["life_goal", "life_goal", "meeting", "file"]
    assert (hits[-1].about, hits[-1].number, hits[2].about) == (message, 1, meeting)
    assert found(cast, "supporter", "kanariefugl") == ["Tag kanariefuglen med"]
    assert not found(cast, "professional", "kanariefugl")
    kept = sorted(SearchText.objects.values_list("kind", "thing_id", "part", "words"))
    call_command("index_search")
    assert sorted(SearchText.objects.values_list("kind", "thing_id", "part", "words")) == kept
    cast.does("consultant", do.RemoveMessage(message_id=message))
    assert "file" not in [hit.kind for hit in read_search(cast.seat("citizen"), "kanariefugl").hits]
    cast.does("office", do.SetProtection(protected=True))
    assert not found(cast, "supporter", "kanariefugl")


def test_others_find_what_they_are_shown_and_nothing_else(cast: Cast) -> None:
    shown, hidden = new_id(), new_id()
    for step_id in (shown, hidden):
        cast.does("citizen", do.AddStep(step_id=step_id, title="Bager brød", words="surdej", how="rugbrød i ovnen"))
        cast.does("citizen", do.RemarkOnStep(remark_id=new_id(), step_id=step_id, words="hvedebrød kun os"))
    write(cast, "citizen", "Bager du også?")
    assert not found(cast, "supporter", "bager")
    cast.does("citizen", do.ShareStep(step_id=shown, member_id=cast.members["supporter"]))
    assert [hit.id for hit in read_search(cast.seat("supporter"), "bager").hits] == [shown]
    assert found(cast, "supporter", "rugbrød") == ["rugbrød i ovnen"]
    assert not found(cast, "supporter", "surdej") and not found(cast, "supporter", "hvedebrød")
    assert not found(cast, "professional", "bager")
    cast.does("office", do.SetProtection(protected=True))
    assert not found(cast, "supporter", "rugbrød")
    cast.does("citizen", do.UnshareStep(step_id=shown, member_id=cast.members["supporter"]))
    assert not found(cast, "supporter", "bager")


def test_the_wall_and_whoever_looks_in_have_no_search(cast: Cast) -> None:
    cast.looks_in()
    for role in ("screen", "looking_in", "outside", "office"):
        with pytest.raises(NotHere):
            read_search(cast.seat(role), "a")


def test_what_is_hidden_moves_no_result(cast: Cast) -> None:
    """More than are shown, hidden between those that are: the same in the same order, and no word of more."""
    for number in range(MOST // 2):
        step_id = cast.adds_step(title=f"Løb {number}")
        cast.does("citizen", do.ShareStep(step_id=step_id, member_id=cast.members["supporter"]))
    before = read_search(cast.seat("supporter"), "løbe")
    assert len(before.hits) == MOST // 2
    for number in range(MOST):
        cast.adds_step(title=f"Løb løb løb {number}")
    after = read_search(cast.seat("supporter"), "løbe")
    assert (after.hits, after.more) == (before.hits, False)
    everything = read_search(cast.seat("citizen"), "løbe")
    assert (len(everything.hits), everything.more) == (MOST, True)


def test_what_is_removed_is_not_found_at_once_and_what_comes_back_is(cast: Cast) -> None:
    step_id, message_id = cast.adds_step(title="Kanariegul"), write(cast, "citizen", "Kanariegul")
    cast.does("citizen", do.RewordMessage(message_id=message_id, text="Kanarieblå", was="Kanariegul"))
    assert found(cast, "citizen", "kanarie") == ["Kanariegul", "Kanarieblå"]
    for command in (do.RemoveStep(step_id=step_id), do.RemoveMessage(message_id=message_id)):
        cast.does("citizen", command)
    assert not SearchText.objects.exists()
    cast.does("citizen", do.RestoreMessage(message_id=message_id))
    assert found(cast, "citizen", "kanarie") == ["Kanarieblå"]
    cast.does("citizen", do.RemoveMessage(message_id=message_id))
    with clock.standing_at(clock.now() + timedelta(minutes=16)):
        forget_removed()
    assert not found(cast, "citizen", "kanarie")


def test_made_anew_it_is_what_it_was(cast: Cast) -> None:
    step_id = cast.adds_step(title="Spis morgenmad")
    cast.does("consultant", do.RemarkOnStep(remark_id=new_id(), step_id=step_id, words="Havregrød"))
    write(cast, "consultant", "Spiste du?")
    kept = ["kind", "thing_id", "part", "group", "words"]
    before = sorted(SearchText.objects.values_list(*kept))
    assert len(before) == 3
    SearchText.objects.first().delete()  # type: ignore[union-attr]
    call_command("index_search")
    assert sorted(SearchText.objects.values_list(*kept)) == before
    assert found(cast, "citizen", "havre") == ["Havregrød"]


def test_many_messages_cost_what_few_do(cast: Cast, django_assert_num_queries: Any) -> None:
    member = Member.objects.get(pk=cast.members["citizen"])
    Message.objects.bulk_create(
        Message(plan_id=cast.plan_id, number=number, member=member, words=f"Nr. {number} om kaffe", at=clock.now())
        for number in range(1, 301)
    )
    call_command("index_search")
    with django_assert_num_queries(12):
        told = read_search(cast.seat("consultant"), "kaffe")
    assert [hit.number for hit in told.hits] == list(range(300, 300 - MOST, -1))
    assert told.more
