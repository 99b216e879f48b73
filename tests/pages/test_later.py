"""Skriv til senere, and the ready texts beside the field: plain forms, read and written without scripts."""

from datetime import timedelta

from backend.common import clock
from backend.people.models import Organisation, Person, ReadyText, Team
from backend.plans.later import send_due
from tests.cast import Cast
from tests.pages.conftest import SignedIn
from tests.pages.reading import read


def test_a_message_is_laid_aside_put_right_and_sent(cast: Cast, signed_in: SignedIn) -> None:
    talk, client, citizen = f"/plans/{cast.plan_id}/conversation/", signed_in(cast.consultant), signed_in(cast.citizen)
    tomorrow = clock.today() + timedelta(days=1)
    when = {"day": tomorrow.isoformat(), "hour": "08:30"}
    assert client.post(f"{talk}later/", {"words": "Held og lykke", **when}).status_code == 303
    assert "Bliver sendt i morgen kl. 08.30" in read(client, talk).words
    assert "Held og lykke" not in read(citizen, talk).words
    html = client.get(f"{talk}later/").content.decode()
    scheduled_id = html.partition('name="scheduled_id" value="')[2][:36]
    for told in ({"words": "Pøj pøj", **when}, {"remove": "1"}, {"restore": "1"}):
        assert client.post(f"{talk}later/", {"scheduled_id": scheduled_id, **told}).status_code == 303
    with clock.standing_at(clock.now() + timedelta(days=2)):
        send_due()
    assert "Pøj pøj" in read(citizen, talk).words
    assert "Bliver sendt" not in read(client, talk).words


def test_what_is_refused_comes_back_with_its_words(cast: Cast, signed_in: SignedIn) -> None:
    later = f"/plans/{cast.plan_id}/conversation/later/"
    client = signed_in(cast.consultant)
    for day, hour in (("2020-01-01", "08:00"), ("", ""), ("x", "25:00")):
        answer = client.post(later, {"words": "Mine ord", "day": day, "hour": hour})
        assert answer.status_code == 409
        assert "Mine ord" in answer.content.decode()
    assert client.post(later, {"scheduled_id": "x", "send": "1"}).status_code == 404


def test_a_teams_consultants_keep_its_ready_texts(cast: Cast, signed_in: SignedIn) -> None:
    house = Organisation.objects.create(name="Havlunde", kind="municipality")
    team, other = (Team.objects.create(organisation=house, name=name) for name in ("Mit", "Et andet"))
    client, talk = signed_in(cast.consultant), f"/plans/{cast.plan_id}/conversation/"
    assert client.post("/ready/", {"name": "Ros", "words": "Flot"}).status_code == 404  # no team yet
    Person.objects.filter(pk=cast.consultant.pk).update(team=team)
    theirs, for_all = (ReadyText.objects.create(name="x", words="y", team=one) for one in (other, None))
    assert client.post("/ready/", {"name": "Ros", "words": "Flot", "next": talk})["Location"].endswith(
        "conversation%2F"
    )
    one = ReadyText.objects.get(team=team)
    there = {"text": one.pk, "name": "Ros", "was": "Flot"}
    assert client.post("/ready/", {**there, "words": "Det\r\nvar <godt>"}).status_code == 303
    answer = client.post("/ready/", {**there, "words": "Mine ord"})  # a colleague's page was older
    assert answer.status_code == 409 and "En kollega har rettet" in answer.content.decode()
    assert "Det\nvar &lt;godt&gt;</textarea>" in client.get(f"{talk}?ready={one.pk}").content.decode()
    client.post("/ready/", {"text": one.pk, "remove": "1"})
    assert "Ros" not in read(client, talk).words
    client.post("/ready/", {"text": one.pk, "restore": "1"})
    assert "Ros" in read(client, talk).words
    for text in (theirs, for_all):
        assert client.post("/ready/", {**there, "text": text.pk, "words": "Mine"}).status_code == 404
        assert client.post("/ready/", {"text": text.pk, "remove": "1"}).status_code == 404
    assert client.post("/ready/", {"name": "", "words": "x"}).status_code == 409
    assert "/ready/" not in signed_in(cast.citizen).get(talk).content.decode()


def test_a_ready_text_comes_into_the_field_and_is_not_sent(cast: Cast, signed_in: SignedIn) -> None:
    house = Organisation.objects.create(name="Havlunde", kind="municipality")
    mine, other = (Team.objects.create(organisation=house, name=name) for name in ("Mit", "Et andet"))
    Person.objects.filter(pk=cast.consultant.pk).update(team=mine)
    one = ReadyText.objects.create(name="Ros", words="Det var <godt> gået", team=mine)
    theirs = ReadyText.objects.create(name="Deres", words="Ikke vores", team=other)
    ReadyText.objects.create(name="Gammel", words="x", valid_from=clock.today() - timedelta(days=9),
                             valid_until=clock.today() - timedelta(days=1))  # fmt: skip
    talk, client = f"/plans/{cast.plan_id}/conversation/", signed_in(cast.consultant)
    words = read(client, talk).words
    assert "Ros" in words and "Deres" not in words and "Gammel" not in words
    assert "Det var &lt;godt&gt; gået</textarea>" in client.get(f"{talk}?ready={one.pk}").content.decode()
    assert "Ikke vores" not in client.get(f"{talk}?ready={theirs.pk}").content.decode()
    assert "klar tekst" not in read(signed_in(cast.citizen), talk).words
    assert "Det var" not in read(signed_in(cast.citizen), f"{talk}?ready={one.pk}").words
