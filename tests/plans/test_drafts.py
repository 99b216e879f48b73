"""What is begun in the conversation: its writer's alone, told by no number, gone when it is sent, or after a week."""

from datetime import timedelta

import pytest

from backend.common import clock
from backend.common.errors import NotHere
from backend.common.ids import new_id
from backend.plans import commands as do
from backend.plans.drafts import draft_of, forget_drafts_of, forget_old_drafts, keep_draft
from backend.plans.models import Draft, Entry
from tests.cast import Cast


def test_it_is_there_on_ones_other_device_and_no_number_tells_of_it(cast: Cast) -> None:
    before = {role: cast.seat(role) for role in ("citizen", "consultant", "supporter")}
    entries = Entry.objects.count()
    keep_draft(cast.seat("citizen"), "Jeg tør ikke\r\nsige")
    keep_draft(cast.seat("citizen"), "Jeg tør ikke\r\nsige det")
    assert draft_of(cast.seat("citizen")) == "Jeg tør ikke\nsige det"
    assert draft_of(cast.seat("consultant")) == ""
    assert ({role: cast.seat(role) for role in before}, Entry.objects.count()) == (before, entries)


@pytest.mark.parametrize("role", ["supporter", "professional", "screen"])
def test_whoever_does_not_write_there_begins_nothing(cast: Cast, role: str) -> None:
    for act in (lambda seat: keep_draft(seat, "Hej"), draft_of):
        with pytest.raises(NotHere):
            act(cast.seat(role))


def test_it_goes_when_it_is_sent_and_does_not_come_back_by_a_slow_letter(cast: Cast) -> None:
    keep_draft(cast.seat("citizen"), "Kan du ri")
    cast.does("citizen", do.WriteMessage(message_id=new_id(), words="Kan du ringe?"))
    assert not Draft.objects.exists()
    keep_draft(cast.seat("citizen"), "Kan du ringe? ")
    assert not Draft.objects.exists()


def test_it_is_bounded_and_forgotten_after_a_week_or_when_one_leaves_in_haste(cast: Cast) -> None:
    keep_draft(cast.seat("citizen"), "æ" * 9999 + "\x00")
    assert len(draft_of(cast.seat("citizen"))) == 2000
    keep_draft(cast.seat("citizen"), "  ")
    assert not Draft.objects.exists()
    for role in ("citizen", "consultant"):
        keep_draft(cast.seat(role), "Halvt")
    forget_drafts_of(cast.citizen.pk)
    assert (draft_of(cast.seat("citizen")), draft_of(cast.seat("consultant"))) == ("", "Halvt")
    with clock.standing_at(clock.now() + timedelta(days=7)):
        assert draft_of(cast.seat("consultant")) == ""
        assert forget_old_drafts() == 1
