"""Before a meeting: what the room may see, seen as the others will see it; and what the consultant promised."""

from datetime import timedelta

from backend.common import clock
from backend.plans import commands as c
from tests.cast import Cast
from tests.pages.conftest import SignedIn
from tests.pages.reading import read


def test_what_is_ticked_is_in_the_room_and_nobody_else_ticks(cast: Cast, signed_in: SignedIn) -> None:
    step, client = str(cast.adds_step(title="Ring til lægen")), signed_in(cast.citizen)
    page = f"/plans/{cast.plan_id}/room/"
    read(client, page).form("show_in_room", subject_id=step).send(client)
    assert "Ring til lægen" in client.get(f"/plans/{cast.plan_id}/screen/").content.decode()
    read(client, page).form("hide_from_room", subject_id=step).send(client)
    assert "Ring til lægen" not in client.get(f"/plans/{cast.plan_id}/screen/").content.decode()
    assert [signed_in(cast.person_of(who)).get(page).status_code for who in ("consultant", "supporter")] == [404, 404]


def test_the_citizen_sees_it_as_each_will_in_the_meeting(cast: Cast, signed_in: SignedIn) -> None:
    for title, is_in in (("Ring til lægen", True), ("Skriv til Ida", False)):
        step = cast.adds_step(title=title)
        if is_in:
            cast.does("citizen", c.ShowInRoom(subject="step", subject_id=step))
            shown = step
    meeting_id, client = cast.plans_meeting("supporter"), signed_in(cast.citizen)
    carl = f"/plans/{cast.plan_id}/as/{cast.members['supporter']}/"
    now, then = read(client, carl), read(client, f"{carl}in/{meeting_id}/")
    assert "Ring til lægen" not in now.words
    assert "Ring til lægen" in then.words and "Skriv til Ida" not in then.words and "under mødet" in then.words
    assert client.get(f"{carl}in/{meeting_id}/steps/{shown}/").status_code == 200
    assert f"{carl}in/{meeting_id}/" in read(client, f"/plans/{cast.plan_id}/room/").links
    dorte = f"/plans/{cast.plan_id}/as/{cast.members['professional']}/in/{meeting_id}/"
    assert client.get(dorte).status_code == 404, "not asked"
    assert cast.seat("supporter").meeting is None


def test_the_consultant_reads_what_they_promised_first(cast: Cast, signed_in: SignedIn) -> None:
    yesterday, soon = clock.today() - timedelta(days=1), clock.today() + timedelta(days=3)
    for title, who, due in (("Find cyklen", "citizen", soon), ("Ring til banken", "consultant", yesterday)):
        step = cast.adds_step(title=title, responsible=cast.members[who], due=due)
        cast.does("citizen", c.MoveStep(step_id=step, status="agreed"))
    page = f"/plans/{cast.plan_id}/meetings/{cast.plans_meeting('supporter')}/"
    words = read(signed_in(cast.consultant), page).words
    assert words.index("Ring til banken") < words.index("ikke gjort endnu") < words.index("Find cyklen")
    assert "Det har I aftalt" not in read(signed_in(cast.supporter), page).words
