"""Se som …: all that another finds on their own pages stands there, nothing else does, and nothing can be pressed."""

from uuid import UUID

from backend.common.ids import new_id
from backend.plans import commands as do
from backend.plans.models import ProgressArea
from tests.cast import Cast
from tests.pages.conftest import SignedIn
from tests.pages.reading import read

# What Carl is let see, and beside each a thing of its kind that he is not.
SEEN = (
    "Gå en tur",
    "Mål den lille væg",
    "Bager boller",
    "Stod op klokken syv",
    "Hvordan har du det i kroppen",
    "Næste gang om cyklen",
)
HIDDEN = (
    "Ring til lægen",
    "Skriv til banken",
    "God til at lytte",
    "Talte med Ida",
    "Lagde mærke til noget",
    "Om gælden",
)


def area(cast: Cast, **which: str) -> UUID:
    return ProgressArea.objects.get(plan=cast.plan_id, **which).pk


def lets_him_see(cast: Cast, guest: UUID) -> None:
    """Of each kind of thing one that he sees, and one that he does not."""
    cast.shares(cast.adds_step(title=SEEN[0]))
    cast.adds_step(title=HIDDEN[0])
    goals = [cast.adds_goal(title="Mit mål") for _ in range(2)]
    for goal, title in zip(goals, (SEEN[1], HIDDEN[1]), strict=True):
        cast.adds_step(title=title, goal_id=goal)
    cast.does("citizen", do.ShareGoal(goal_id=goals[0], member_id=guest))
    strengths = [new_id(), new_id()]
    for strength, words in zip(strengths, (SEEN[2], HIDDEN[2]), strict=True):
        cast.does("citizen", do.SuggestStrength(strength_id=strength, words=words))
    cast.does("citizen", do.ShareStrength(strength_id=strengths[0], member_id=guest))
    for standard, words in (("attendance", SEEN[3]), ("coping", HIDDEN[3])):
        where = area(cast, standard=standard)
        cast.does("citizen", do.AddProgressEntry(progress_entry_id=new_id(), progress_area_id=where, words=words))
    cast.does("citizen", do.ShareProgressArea(progress_area_id=area(cast, standard="attendance"), member_id=guest))
    cast.does("citizen", do.AnswerIndicator(indicator="health", score=7))
    cast.does("citizen", do.AnswerIndicator(indicator="insight", words=HIDDEN[4]))
    cast.does(
        "citizen", do.ShareProgressArea(progress_area_id=area(cast, indicator_set__code="eleven"), member_id=guest)
    )
    for guests, purpose in ((("supporter",), SEEN[5]), ((), HIDDEN[5])):
        cast.does("citizen", do.RewordMeeting(meeting_id=cast.plans_meeting(*guests), field="purpose", text=purpose))


def test_each_kind_of_thing_that_they_see_stands_there_and_no_other(cast: Cast, signed_in: SignedIn) -> None:
    lets_him_see(cast, cast.members["supporter"])
    client, carl = signed_in(cast.citizen), f"/plans/{cast.plan_id}/as/{cast.members['supporter']}/"
    html = client.get(carl).content.decode()
    page = read(client, carl)
    for words in SEEN:
        assert words in page.words, words
    for words in HIDDEN:
        assert words not in html, words
    main = html.partition("<main")[2].partition("</main>")[0]
    assert "<form" not in main and "data-change" not in main
    dorte = client.get(f"/plans/{cast.plan_id}/as/{cast.members['professional']}/").content.decode()
    assert all(words not in dorte for words in (*SEEN, *HIDDEN))
    assert "Ikke noget lige nu." in dorte


def test_it_is_what_they_read_themselves(cast: Cast, signed_in: SignedIn) -> None:
    lets_him_see(cast, cast.members["supporter"])
    here, client = f"/plans/{cast.plan_id}/", signed_in(cast.supporter)
    theirs = " ".join(
        read(client, here + page).words for page in ("", "strengths/", "progress/", "meetings/", "measurements/eleven/")
    )
    assert all(words in theirs for words in SEEN) and not any(words in theirs for words in HIDDEN)


def test_a_meeting_they_are_asked_to_is_counted_among_what_they_see(cast: Cast, signed_in: SignedIn) -> None:
    client, page = signed_in(cast.citizen), f"/plans/{cast.plan_id}/network/"
    meeting_id = cast.plans_meeting("supporter")
    assert "Kan se 1 møde. Ikke andet." in read(client, page).words
    assert f"/plans/{cast.plan_id}/meetings/{meeting_id}/" in read(client, page).links
    cast.does("citizen", do.UnaskFromMeeting(meeting_id=meeting_id, member_id=cast.members["supporter"]))
    assert "møde. Ikke andet." not in read(client, page).words


def test_a_shared_goal_is_there_before_it_has_a_step(cast: Cast, signed_in: SignedIn) -> None:
    carl, goal = cast.members["supporter"], cast.adds_goal(title="Mere ro på")
    cast.adds_goal(title="Af med gælden")
    cast.does("citizen", do.ShareGoal(goal_id=goal, member_id=carl))
    theirs = read(signed_in(cast.supporter), f"/plans/{cast.plan_id}/")
    assert "Mere ro på" in theirs.words and "ikke delt noget" not in theirs.words and "gælden" not in theirs.words
    assert f"/plans/{cast.plan_id}/goals/{goal}/" in theirs.links
    here = f"/plans/{cast.plan_id}/as/{carl}/"
    assert f"{here}goals/{goal}/" in read(signed_in(cast.citizen), here).links
    cast.adds_step(title="Gå en tur", goal_id=goal)
    assert "uden skridt" not in read(signed_in(cast.supporter), f"/plans/{cast.plan_id}/").words
