"""Short remarks on a step: between the two, or to the table."""

from uuid import UUID

import pytest

from backend.common.ids import new_id
from backend.plans import commands as do
from backend.plans.reads.step import read_step
from tests.cast import Cast
from tests.plans.saying_no import finds_nothing, refused

NARROW = ["supporter", "professional"]


def remark(cast: Cast, role: str, step_id: UUID, words: str, audience: str = "us") -> UUID:
    remark_id = new_id()
    said = do.RemarkOnStep(remark_id=remark_id, step_id=step_id, words=words, audience=audience)  # type: ignore[arg-type]
    cast.does(role, said)
    return remark_id


def heard(cast: Cast, role: str, step_id: UUID) -> list[str]:
    return [remark.words for remark in read_step(cast.seat(role), step_id).remarks]


@pytest.fixture
def step_id(cast: Cast) -> UUID:
    """A step everybody sees, the wall too."""
    step_id = cast.adds_step()
    for role in NARROW:
        cast.shares(step_id, role)
    cast.does("citizen", do.ShowInRoom(subject="step", subject_id=step_id))
    return step_id


def test_what_the_two_say_to_each_other_nobody_else_hears(cast: Cast, step_id: UUID) -> None:
    heads = {role: cast.seat(role).head for role in (*NARROW, "screen")}
    remark(cast, "citizen", step_id, "Kun til dig")
    remark(cast, "consultant", step_id, "Kun til jer to")
    for role in ("citizen", "consultant"):
        assert heard(cast, role, step_id) == ["Kun til dig", "Kun til jer to"]
    for role in (*NARROW, "screen"):
        assert heard(cast, role, step_id) == []
    assert heads == {role: cast.seat(role).head for role in heads}


@pytest.mark.parametrize("role", ["citizen", "consultant"])
def test_what_the_two_say_to_the_table_the_table_hears_but_not_the_wall(cast: Cast, step_id: UUID, role: str) -> None:
    head = cast.seat("screen").head
    remark(cast, role, step_id, "Til jer alle", "table")
    for listener in ("citizen", "consultant", *NARROW):
        assert heard(cast, listener, step_id) == ["Til jer alle"]
    assert heard(cast, "screen", step_id) == []
    assert cast.seat("screen").head == head


@pytest.mark.parametrize("audience", ["us", "table"])
def test_supporters_speak_to_the_two_and_not_to_each_other(cast: Cast, step_id: UUID, audience: str) -> None:
    head = cast.seat("professional").head
    remark(cast, "supporter", step_id, "Jeg så dig", audience)
    for listener in ("citizen", "consultant", "supporter"):
        assert heard(cast, listener, step_id) == ["Jeg så dig"]
    assert heard(cast, "professional", step_id) == []
    assert cast.seat("professional").head == head


def test_it_is_taken_back_by_whoever_said_it_and_brought_back(cast: Cast, step_id: UUID) -> None:
    for role in ("citizen", "consultant", "supporter"):
        said = remark(cast, role, step_id, f"Ord fra {role}")
        cast.does(role, do.RemoveRemark(remark_id=said))
        assert heard(cast, "citizen", step_id) == []
        cast.does(role, do.RestoreRemark(remark_id=said))
        assert heard(cast, "citizen", step_id) == [f"Ord fra {role}"]
        cast.does(role, do.RemoveRemark(remark_id=said))


def test_nobody_takes_back_anothers(cast: Cast, step_id: UUID) -> None:
    said = remark(cast, "citizen", step_id, "Til alle", "table")
    refused(cast, "consultant", do.RemoveRemark(remark_id=said))
    finds_nothing(cast, "supporter", do.RemoveRemark(remark_id=said))
    cast.does("citizen", do.RemoveRemark(remark_id=said))
    refused(cast, "consultant", do.RestoreRemark(remark_id=said))
    finds_nothing(cast, "supporter", do.RestoreRemark(remark_id=said))


def test_what_is_there_is_not_brought_back_nor_the_gone_taken(cast: Cast, step_id: UUID) -> None:
    said = remark(cast, "citizen", step_id, "Ord")
    finds_nothing(cast, "citizen", do.RestoreRemark(remark_id=said))
    cast.does("citizen", do.RemoveRemark(remark_id=said))
    finds_nothing(cast, "citizen", do.RemoveRemark(remark_id=said))
    finds_nothing(cast, "citizen", do.RemoveRemark(remark_id=new_id()))


def test_on_a_step_that_is_shared_no_more_a_remark_is_out_of_reach(cast: Cast, step_id: UUID) -> None:
    said = remark(cast, "supporter", step_id, "Mit")
    cast.does("citizen", do.UnshareStep(step_id=step_id, member_id=cast.members["supporter"]))
    finds_nothing(cast, "supporter", do.RemoveRemark(remark_id=said))
    finds_nothing(cast, "supporter", do.RemarkOnStep(remark_id=new_id(), step_id=step_id, words="Hallo?"))
    assert heard(cast, "citizen", step_id) == ["Mit"]


def test_it_says_something_and_once(cast: Cast, step_id: UUID) -> None:
    refused(cast, "citizen", do.RemarkOnStep(remark_id=new_id(), step_id=step_id, words=" "), "empty")
    taken = remark(cast, "citizen", step_id, "Ord")
    refused(cast, "supporter", do.RemarkOnStep(remark_id=taken, step_id=step_id, words="Ord"), "already_there")
