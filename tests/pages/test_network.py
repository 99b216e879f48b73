"""The people around the citizen as a map and a list, and what each can see; the citizen decides, silently, at once."""

from datetime import timedelta
from itertools import combinations

from django.test import Client

from backend.common import clock
from backend.plans import commands as do
from backend.plans.reads.network_map import read_network_map
from citizen_app.network_map import WIDTH, drawing
from tests.cast import Cast
from tests.pages.conftest import SignedIn
from tests.pages.reading import Page, read

PARTS = ("family", "kin", "friends", "work", "professional")


def page_of(cast: Cast, client: Client) -> Page:
    return read(client, f"/plans/{cast.plan_id}/network/")


def test_each_card_says_what_that_person_sees(cast: Cast, signed_in: SignedIn) -> None:
    citizen = signed_in(cast.citizen)
    assert page_of(cast, citizen).words.count("Kan ikke se noget endnu.") == 2
    cast.shares(cast.adds_step(title="Gå en tur"))
    assert "Kan kun se »Gå en tur«." in page_of(cast, citizen).words
    goal_id = cast.adds_goal()
    cast.does("citizen", do.ShareGoal(goal_id=goal_id, member_id=cast.members["supporter"]))
    assert "Kan se 1 mål med alle dets skridt og 1 skridt for sig. Ikke andet." in page_of(cast, citizen).words


def test_the_citizen_stops_sharing_here(cast: Cast, signed_in: SignedIn) -> None:
    citizen = signed_in(cast.citizen)
    cast.shares(cast.adds_step(title="Gå en tur"))
    page_of(cast, citizen).form("unshare_step").send(citizen)
    assert "Gå en tur" not in page_of(cast, citizen).words


def test_access_is_closed_at_once(cast: Cast, signed_in: SignedIn) -> None:
    citizen, supporter = signed_in(cast.citizen), signed_in(cast.supporter)
    assert supporter.get(f"/plans/{cast.plan_id}/").status_code == 200
    page_of(cast, citizen).form("end_member", member_id=str(cast.members["supporter"])).send(citizen)
    assert supporter.get(f"/plans/{cast.plan_id}/").status_code == 404
    assert "Carl" not in page_of(cast, citizen).words


def test_nobody_there_is_met_with_dignity(cast: Cast, signed_in: SignedIn) -> None:
    citizen = signed_in(cast.citizen)
    cast.does("citizen", do.EndMember(member_id=cast.members["supporter"]))
    assert "Det er helt i orden." in page_of(cast, citizen).words


def test_the_consultant_reads_and_decides_nothing(cast: Cast, signed_in: SignedIn) -> None:
    cast.shares(cast.adds_step())
    page = page_of(cast, signed_in(cast.consultant))
    assert "Carl Holm" in page.words
    assert not page.has_form("end_member")
    assert not page.has_form("unshare_step")


def test_supporters_do_not_find_each_other(cast: Cast, signed_in: SignedIn) -> None:
    for who in (cast.supporter, cast.professional, cast.stranger):
        assert signed_in(who).get(f"/plans/{cast.plan_id}/network/").status_code == 404


def test_somebody_is_put_on_the_map_with_a_name_and_who_they_are(cast: Cast, signed_in: SignedIn) -> None:
    citizen = signed_in(cast.citizen)
    page_of(cast, citizen).form("add_network_member", network_member_id="", near="2").send(
        citizen, name="Karim", relation="friends"
    )
    page = page_of(cast, citizen)
    assert "Karim Venner og andre · tæt på" in page.words
    assert page.form("move_network_member", near="1").send(citizen).status_code == 303
    assert "Karim Venner og andre · helt tæt på" in page_of(cast, citizen).words


def test_map_and_list_are_the_same_people(cast: Cast, signed_in: SignedIn) -> None:
    for number in range(30):
        cast.knows(
            f"Ven {number}", ("family", "kin", "friends", "work", "professional")[number % 5], near=number % 4 + 1
        )
    page = page_of(cast, signed_in(cast.citizen))
    on_map = [link for link in page.links if link.startswith("#n-")]
    assert len(set(on_map)) == len(on_map) == 30
    assert sum(f"Ven {number}" in page.words for number in range(30)) == 30


def test_who_sits_at_the_table_stands_once_and_says_what_they_see(cast: Cast, signed_in: SignedIn) -> None:
    citizen = signed_in(cast.citizen)
    page = page_of(cast, citizen)
    assert "Ved bordet BK Bente Krog" in page.words
    carl = str(cast.members["supporter"])
    page.form("add_network_member", member_id=carl).send(citizen, relation="family")
    words = page_of(cast, citizen).words
    assert "Familie · tæt på Kan ikke se noget endnu." in words.replace("Ræk ud til Carl Holm ", "")
    assert page_of(cast, citizen).has_form("end_member")


def test_to_reach_out_is_a_step_whose_first_words_are_there(cast: Cast, signed_in: SignedIn) -> None:
    citizen, karim = signed_in(cast.citizen), cast.knows("Karim")
    (reach,) = [link for link in page_of(cast, citizen).links if link.endswith(f"?reach={karim}")]
    form = read(citizen, reach).form("add_step")
    assert form.fields["title"] == "Ræk ud til Karim"
    form.send(citizen)
    assert "Ræk ud til Karim" in read(citizen, f"/plans/{cast.plan_id}/").words
    alone = read(citizen, f"/plans/{cast.plan_id}/steps/new/?reach=").form("add_step")
    assert alone.fields["title"] == "Ræk ud til én, jeg godt kan lide"
    for other in (cast.consultant, cast.supporter):
        page = read(signed_in(other), reach)
        assert "Karim" not in page.form("add_step").fields.values()


def test_the_consultant_reads_the_map_but_not_the_citizens_own_figure(cast: Cast, signed_in: SignedIn) -> None:
    with clock.standing_at(clock.now() - timedelta(days=70)):
        karim = cast.knows("Karim", near=4, does="Vækker mig")
    cast.does("citizen", do.MoveNetworkMember(network_member_id=karim, near=1))
    mine, theirs = (page_of(cast, signed_in(one)) for one in (cast.citizen, cast.consultant))
    for page in (mine, theirs):
        assert "Karim kom tættere på" in page.words
        assert "Vækker mig" in page.words
    assert "Det er din egen figur." in mine.words
    assert "figur" not in theirs.words
    assert not any(theirs.has_form(kind) for kind in do.OPEN if "network" in kind)


def test_names_do_not_stand_on_each_other_and_stay_in_the_picture(cast: Cast) -> None:
    for number in range(30):
        name = ("Maximiliane-Josefine Østergaard", "Bo", "Wolfgang Å")[number % 3]
        cast.knows(name, PARTS[number % 5], near=number % 4 + 1)
    dots = drawing(read_network_map(cast.seat("citizen")).people)["dots"]
    boxes = []
    for dot in (one for one in dots if one.label):
        half, low = len(dot.label) * 3.35, dot.y + dot.label_y
        boxes.append((dot.x + dot.label_x - half, low - 11, dot.x + dot.label_x + half, low + 3))
    assert len(boxes) > 15
    assert all(left >= 0 and right <= WIDTH for left, _top, right, _low in boxes)
    for one, other in combinations(boxes, 2):
        assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
