"""Aftercare as the two see it."""

from datetime import timedelta

from tests.cast import Cast
from tests.pages.conftest import SignedIn
from tests.pages.reading import read
from tests.plans.test_check_ins import in_aftercare


def test_one_tap_on_the_first_page_reaches_the_consultants_home(cast: Cast, signed_in: SignedIn) -> None:
    due = in_aftercare(cast, 8) + timedelta(days=7)
    amina, bente, at = signed_in(cast.citizen), signed_in(cast.consultant), f"/plans/{cast.plan_id}"
    read(amina, f"{at}/today/").form("answer_check_in", due=due.isoformat()).send(
        amina, answer="badly", words="Chefen råber"
    )
    today = read(amina, f"{at}/today/")
    assert "Du svarede: Det går skævt" in today.words and not today.has_form("answer_check_in")
    home = read(bente, "/desk/")
    assert "Siger, at det går skævt" in home.words and f"{at}/check-ins/" in home.links
    page = read(bente, f"{at}/check-ins/")
    assert "Chefen råber" in page.words and f"{at}/conversation/#write" in page.links
    assert not page.has_form("answer_check_in")
    assert "Du kan svare igen" in read(amina, f"{at}/check-ins/").words


def test_before_aftercare_nobody_is_asked(cast: Cast, signed_in: SignedIn) -> None:
    amina, at = signed_in(cast.citizen), f"/plans/{cast.plan_id}"
    assert not read(amina, f"{at}/today/").has_form("answer_check_in")
    assert "Når forløbet er slut" in read(amina, f"{at}/check-ins/").words
    assert "aldrig brugt mod dig. Det er også i orden ikke at svare" in read(amina, f"{at}/progress/used/").words
