"""A handover as each of the three sees it."""

from django.test import Client

from backend.people.models import Person
from backend.plans import commands as do
from backend.plans.models import Visit
from tests.cast import Cast, person
from tests.pages.conftest import SignedIn
from tests.pages.reading import read
from tests.plans.test_handover_kit import promises


def in_(who: Person) -> Client:
    client = Client()
    client.force_login(who)
    return client


def test_a_handover_from_letter_to_promise(cast: Cast, signed_in: SignedIn) -> None:
    lone = person("lone", "Lone Sivkær", staff_role="consultant")
    promises(cast, "Skriv til udlejer")
    amina, bente, at = signed_in(cast.citizen), signed_in(cast.consultant), f"/plans/{cast.plan_id}"
    read(amina, f"{at}/about-me/").form("write_about_me").send(amina, words="Ring efter klokken ti")
    before = read(bente, f"{at}/handover/")
    assert "læser den nye konsulent først" in before.words and f"{at}/meetings/new/?all=three" in before.links
    assert "alle tre" in read(bente, f"{at}/meetings/new/?all=three").form("plan_meeting").fields["purpose"]
    assert read(bente, f"{at}/meetings/new/").form("plan_meeting").fields["purpose"] == ""
    bente.post(f"{at}/handover/", {"to": lone.pk})
    new = in_(lone)
    assert f"{at}/takeover/" in read(new, "/desk/").links
    page = read(new, f"{at}/takeover/")
    assert page.words.index("Ring efter klokken ti") < page.words.index("Lovet af Bente Krog")
    page.form("give_voice").send(new)
    assert "Lone Sivkær har taget det" in read(amina, f"{at}/takeover/").words
    assert "Du har taget det" in read(new, f"{at}/takeover/").words
    assert Visit.objects.filter(what="takeover", person_id=lone.pk).exists()
    assert bente.get(f"{at}/about-me/").status_code == 404


def test_today_asks_once_for_a_letter(cast: Cast, signed_in: SignedIn) -> None:
    lone = person("lone", "Lone Sivkær", staff_role="consultant")
    amina, today = signed_in(cast.citizen), f"/plans/{cast.plan_id}/today/"
    assert "er din konsulent nu" not in read(amina, today).words
    signed_in(cast.consultant).post(f"/plans/{cast.plan_id}/handover/", {"to": lone.pk})
    assert "Lone Sivkær er din konsulent nu" in read(amina, today).words
    cast.does("citizen", do.WriteAboutMe(words="Ring efter klokken ti"))
    assert "er din konsulent nu" not in read(amina, today).words
