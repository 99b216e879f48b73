"""What the citizen named as what they are proudest of stands in the minutes, for whoever sees it today."""

from io import BytesIO
from uuid import UUID

import pytest
from django.conf import settings
from pypdf import PdfReader

from backend.plans import commands as do
from backend.plans.reads.minutes import read_minutes
from citizen_app.minutes_words import parts_of
from tests.access.visitors import signed_in
from tests.cast import Cast
from tests.plans.holding import meeting
from tests.plans.test_progress import notes, own_area


def held(cast: Cast, small: UUID | None = None, step: UUID | None = None) -> UUID:
    with meeting(cast, "supporter") as there:
        cast.does("citizen", do.BeProudOf(meeting_id=there, step_id=step, progress_entry_id=small))
    return there


def proud(cast: Cast, who: str, there: UUID) -> list[tuple[str, tuple[str, ...]]]:
    parts = parts_of(read_minutes(cast.seat(who), there))
    return [(line.text, line.notes) for part in parts if part.name == "proud" for line in part.lines]


def test_a_small_step_stands_there_with_who_saw_it(cast: Cast) -> None:
    there = held(cast, notes(cast, "supporter", "Du stod op"))
    told = [("Du stod op", (f"Set af {cast.supporter.name}",))]
    assert proud(cast, "citizen", there) == proud(cast, "consultant", there) == told
    assert proud(cast, "supporter", there) == [("Du stod op", ("Set af Carl",))], "it is their own, and names are short"


def test_ones_own_says_no_name_and_a_guest_who_does_not_see_it_reads_nothing(cast: Cast) -> None:
    there = held(cast, notes(cast, "citizen", "Stod op"))
    assert proud(cast, "consultant", there) == [("Stod op", ())]
    assert proud(cast, "supporter", there) == []


def test_without_words_it_is_its_areas_name(cast: Cast) -> None:
    assert proud(cast, "consultant", held(cast, notes(cast, "citizen"))) == [("Fremmøde", ())]


def test_what_is_removed_is_gone_from_there_and_so_is_what_was_named_no_more(cast: Cast) -> None:
    small = notes(cast, "citizen", "Stod op")
    there = held(cast, small)
    cast.does("citizen", do.RemoveProgressEntry(progress_entry_id=small))
    assert proud(cast, "citizen", there) == []
    assert proud(cast, "citizen", held(cast)) == []


def test_what_is_kept_to_oneself_is_read_by_oneself(cast: Cast) -> None:
    there = held(cast, notes(cast, "citizen", "Sov igennem", area=own_area(cast, kept=True)))
    assert proud(cast, "citizen", there) == [("Sov igennem", ())]
    assert proud(cast, "consultant", there) == []


def test_a_step_stands_there_too_and_no_guest_of_a_protected_citizen_reads_it(cast: Cast) -> None:
    step = cast.adds_step(title="Ringede til lægen")
    cast.does("citizen", do.MoveStep(step_id=step, status="done"))
    cast.does("citizen", do.ShareStep(step_id=step, member_id=cast.members["supporter"]))
    there = held(cast, step=step)
    for who in ("citizen", "consultant", "supporter"):
        assert proud(cast, who, there) == [("Ringede til lægen", ())]
    cast.does("office", do.SetProtection(protected=True))
    assert proud(cast, "supporter", there) == []
    assert proud(cast, "citizen", there) == [("Ringede til lægen", ())]


@pytest.mark.parametrize(("language", "heading"), [("da", "Mest stolt af"), ("en", "Proudest of")])
def test_it_stands_on_paper_in_both_languages(cast: Cast, language: str, heading: str) -> None:
    there, client = held(cast, notes(cast, "citizen", "Stod op")), signed_in(cast.citizen)
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    answer = client.get(f"/plans/{cast.plan_id}/meetings/{there}/minutes/")
    paper = " ".join(page.extract_text() for page in PdfReader(BytesIO(answer.content)).pages)
    assert heading in paper
    assert "Stod op" in paper
