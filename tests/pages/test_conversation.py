"""Beskeder as the two read and write them, without scripts."""

import re
from datetime import timedelta
from typing import Any

import pytest

from backend.common import clock
from backend.common.ids import new_id
from backend.plans import commands as c
from backend.plans.models import Message
from backend.plans.reads.board import read_board
from backend.plans.reads.conversation import read_conversation
from tests.cast import Cast
from tests.pages.conftest import SignedIn
from tests.pages.reading import read

LONG = "æ" * 2001


@pytest.fixture
def talk(cast: Cast) -> str:
    return f"/plans/{cast.plan_id}/conversation/"


def writes(cast: Cast, who: str, words: str, **more: Any) -> None:
    cast.does(who, c.WriteMessage(message_id=new_id(), words=words, **more))


def test_the_two_write_to_each_other_by_plain_forms(cast: Cast, signed_in: SignedIn, talk: str) -> None:
    citizen, consultant = signed_in(cast.citizen), signed_in(cast.consultant)
    read(citizen, talk).form("write_message").send(citizen, words="Kan du ringe?", message_id=str(new_id()))
    page = read(consultant, talk)
    assert "Kan du ringe?" in page.words
    page.form("write_message").send(consultant, words="Ja, nu", message_id=str(new_id()))
    assert "Ja, nu" in read(citizen, talk).words


def test_what_is_too_long_comes_back_with_its_words(cast: Cast, signed_in: SignedIn, talk: str) -> None:
    client = signed_in(cast.citizen)
    answer = read(client, talk).form("write_message").send(client, words=LONG, message_id=str(new_id()))
    assert answer.status_code in (409, 422)
    assert LONG in answer.content.decode()
    assert not Message.objects.exists()


def test_the_badge_is_on_every_page_until_it_is_read(cast: Cast, signed_in: SignedIn, talk: str) -> None:
    writes(cast, "consultant", "Hej Amina")
    client = signed_in(cast.citizen)
    for page in ("", "today/", "network/", "me/", "conversation/"):
        assert "1 at læse" in read(client, f"/plans/{cast.plan_id}/{page}").words, page
    assert "Du har nye beskeder fra Bente" in read(client, f"/plans/{cast.plan_id}/today/").words
    answer = client.post(f"{talk}read/", {"upto": 1})
    assert answer.status_code == 303
    for page in ("", "today/", "network/", "me/", "conversation/"):
        assert "at læse" not in read(client, f"/plans/{cast.plan_id}/{page}").words, page


@pytest.mark.parametrize("upto", ["", "-1", "٣", "1" * 30, "x"])
def test_how_far_one_has_read_is_a_number(cast: Cast, signed_in: SignedIn, talk: str, upto: str) -> None:
    assert signed_in(cast.citizen).post(f"{talk}read/", {"upto": upto}).status_code == 404


def test_html_is_text_and_only_links_of_the_web_are_links(cast: Cast, signed_in: SignedIn, talk: str) -> None:
    writes(cast, "citizen", "<img src=x onerror=alert(1)> https://havlunde.dk/a javascript:alert(1)")
    html = signed_in(cast.consultant).get(talk).content.decode()
    assert "<img" not in html
    assert re.search(r'<a href="?https://havlunde\.dk/a"? rel="?nofollow', html)
    assert 'href="javascript' not in html and "href=javascript" not in html


def test_a_card_is_quoted_from_its_own_sheet(cast: Cast, signed_in: SignedIn, talk: str) -> None:
    step_id, client = cast.adds_step(title="Ring til lægen"), signed_in(cast.citizen)
    sheet = client.get(f"/plans/{cast.plan_id}/steps/{step_id}/").content.decode()
    assert f"/conversation/?about={step_id}#write" in sheet
    page = read(client, f"{talk}?about={step_id}")
    assert "Om kortet : Ring til lægen" in page.words or "Om kortet: Ring til lægen" in page.words
    page.form("write_message").send(client, words="Den her", message_id=str(new_id()))
    quoted = read_conversation(cast.seat("consultant")).messages[0].step
    assert quoted is not None
    assert quoted.id == step_id
    assert "Om kortet" not in read(client, f"{talk}?about={new_id()}").words


def test_a_message_becomes_a_step_by_one_press(cast: Cast, signed_in: SignedIn, talk: str) -> None:
    writes(cast, "consultant", "Ring til banken\nDe har åbent til fire")
    client = signed_in(cast.citizen)
    read(client, talk).form("add_step").send(client, step_id=str(new_id()))
    assert [card.title for card in read_board(cast.seat("citizen")).cards] == ["Ring til banken"]
    assert "Gør det til et skridt" not in read(client, talk).words


def test_what_is_fetched_again_can_be_taken_back_again(cast: Cast, signed_in: SignedIn, talk: str) -> None:
    writes(cast, "citizen", "Hej")
    client = signed_in(cast.citizen)
    for kind, there in (("remove_message", False), ("restore_message", True), ("remove_message", False)):
        read(client, talk).form(kind).send(client)
        assert bool(read_conversation(cast.seat("consultant")).messages) is there


def test_after_a_quarter_of_an_hour_there_is_nothing_to_put_right(cast: Cast, signed_in: SignedIn, talk: str) -> None:
    writes(cast, "citizen", "Hej")
    client = signed_in(cast.citizen)
    assert "Tag beskeden tilbage" in read(client, talk).words
    assert "Tag beskeden tilbage" not in read(signed_in(cast.consultant), talk).words
    with clock.standing_at(clock.now() + timedelta(minutes=16)):
        assert "Tag beskeden tilbage" not in read(client, talk).words


def test_what_was_said_long_ago_is_leafed_back_to(cast: Cast, signed_in: SignedIn, talk: str) -> None:
    for number in range(1, 64):
        writes(cast, "citizen", f"Nr. {number}.")
    client = signed_in(cast.consultant)
    newest = read(client, talk).words
    assert "Nr. 31." in newest and "Nr. 63." in newest and "Nr. 30." not in newest
    earlier = read(client, f"{talk}1/").words
    assert "Nr. 1." in earlier and "Nr. 30." in earlier and "Nr. 31." not in earlier
    assert client.get(f"{talk}4/").status_code == client.get(f"{talk}0/").status_code == 404


def test_the_citizen_says_whether_their_reading_is_seen(cast: Cast, signed_in: SignedIn, talk: str) -> None:
    writes(cast, "consultant", "Hej")
    citizen, consultant = signed_in(cast.citizen), signed_in(cast.consultant)
    citizen.post(f"{talk}read/", {"upto": 1})
    assert "Læst af" not in read(consultant, talk).words
    read(citizen, talk).form("show_reading").send(citizen)
    assert "Læst af Amina" in read(consultant, talk).words


def test_the_question_of_the_week_is_answered_by_one_press(cast: Cast, signed_in: SignedIn, talk: str) -> None:
    client = signed_in(cast.citizen)
    assert "Hvad gik godt i denne uge?" not in client.get(talk).content.decode()
    asked = read(client, f"{talk}?week=1")
    assert "Hvad gik godt i denne uge?" in asked.words and "lille skridt" in asked.words
    assert asked.form("write_message", words="Min uge var svær.").send(client)["Location"].startswith(talk)
    assert "Min uge var svær." in read(signed_in(cast.consultant), talk).words
    assert "denne uge" not in signed_in(cast.consultant).get(f"{talk}?week=1").content.decode()
