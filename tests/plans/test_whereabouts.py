"""What looks like a place is found however it is written, and what people write every day is left in peace."""

import time
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from backend.plans.whereabouts import AT_MOST, LONGEST, places_in

PLACES = {
    "Vi ses Skovvej 12, 2. tv kl. 14": "Skovvej 12, 2. tv",
    "jeg bor på skovvej 12": "skovvej 12",
    "Nørregade 4 b, st. th": "Nørregade 4 b, st. th",
    "Hent nøglen i Gammel Kongevej 110A.": "Kongevej 110A",
    "H.C. Andersens Boulevard 12": "Andersens Boulevard 12",
    "Sankt Hans Torv 3, 4. sal": "Hans Torv 3, 4. sal",
    "Nørre Allé 5": "Nørre Allé 5",
    "Strandvænget nr. 7": "Strandvænget nr. 7",
    "Østergårdsvej 9-11": "Østergårdsvej 9",
    "Hos Rugmarken 8": "Rugmarken 8",
    "Birkeparken 21, 1. mf": "Birkeparken 21, 1. mf",
    "12, 3. th": "12, 3. th",
    "8000 Aarhus": "8000 Aarhus",
    "Toget til 8000 aarhus c": "8000 aarhus",
    "DK-5000 Odense": "DK-5000 Odense",
    "2100 København Ø": "2100 København",
    "Flyt til 6990 Ulfborg": "6990 Ulfborg",
    "Ring til krisecentret": "krisecentret",
    "Mød Anna på KVINDEHJEMMET": "KVINDEHJEMMET",
    "Sov på bostedet i nat": "bostedet",
    "Herberget har plads": "Herberget",
    "55.6761, 12.5683": "55.6761, 12.5683",
    "N 55°40": "55°40",
    "Se her https://maps.app.goo.gl/AbC123 og kom": "https://maps.app.goo.gl/AbC123",
    "https://www.google.dk/maps/place/x": "https://www.google.dk/maps/place/x",
    "krak.dk/kort": "krak.dk/kort",
    "9F7JMH6C+2Q": "9F7JMH6C+2Q",
    "///sko.sol.bog": "///sko.sol.bog",
}
EVERYDAY = (
    "Ring til lægen på tirsdag kl. 10.30",
    "Gå en tur i parken 3 gange om ugen",
    "Gå til stranden 2 gange",
    "Skriv til Mads Lindholm 14.30",
    "Ring til Søren Østergård 9-15",
    "Ring 12 34 56 78 eller 87654321",
    "Gå 8000 skridt",
    "Spar 5000 kroner",
    "Spar 5000 Kroner",
    "Tak 1000 Gange",
    "I 2026 Mikkel bliver 18",
    "Vi er på vej 3 mand",
    "Danmark 2026",
    "Lave mad til 12 personer",
    "Tag 2 piller 3 gange om dagen",
    "Læs side 12, 13 og 14",
    "Se kamp 2. halvleg på tv",
    "Det koster 1.500, 2.000 eller 3.000",
    "Øv 1.5, 2.5 og 3.5",
    "Mød op i skolegården",
    "Find en bolig",
    "Sluk lyset kl. 23",
    "C++ 2+2",
    "Handle ind i byen",
    "Amina Holm 34 år",
    "",
)


@pytest.mark.parametrize("text", PLACES)
def test_a_place_is_found(text: str) -> None:
    assert places_in(text) == (PLACES[text],)
    assert places_in(unicodedata.normalize("NFD", text)) == (PLACES[text],), "letters in two parts"
    assert places_in("\u200b".join(text)), "unseen signs between the letters"


@pytest.mark.parametrize("text", EVERYDAY)
def test_everyday_words_are_left_in_peace(text: str) -> None:
    assert places_in(text) == ()


def test_several_are_told_in_order_and_not_too_many() -> None:
    text = "Fra krisecentret til Skovvej 1, så Skovvej 2, så Skovvej 3 og Skovvej 1"
    assert places_in(text) == ("krisecentret", "Skovvej 1", "Skovvej 2")


@settings(max_examples=50, deadline=None)
@given(st.text(alphabet="aAvejgdøØ 12.,-°/+()", max_size=300) | st.text(max_size=300))
def test_no_text_makes_it_stumble(text: str) -> None:
    found = places_in(text)
    assert len(found) <= AT_MOST and all(0 < len(piece) <= LONGEST for piece in found)


@pytest.mark.parametrize("piece", ["A", "a.", "vej ", "Skovvej", "12 ", "1.2345", "w-", "9F7J", "bo", "Aa "])
def test_the_longest_text_takes_no_time(piece: str) -> None:
    began = time.process_time()
    places_in((piece * 2000)[:2000])
    assert time.process_time() - began < 0.25
