"""The minutes write themselves: all of it to citizen and consultant, and to others what they may see today."""

from datetime import timedelta

import pytest

from backend.common import clock
from backend.common.errors import NotHere
from backend.common.ids import new_id
from backend.plans import access
from backend.plans import commands as do
from backend.plans.forget import forget_removed
from backend.plans.reads.minutes import Minutes, read_minutes
from citizen_app.minutes_words import parts_of
from tests.cast import Cast, gather
from tests.plans.holding import held, meeting
from tests.plans.saying_no import refused


def titles(spoken: object) -> list[str]:
    return [one.card.title for one in spoken]  # type: ignore[attr-defined]


def told(cast: Cast, role: str, meeting_id: object) -> Minutes:
    return read_minutes(cast.seat(role), meeting_id)  # type: ignore[arg-type]


def test_everything_that_happened_in_the_meeting_stands_there(cast: Cast) -> None:
    cast.does("citizen", do.WriteLifeGoal(words="Et roligt sted"))
    goal, before = cast.adds_goal(title="Mere ro på"), cast.adds_step(title="Fra før")
    doing = cast.adds_step(title="Ryd op")
    with meeting(cast, "supporter") as there:
        call = cast.adds_step(title="Ring til lægen", responsible=cast.members["citizen"], due=clock.today())
        loose = cast.adds_step(title="Find en cykel")
        cast.does("consultant", do.GiveVoice(step_id=call, answer="disagreed"))
        cast.does("citizen", do.MoveStep(step_id=doing, status="done"))
        cast.does("citizen", do.ReachGoal(goal_id=goal))
        cast.does("citizen", do.WriteLifeGoal(words="Et hus ved vandet", was="Et roligt sted"))
        cast.does("citizen", do.SuggestStrength(strength_id=new_id(), words="Holder ord"))
    after = cast.adds_step(title="Bagefter")
    cast.plans_meeting()
    for role in ("citizen", "consultant"):
        minutes = told(cast, role, there)
        assert (titles(minutes.agreements), titles(minutes.open_ends)) == (["Ring til lægen"], ["Find en cykel"])
        voices = {voice.face.role: voice.answer for voice in minutes.agreements[0].card.voices}
        assert voices == {"citizen": "agreed", "consultant": "disagreed"}
        assert titles(minutes.done) == ["Ryd op"]
        assert minutes.life_goal and (minutes.life_goal.was, minutes.life_goal.words) == (
            "Et roligt sted", "Et hus ved vandet",
        )  # fmt: skip
        assert [(one.title, one.became) for one in minutes.goals] == [("Mere ro på", ("reached",))]
        assert [one.words for one in minutes.strengths] == ["Holder ord"]
        assert minutes.next_meeting and minutes.next_meeting.kind == "Netværksmøde"
        assert [face.role for face in minutes.there] == ["citizen", "consultant"]
        assert [face.role for face in minutes.invited] == ["supporter"]
        assert not minutes.is_something_gone and not any(one.is_changed_since for one in minutes.agreements)
    assert before and loose and after


def test_what_the_citizen_has_not_said_yes_to_is_not_what_we_agreed(cast: Cast) -> None:
    with meeting(cast, "supporter") as there:
        step_id = cast.adds_step(title="Ring til lægen")
        cast.does("consultant", do.AssignStep(step_id=step_id, responsible=cast.members["consultant"]))
        cast.does("consultant", do.SetDue(step_id=step_id, due=clock.today()))
        cast.does("consultant", do.MoveStep(step_id=step_id, status="agreed"))
    for answer, is_agreed in (("disagreed", False), ("agreed", True), ("not_yet", False)):
        cast.does("citizen", do.GiveVoice(step_id=step_id, answer=answer))  # type: ignore[arg-type]
        for role in ("citizen", "consultant"):
            minutes = told(cast, role, there)
            parts = (titles(minutes.agreements), titles(minutes.not_agreed), titles(minutes.open_ends))
            assert parts == ((["Ring til lægen"], [], []) if is_agreed else ([], ["Ring til lægen"], []))
            headings = [part.heading for part in parts_of(minutes)]
            assert ("Det aftalte vi" in headings, "Det er vi ikke enige om endnu" in headings) == (
                is_agreed, not is_agreed,
            )  # fmt: skip


def test_silence_is_not_answered_and_whoever_did_something_was_there(cast: Cast) -> None:
    with meeting(cast, "supporter", "professional") as there:
        cast.adds_step(title="Ring", responsible=cast.members["citizen"], due=clock.today())
        cast.adds_step("supporter", title="Spis sammen")
    minutes = told(cast, "consultant", there)
    assert {voice.face.role: voice.answer for voice in minutes.agreements[0].card.voices}["consultant"] == ""
    assert [face.role for face in minutes.there] == ["citizen", "consultant", "supporter"]


def test_who_was_asked_keeps_their_own_promises_and_what_is_shared_and_nothing_of_the_room(cast: Cast) -> None:
    cast.does("citizen", do.WriteLifeGoal(words="Et roligt sted"))
    cast.does("citizen", do.ShowInRoom(subject="life_goal"))
    with meeting(cast, "supporter") as there:
        seen = cast.adds_step(title="Kun i rummet", responsible=cast.members["citizen"], due=clock.today())
        cast.does("citizen", do.ShowInRoom(subject="step", subject_id=seen))
        assert seen in {step.pk for step in access.steps_for(cast.seat("supporter"))}
        cast.adds_step(title="Kør mig", responsible=cast.members["supporter"], due=clock.today())
        cast.adds_step(title="Skjult")
        mine = new_id()
        cast.does("supporter", do.SuggestStrength(strength_id=mine, words="Griner højt"))
        cast.does("citizen", do.AcceptStrength(strength_id=mine))
        cast.does("citizen", do.SuggestStrength(strength_id=new_id(), words="Hemmelig styrke"))
        cast.does("citizen", do.WriteLifeGoal(words="Et hus ved vandet", was="Et roligt sted"))
    minutes = told(cast, "supporter", there)
    assert (titles(minutes.agreements), titles(minutes.open_ends)) == (["Kør mig"], [])
    assert [one.words for one in minutes.strengths] == ["Griner højt"]
    assert (minutes.life_goal, minutes.agenda, minutes.views, minutes.place) == (None, (), (), "")
    assert {"approve_minutes", "say_own_view"} & minutes.may == frozenset()


@pytest.mark.parametrize("role", ["professional", "screen"])
def test_nobody_else_finds_them(cast: Cast, role: str) -> None:
    there = held(cast, "supporter")
    with pytest.raises(NotHere):
        told(cast, role, there)
    with pytest.raises(NotHere):
        told(cast, "citizen", new_id())


def test_there_are_none_until_it_is_over_by_word_or_by_the_clock(cast: Cast) -> None:
    there = cast.meets()
    cast.adds_step(title="Ring")
    for role in ("citizen", "consultant"):
        with pytest.raises(NotHere):
            told(cast, role, there)
    refused(cast, "citizen", do.ApproveMinutes(meeting_id=there), "not_over")
    with clock.standing_at(clock.now() + timedelta(hours=7)):
        cast.adds_step(title="Bagefter")
        assert titles(told(cast, "citizen", there).open_ends) == ["Ring"]


def test_what_is_changed_or_removed_since_says_so(cast: Cast) -> None:
    with meeting(cast) as there:
        kept, gone = cast.adds_step(title="Ring"), cast.adds_step(title="Hemmeligheden")
    cast.does("citizen", do.RewordStep(step_id=kept, field="title", text="Skriv", was="Ring"))
    assert [one.is_changed_since for one in told(cast, "citizen", there).open_ends] == [True, False]
    cast.does("citizen", do.RemoveStep(step_id=gone))
    for _ in ("removed", "forgotten"):
        minutes = told(cast, "consultant", there)
        assert (titles(minutes.open_ends), minutes.is_something_gone) == (["Skriv"], True)
        with clock.standing_at(clock.now() + timedelta(minutes=20)):
            forget_removed()


@pytest.mark.django_db
def test_a_protected_address_keeps_time_and_place_from_others() -> None:
    cast = gather(protected=True)
    with meeting(cast, "supporter") as there:
        cast.does("citizen", do.RewordMeeting(meeting_id=there, field="place", text="Rådhusgade 1"))
        cast.does("citizen", do.RewordMeeting(meeting_id=there, field="purpose", text="Om huset i Vejle"))
        cast.adds_step(title="Kør mig", responsible=cast.members["supporter"], due=clock.today())
    ahead = cast.plans_meeting("supporter")
    cast.does("citizen", do.RewordMeeting(meeting_id=ahead, field="place", text="Rådhusgade 2"))
    minutes = told(cast, "supporter", there)
    assert titles(minutes.agreements) == ["Kør mig"]
    assert (minutes.began, minutes.ended, minutes.place, minutes.purpose) == (None, None, "", "")
    assert minutes.next_meeting and (minutes.next_meeting.starts_at, minutes.next_meeting.place) == (None, "")
    assert told(cast, "consultant", there).place == "Rådhusgade 1"


def test_the_citizen_says_yes_and_each_writes_their_own_view(cast: Cast) -> None:
    there = held(cast, "supporter")
    cast.does("citizen", do.ApproveMinutes(meeting_id=there))
    first = told(cast, "consultant", there).approved_at
    cast.does("citizen", do.ApproveMinutes(meeting_id=there))
    assert first and told(cast, "citizen", there).approved_at == first
    cast.does("consultant", do.SayOwnView(meeting_id=there, words="Vi kom langt"))
    cast.does("citizen", do.SayOwnView(meeting_id=there, words="Det gik stærkt"))
    for role, own in (("citizen", "Det gik stærkt"), ("consultant", "Vi kom langt")):
        minutes = told(cast, role, there)
        assert [(view.face.role, view.words) for view in minutes.views] == [
            ("citizen", "Det gik stærkt"), ("consultant", "Vi kom langt"),
        ]  # fmt: skip
        assert minutes.my_words == own
    refused(cast, "citizen", do.SayOwnView(meeting_id=there, words="Nyt", was="Noget andet"), "conflict")
    cast.does("citizen", do.SayOwnView(meeting_id=there, words="", was="Det gik stærkt"))
    assert [view.face.role for view in told(cast, "citizen", there).views] == ["consultant"]
    refused(cast, "consultant", do.ApproveMinutes(meeting_id=there))
    for command in (do.ApproveMinutes(meeting_id=there), do.SayOwnView(meeting_id=there, words="Hej")):
        refused(cast, "supporter", command)


def test_words_to_take_home_and_what_was_hard_in_the_room(cast: Cast) -> None:
    with meeting(cast, "supporter") as there:
        cast.does("citizen", do.AddChallenge(challenge_id=new_id(), words="Natten", in_room=True))
        cast.does("citizen", do.AddChallenge(challenge_id=new_id(), words="Kun til Bente"))
        for role, words in (("citizen", "Lettet"), ("consultant", "Håb"), ("supporter", "Stolt")):
            cast.does(role, do.SayWord(meeting_id=there, words=words))
    seen = {role: told(cast, role, there) for role in ("citizen", "consultant", "supporter")}
    assert [minutes.hard for minutes in seen.values()] == [("Natten",), ("Natten",), ()]
    assert [[word.words for word in minutes.words] for minutes in seen.values()] == [
        ["Lettet", "Håb", "Stolt"], ["Lettet", "Håb", "Stolt"], ["Stolt"],
    ]  # fmt: skip
