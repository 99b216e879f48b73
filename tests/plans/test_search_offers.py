"""An offer is found by exactly those who read it, and what is said of it is found by nobody."""

import pytest
from django.core.management import call_command

from backend.common.ids import new_id
from backend.plans import commands as do
from backend.plans.models import SearchText
from backend.plans.reads.search import read_search
from tests.cast import Cast

EVERYBODY = ("citizen", "consultant", "supporter", "professional")


def finds(cast: Cast, asked: str) -> list[str]:
    """Who finds an offer by it."""
    return [who for who in EVERYBODY if any(hit.kind == "offer" for hit in read_search(cast.seat(who), asked).hits)]


@pytest.mark.parametrize(
    ("asked", "is_found"),
    [
        ("mentoren", True),
        ("kirker", True),
        ("foreningens", True),
        ("morgener", True),
        ("men", True),
        ("kirkegård", False),
    ],
)
def test_by_any_of_its_words_with_whatever_ending(cast: Cast, asked: str, is_found: bool) -> None:
    one = new_id()
    offer = do.AddOffer(
        offer_id=one, title="Mentor", delivered_by="Kirken", community="Foreningen", why="Det gør morgenen lettere"
    )
    cast.does("consultant", offer)
    hits = read_search(cast.seat("citizen"), asked).hits
    assert [(hit.kind, hit.about) for hit in hits] == ([("offer", one)] if is_found else [])
    assert finds(cast, asked) == (["citizen", "consultant"] if is_found else [])


def test_whoever_provides_it_finds_it_while_its_goal_is_shared_and_no_supporter_does(cast: Cast) -> None:
    goal, one, member = cast.adds_goal(), new_id(), cast.members["professional"]
    cast.does("citizen", do.AddOffer(offer_id=one, title="Mentor", goal_id=goal, member_id=member))
    ours, with_them = ["citizen", "consultant"], ["citizen", "consultant", "professional"]
    assert finds(cast, "mentor") == ours
    for name in ("professional", "supporter"):
        cast.does("citizen", do.ShareGoal(goal_id=goal, member_id=cast.members[name]))
    assert finds(cast, "mentor") == with_them
    cast.does("office", do.SetProtection(protected=True))
    assert finds(cast, "mentor") == ours
    cast.does("office", do.SetProtection(protected=False))
    assert finds(cast, "mentor") == with_them
    cast.does("citizen", do.UnshareGoal(goal_id=goal, member_id=member))
    assert finds(cast, "mentor") == ours


def test_at_once_and_no_longer_than_it_stands_there(cast: Cast) -> None:
    one = new_id()
    cast.does("citizen", do.AddOffer(offer_id=one, title="Mentor"))
    cast.does("citizen", do.ChangeOffer(offer_id=one, read=cast.seat("citizen").head, title="Kor"))
    assert (finds(cast, "mentor"), finds(cast, "kor")) == ([], ["citizen", "consultant"])
    cast.does("citizen", do.RemoveOffer(offer_id=one))
    assert not finds(cast, "kor")
    assert not SearchText.objects.filter(kind="offer").exists()
    cast.does("citizen", do.RestoreOffer(offer_id=one))
    assert finds(cast, "kor") == ["citizen", "consultant"]
    kept = sorted(SearchText.objects.values_list("kind", "thing_id", "part", "words"))
    SearchText.objects.all().delete()
    call_command("index_search")
    assert sorted(SearchText.objects.values_list("kind", "thing_id", "part", "words")) == kept


def test_what_is_said_of_it_is_found_by_nobody(cast: Cast) -> None:
    one = new_id()
    cast.does("citizen", do.AddOffer(offer_id=one, title="Mentor"))
    cast.does("consultant", do.SayHowOfferHelped(offer_id=one, answer="no", words="Spildt"))
    cast.does("citizen", do.SayHowOfferHelped(offer_id=one, answer="yes", words="Guld"))
    assert not finds(cast, "spildt")
    assert not finds(cast, "guld")
