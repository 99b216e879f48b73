"""A new consultant: the citizen's letter comes first, and what was promised keeps its name until somebody takes it."""

from datetime import timedelta

import pytest

from backend.common import clock
from backend.common.errors import NotHere
from backend.common.ids import new_id
from backend.people.models import Person
from backend.plans import commands as do
from backend.plans.models import AboutMe, Member
from backend.plans.reads.caseload import read_caseload
from backend.plans.reads.handover import is_asked_for_letter, read_about_me, read_takeover
from tests.cast import Cast, person
from tests.plans.saying_no import refused


@pytest.fixture
def lone(db: None) -> Person:
    return person("lone", "Lone Sivkær", staff_role="consultant")


@pytest.fixture
def ida(db: None) -> Person:
    return person("ida", "Ida Vang", staff_role="consultant")


def hands_over(cast: Cast, to: Person) -> None:
    member_id = new_id()
    cast.does("consultant", do.ReplaceConsultant(member_id=member_id, person_id=to.pk))
    cast.consultant, cast.members["consultant"] = to, member_id


def promises(cast: Cast, title: str = "Skriv til udlejer") -> str:
    """Something the consultant has said yes to; its title."""
    step_id = cast.adds_step(title=title)
    cast.does("citizen", do.AssignStep(step_id=step_id, responsible=cast.members["consultant"]))
    cast.does("citizen", do.SetDue(step_id=step_id, due=clock.today()))
    cast.does("consultant", do.GiveVoice(step_id=step_id, answer="agreed"))
    return title


def test_the_letter_is_written_by_the_citizen_and_read_by_their_consultant(cast: Cast) -> None:
    cast.does("citizen", do.WriteAboutMe(words="Ring ikke før klokken ti\nJeg hører dårligt"))
    for role in ("citizen", "consultant"):
        assert read_about_me(cast.seat(role)).words == "Ring ikke før klokken ti\nJeg hører dårligt"
    (row,) = read_caseload(cast.consultant.pk)
    assert "about_me_written" in [one.kind for one in row.reasons]


def test_two_phones_lose_no_words_and_no_words_take_it_away(cast: Cast) -> None:
    cast.does("citizen", do.WriteAboutMe(words="Ét"))
    no = refused(cast, "citizen", do.WriteAboutMe(words="To"), "conflict")
    assert no.extra == {"theirs": "Ét", "yours": "To", "field": "words"}
    refused(cast, "citizen", do.WriteAboutMe(words=""), "conflict")
    cast.does("citizen", do.WriteAboutMe(words="", was="Ét"))
    assert read_about_me(cast.seat("consultant")).words == "" and not AboutMe.objects.exists()
    refused(cast, "citizen", do.WriteAboutMe(words="\u200b"), "empty")


@pytest.mark.parametrize("role", ["consultant", "supporter", "professional"])
def test_nobody_else_writes_it(cast: Cast, role: str) -> None:
    refused(cast, role, do.WriteAboutMe(words="Min idé"))


@pytest.mark.parametrize("role", ["supporter", "professional", "screen"])
def test_neither_letter_nor_takeover_is_theirs_to_read(cast: Cast, role: str) -> None:
    cast.does("citizen", do.WriteAboutMe(words="Hemmeligt"))
    for read in (read_about_me, read_takeover):
        with pytest.raises(NotHere):
            read(cast.seat(role))


def test_a_new_consultant_finds_each_promise_by_name_and_takes_it(cast: Cast, lone: Person) -> None:
    title, before = promises(cast), cast.members["consultant"]
    assert read_takeover(cast.seat("consultant")).promises == ()
    hands_over(cast, lone)
    told = read_takeover(cast.seat("consultant"))
    assert (told.before and told.before.name, told.since, told.waiting) == ("Bente Krog", clock.today(), 1)
    (one,) = told.promises
    assert (one.title, one.by.member_id, one.says, one.may_take) == (title, before, "", True)
    assert not read_takeover(cast.seat("citizen")).promises[0].may_take
    cast.does("consultant", do.GiveVoice(step_id=one.step_id, answer="agreed"))
    (taken,) = read_takeover(cast.seat("citizen")).promises
    assert (taken.by.member_id, taken.says, taken.who and taken.who.name) == (before, "agreed", "Lone Sivkær")
    assert read_takeover(cast.seat("consultant")).waiting == 0


def test_what_nobody_has_stands_until_it_is_taken_and_goes_when_done(cast: Cast, lone: Person) -> None:
    promises(cast)
    hands_over(cast, lone)
    (one,) = read_takeover(cast.seat("consultant")).promises
    cast.does("citizen", do.AssignStep(step_id=one.step_id, responsible=None))
    (free,) = read_takeover(cast.seat("consultant")).promises
    assert (free.who, free.may_take) == (None, True)
    cast.does("consultant", do.TakeStep(step_id=one.step_id))
    assert read_takeover(cast.seat("consultant")).waiting == 0
    cast.does("consultant", do.MoveStep(step_id=one.step_id, status="done"))
    assert read_takeover(cast.seat("citizen")).promises == ()


@pytest.mark.parametrize("took", [False, True])
def test_over_two_changes_it_is_whoever_said_yes_last(cast: Cast, lone: Person, ida: Person, *, took: bool) -> None:
    promises(cast)
    bente = cast.members["consultant"]
    hands_over(cast, lone)
    (one,) = read_takeover(cast.seat("consultant")).promises
    if took:
        cast.does("consultant", do.GiveVoice(step_id=one.step_id, answer="agreed"))
    hers = cast.members["consultant"]
    hands_over(cast, ida)
    (one,) = read_takeover(cast.seat("consultant")).promises
    assert (one.by.member_id, one.may_take) == (hers if took else bente, True)


def test_the_citizen_is_asked_for_a_letter_for_two_weeks_until_it_is_there(cast: Cast, lone: Person) -> None:
    assert not is_asked_for_letter(cast.seat("citizen"))
    hands_over(cast, lone)
    assert is_asked_for_letter(cast.seat("citizen"))
    assert not is_asked_for_letter(cast.seat("consultant"))
    new = Member.objects.filter(pk=cast.members["consultant"])
    joined = new.get().joined_at
    new.update(joined_at=joined - timedelta(days=15))
    assert not is_asked_for_letter(cast.seat("citizen"))
    new.update(joined_at=joined)
    cast.does("citizen", do.WriteAboutMe(words="Ring først"))
    assert not is_asked_for_letter(cast.seat("citizen"))
