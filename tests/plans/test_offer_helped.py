"""Whether it did help: each answers for themself, and the citizen's own comes first."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from backend.common import clock
from backend.common.ids import new_id
from backend.plans import commands as do
from backend.plans import visits
from backend.plans.journal import entries_after
from backend.plans.reads.caseload import read_caseload
from backend.plans.reads.facts import Tier
from backend.plans.reads.offer import OfferHelp
from backend.plans.reads.offers import read_offers
from citizen_app.reason_words import place_of, sentence
from tests.cast import Cast
from tests.plans.saying_no import finds_nothing, refused

ANSWERED = ("consultant", "professional")


def delivered(cast: Cast, **said: Any) -> UUID:
    """By the professional, for a goal that they see."""
    one, goal_id, member = new_id(), cast.adds_goal(), cast.members["professional"]
    cast.does("citizen", do.ShareGoal(goal_id=goal_id, member_id=member))
    cast.does("citizen", do.AddOffer(offer_id=one, title="Mentor", goal_id=goal_id, member_id=member, **said))
    return one


def helped(cast: Cast, who: str, offer_id: UUID, answer: Any = "yes", words: str = "") -> None:
    cast.does(who, do.SayHowOfferHelped(offer_id=offer_id, answer=answer, words=words))


def told(cast: Cast, who: str) -> OfferHelp:
    read = read_offers(cast.seat(who))
    [one] = [*read.now, *read.over]
    assert one.help is not None
    return one.help


def others(cast: Cast, who: str) -> list[tuple[str, str, str]]:
    return [(said.face.role, said.answer, said.words) for said in told(cast, who).others]


def test_what_the_others_say_is_read_when_the_citizens_own_stands(cast: Cast) -> None:
    one = delivered(cast)
    for who in ANSWERED:
        helped(cast, who, one, "yes", f"Det mener {who}")
        mine = told(cast, who).mine
        assert mine is not None
        assert mine.words == f"Det mener {who}"
        assert told(cast, who).waits
    for who in ("citizen", *ANSWERED):
        assert others(cast, who) == [], who
    helped(cast, "citizen", one, "little", "Kun om morgenen")
    theirs = [(who, "yes", f"Det mener {who}") for who in ANSWERED]
    assert others(cast, "citizen") == theirs
    assert others(cast, "consultant") == [("citizen", "little", "Kun om morgenen"), theirs[1]]
    assert others(cast, "professional") == [], "whoever delivers it reads what they said themself"
    assert not told(cast, "consultant").waits


def test_said_again_it_takes_the_former_ones_place_and_nobody_elses(cast: Cast) -> None:
    one = delivered(cast, until=clock.today() - timedelta(days=1))
    for who, answer in (("citizen", "unknown"), ("consultant", "yes"), ("citizen", "no")):
        helped(cast, who, one, answer)
    mine = told(cast, "citizen").mine
    assert mine is not None
    assert (mine.answer, mine.called) == ("no", "Nej")
    assert others(cast, "citizen") == [("consultant", "yes", "")]


def test_what_is_ahead_has_not_helped_yet(cast: Cast) -> None:
    one = delivered(cast, began=clock.today() + timedelta(days=1))
    refused(cast, "citizen", do.SayHowOfferHelped(offer_id=one, answer="yes"), "not_begun")
    assert not told(cast, "citizen").may_say
    with clock.standing_at(clock.now() + timedelta(days=1)):
        helped(cast, "citizen", one)


def test_only_who_sees_it_says_how_it_helped(cast: Cast) -> None:
    one = delivered(cast)
    refused(cast, "supporter", do.SayHowOfferHelped(offer_id=one, answer="yes"))
    goal_id = read_offers(cast.seat("citizen")).now[0].goal_id
    assert goal_id is not None
    cast.does("citizen", do.UnshareGoal(goal_id=goal_id, member_id=cast.members["professional"]))
    finds_nothing(cast, "professional", do.SayHowOfferHelped(offer_id=one, answer="yes"))


def test_whoever_delivers_it_does_not_hear_that_the_citizen_answered(cast: Cast) -> None:
    one = delivered(cast)
    helped(cast, "citizen", one)
    helped(cast, "consultant", one)
    assert "offer_help_said" not in [entry.kind for entry in entries_after(cast.seat("professional"), 0)]
    said = [entry for entry in entries_after(cast.seat("citizen"), 0) if entry.kind == "offer_help_said"]
    assert [entry.facts for entry in said] == [{"offer": str(one)}] * 2, "never what was said"


def unhelped(cast: Cast) -> list[str]:
    [row] = read_caseload(cast.consultant.pk)
    return [one.title for one in row.reasons if one.kind == "offer_unhelped"]


def test_the_citizens_no_is_a_reason_at_the_desk_until_the_consultant_has_looked(cast: Cast) -> None:
    one = delivered(cast)
    for who in ANSWERED:
        helped(cast, who, one, "no")
    helped(cast, "citizen", one, "little")
    assert unhelped(cast) == []
    helped(cast, "citizen", one, "no")
    assert unhelped(cast) == ["Mentor"]
    for who, what in (("consultant", "plan"), ("professional", "offers")):
        visits.note(cast.seat(who), what=what)
    assert unhelped(cast) == ["Mentor"], "neither another page nor another's look"
    visits.note(cast.seat("consultant"), what="offers")
    assert unhelped(cast) == []
    helped(cast, "citizen", one, "no", "Han kom aldrig")
    assert unhelped(cast) == ["Mentor"], "said again, it is said anew"
    cast.does("citizen", do.RemoveOffer(offer_id=one))
    assert unhelped(cast) == []
    cast.does("citizen", do.RestoreOffer(offer_id=one))
    assert unhelped(cast) == ["Mentor"]
    helped(cast, "citizen", one, "unknown")
    assert unhelped(cast) == []


def test_the_one_that_was_said_first_is_named_and_leads_to_its_page(cast: Cast) -> None:
    with clock.standing_at(clock.now() - timedelta(days=2)):
        helped(cast, "citizen", delivered(cast), "no")
    second = new_id()
    cast.does("citizen", do.AddOffer(offer_id=second, title="Coach"))
    helped(cast, "citizen", second, "no")
    [row] = read_caseload(cast.consultant.pk)
    [told] = [one for one in row.reasons if one.kind == "offer_unhelped"]
    assert (told.title, told.tier) == ("Mentor", Tier.WATCH)
    assert sentence(row, told) == "Hjalp ikke: Mentor"
    assert place_of(cast.plan_id, told) == f"/plans/{cast.plan_id}/offers/"
