"""Small steps of an evening: noted by anybody, in areas that the citizen shares, keeps, and takes back."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from backend.common.errors import NotHere
from backend.common.ids import new_id
from backend.plans import access
from backend.plans import commands as do
from backend.plans.reads.progress import LEAF, read_progress
from backend.plans.reads.progress_areas import read_areas_over_time
from tests.access.sharing.evening import ANY, DAYS
from tests.access.sharing.meetings import WithMeetings
from tests.access.sharing.model import CITIZEN, EVERYBODY, GUESTS

MOST_AREAS = 3


@dataclass(eq=False)
class Area:
    """One of the citizen's own, with what was noted there: by a guest in which place (else none), in which words."""

    id: Any
    is_kept: bool
    noted: list[tuple[Any, str]] = field(default_factory=list)


class WithSmallSteps(WithMeetings):
    """Decision 0134, for itself."""

    def __init__(self) -> None:
        super().__init__()
        self.areas: list[Area] = []
        self.words = 0

    def _sees_into(self, who: str, area: Area) -> bool:
        if not self.model.is_seated(who) or who == CITIZEN:
            return who == CITIZEN
        if who == self.model.consultant:
            return not area.is_kept
        return self._is_shared_now(who, area)

    def _is_shared_now(self, who: str, area: Area) -> bool:
        shares: dict[Any, date | None] = self.model.places[who].shares
        return area.id in shares and self.model._counts(shares[area.id])

    def _reads(self, who: str, area: Area) -> set[str]:
        """In an own area of the citizen's nobody reads even their own, unless they see into it."""
        if not self._sees_into(who, area):
            return set()
        is_broad = who in (CITIZEN, self.model.consultant)
        place = None if is_broad else self.real.place(who)
        return {words for by, words in area.noted if is_broad or by in (None, place)}

    @precondition(lambda self: len(self.areas) < MOST_AREAS)
    @rule(is_kept=st.booleans())
    def adds_an_area(self, is_kept: bool) -> None:
        area = Area(new_id(), is_kept)
        self.areas.append(area)
        add = do.AddProgressArea(progress_area_id=area.id, name=f"område {len(self.areas)}", kept=is_kept)
        self._alike(True, CITIZEN, add)

    @precondition(lambda self: self.areas)
    @rule(who=st.sampled_from(EVERYBODY), pick=ANY)
    def notes_a_small_step(self, who: str, pick: int) -> None:
        """What a consultant noted stays the plan's; a guest who left and came back has a new place."""
        area = self.areas[pick % len(self.areas)]
        self.words += 1
        may = self._sees_into(who, area) and len(area.noted) < LEAF // MOST_AREAS
        if not may and self._sees_into(who, area):
            return
        words = f"småt{self.words}x"
        if may:
            area.noted.append((self.real.place(who) if who in GUESTS else None, words))
        note = do.AddProgressEntry(progress_entry_id=new_id(), progress_area_id=area.id, words=words)
        self._alike(may, who, note)

    @precondition(lambda self: self.areas)
    @rule(pick=ANY, to=ANY, days=DAYS)
    def shares_an_area(self, pick: int, to: int, days: int | None) -> None:
        area, who, until = self.areas[pick % len(self.areas)], self._guest(to), self._day(days)
        may = who in self.model.places
        if may:
            self.model.places[who].shares[area.id] = until
        share = do.ShareProgressArea(progress_area_id=area.id, member_id=self.real.place(who), until=until)
        self._alike(may, CITIZEN, share)

    @precondition(lambda self: self.areas)
    @rule(pick=ANY, to=ANY)
    def shares_an_area_no_more(self, pick: int, to: int) -> None:
        area, who = self.areas[pick % len(self.areas)], self._guest(to)
        may = who in self.model.places and self._is_shared_now(who, area)
        if may:
            del self.model.places[who].shares[area.id]
        unshare = do.UnshareProgressArea(progress_area_id=area.id, member_id=self.real.place(who))
        self._alike(may, CITIZEN, unshare)

    @precondition(lambda self: self.areas)
    @rule(pick=ANY)
    def keeps_or_opens_an_area(self, pick: int) -> None:
        area = self.areas[pick % len(self.areas)]
        area.is_kept = not area.is_kept
        command: Any = do.KeepProgressArea if area.is_kept else do.OpenProgressArea
        self._alike(True, CITIZEN, command(progress_area_id=area.id))

    @precondition(lambda self: self.areas)
    @rule(who=st.sampled_from((CITIZEN, "bente", "grete", *GUESTS)))
    def looks_at_small_steps(self, who: str) -> None:
        try:
            seat = access.seat_for(person_id=self.people[who].pk, plan_id=self.real.plan_id)
        except NotHere:
            assert not self.model.is_seated(who)
            return
        told = read_progress(seat)
        assert {one.words for one in told.entries} == set().union(*(self._reads(who, area) for area in self.areas))
        counted = {one.id: sum(month.steps for month in one.months) for one in read_areas_over_time(seat)}
        assert counted == {area.id: len(read) for area in self.areas if (read := self._reads(who, area))}
        named = {area.id for area in told.areas if not area.standard}
        assert named == {area.id for area in self.areas if self._sees_into(who, area)}
