"""Said aloud and written down by another: voices and words, marked so; for the citizen it counts when they say it."""

from uuid import UUID

import pytest

from backend.common import clock
from backend.common.ids import new_id
from backend.plans import commands as do
from backend.plans.reads.card import VoiceView
from backend.plans.reads.step import read_step
from backend.plans.reads.take_home import read_words
from tests.cast import Cast
from tests.plans.saying_no import finds_nothing, refused


def agreement(cast: Cast, responsible: str = "supporter") -> UUID:
    step_id = cast.adds_step("citizen", responsible=cast.members[responsible], due=clock.today())
    cast.does("citizen", do.GiveVoice(step_id=step_id, answer="not_yet"))
    cast.does("citizen", do.ShowInRoom(subject="step", subject_id=step_id))
    return step_id


def waiting(cast: Cast) -> UUID:
    """One on which the citizen has said nothing."""
    step_id = cast.adds_step("consultant", responsible=cast.members["consultant"], due=clock.today())
    cast.does("citizen", do.ShowInRoom(subject="step", subject_id=step_id))
    return step_id


def aloud(cast: Cast, step_id: UUID, whose: str, answer: str = "agreed") -> do.GiveVoice:
    return do.GiveVoice(step_id=step_id, answer=answer, member_id=cast.members[whose])  # type: ignore[arg-type]


def voice(cast: Cast, step_id: UUID, whose: str) -> VoiceView:
    voices = read_step(cast.seat("consultant"), step_id).card.voices
    return next(one for one in voices if one.face.member_id == cast.members[whose])


def gives_pen(cast: Cast, meeting_id: UUID, whom: str) -> None:
    cast.does("citizen", do.PassPen(meeting_id=meeting_id, member_id=cast.members[whom]))


@pytest.mark.parametrize("writer", ["citizen", "consultant"])
def test_who_has_no_phone_is_written_for_and_it_is_seen_by_whom(cast: Cast, writer: str) -> None:
    step_id = agreement(cast)
    refused(cast, writer, aloud(cast, step_id, "supporter"))
    cast.meets("supporter")
    cast.does(writer, aloud(cast, step_id, "supporter"))
    told = voice(cast, step_id, "supporter")
    assert told.answer == "agreed" and told.entered_by is not None
    assert told.entered_by.member_id == cast.members[writer]
    cast.does("supporter", do.GiveVoice(step_id=step_id, answer="disagreed"))
    assert (voice(cast, step_id, "supporter").answer, voice(cast, step_id, "supporter").entered_by) == (
        "disagreed",
        None,
    )
    refused(cast, writer, aloud(cast, step_id, "supporter"), "own_words")


def test_nobody_writes_for_those_who_have_no_voice_or_are_not_there(cast: Cast) -> None:
    step_id, of_dorte = agreement(cast), agreement(cast, "professional")
    cast.meets("supporter")
    refused(cast, "supporter", aloud(cast, step_id, "citizen"))
    refused(cast, "citizen", aloud(cast, step_id, "consultant"))
    refused(cast, "citizen", aloud(cast, of_dorte, "professional"))
    refused(cast, "citizen", aloud(cast, of_dorte, "supporter"))
    finds_nothing(cast, "professional", aloud(cast, step_id, "supporter"))


def test_for_the_citizen_only_whoever_holds_the_pen_and_it_counts_when_they_say_it_themself(cast: Cast) -> None:
    step_id, meeting_id = waiting(cast), cast.meets("supporter")
    refused(cast, "consultant", aloud(cast, step_id, "citizen"))
    gives_pen(cast, meeting_id, "supporter")
    refused(cast, "consultant", aloud(cast, step_id, "citizen"))
    cast.does("supporter", aloud(cast, step_id, "citizen"))
    card = read_step(cast.seat("citizen"), step_id).card
    assert (card.waits, card.counts_as_agreed, voice(cast, step_id, "citizen").answer) == ("my_yes", False, "agreed")
    cast.does("citizen", do.EndMeeting(meeting_id=meeting_id))
    cast.does("citizen", do.GiveVoice(step_id=step_id, answer="agreed"))
    card = read_step(cast.seat("citizen"), step_id).card
    assert (card.waits, card.counts_as_agreed, voice(cast, step_id, "citizen").entered_by) == ("", True, None)


def test_the_citizen_takes_back_what_was_written_for_them(cast: Cast) -> None:
    step_id, meeting_id = waiting(cast), cast.meets("supporter")
    gives_pen(cast, meeting_id, "supporter")
    cast.does("supporter", aloud(cast, step_id, "citizen"))
    cast.does("citizen", do.GiveVoice(step_id=step_id, answer="disagreed"))
    assert voice(cast, step_id, "citizen") == VoiceView(voice(cast, step_id, "citizen").face, "disagreed", None)


def words(cast: Cast, role: str, meeting_id: UUID) -> list[tuple[str, bool]]:
    return [(word.words, word.entered_by is not None) for word in read_words(cast.seat(role), meeting_id)]


def test_one_word_each_and_again_as_often_as_one_likes(cast: Cast) -> None:
    meeting_id = cast.meets("supporter")
    for text in ("Ro", "Håb"):
        cast.does("citizen", do.SayWord(meeting_id=meeting_id, words=text))
    cast.does("consultant", do.SayWord(meeting_id=meeting_id, words="Mod, for du kom"))
    for reader in ("citizen", "consultant", "supporter", "screen"):
        assert words(cast, reader, meeting_id) == [("Mod, for du kom", False), ("Håb", False)][::-1]
    assert words(cast, "professional", meeting_id) == []
    finds_nothing(cast, "professional", do.SayWord(meeting_id=meeting_id, words="Nej"))
    finds_nothing(cast, "citizen", do.SayWord(meeting_id=new_id(), words="Nej"))
    cast.does("citizen", do.EndMeeting(meeting_id=meeting_id))
    refused(cast, "citizen", do.SayWord(meeting_id=meeting_id, words="For sent"))
    assert words(cast, "screen", meeting_id) == []


def test_a_word_said_aloud_can_be_put_right_by_whose_it_is_also_afterwards(cast: Cast) -> None:
    meeting_id = cast.meets("supporter")
    carl = cast.members["supporter"]
    cast.does("consultant", do.SayWord(meeting_id=meeting_id, words="Godt", member_id=carl))
    refused(cast, "consultant", do.SayWord(meeting_id=meeting_id, words="Ro", member_id=cast.members["citizen"]))
    refused(cast, "consultant", do.SayWord(meeting_id=meeting_id, words="Ro", member_id=cast.members["professional"]))
    assert words(cast, "supporter", meeting_id) == [("Godt", True)]
    cast.does("citizen", do.EndMeeting(meeting_id=meeting_id))
    cast.does("supporter", do.SayWord(meeting_id=meeting_id, words="Tungt"))
    assert words(cast, "citizen", meeting_id) == [("Tungt", False)]
    refused(cast, "supporter", do.SayWord(meeting_id=meeting_id, words="Igen"))
