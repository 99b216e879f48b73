"""The page Samtykke, by plain forms: asked on the desk, answered by the citizen, told to the consultant at once."""

from django.test import Client

from backend.common import clock
from backend.common.ids import new_id
from backend.people.consent_texts import add_version
from backend.people.models import ConsentText
from backend.plans import commands as do
from backend.plans.reads.caseload import read_caseload
from tests.cast import Cast
from tests.pages.reading import Page

SAID = {
    "giver": "Jobcenter",
    "receiver": "Sundhed",
    "what": "Mine tider",
    "why": "Så vi følges ad",
    "until": "2031-05-04",
}


def as_(cast: Cast, role: str) -> Client:
    client = Client()
    client.force_login(cast.person_of(role))
    return client


def test_asked_answered_and_taken_back_without_scripts(cast: Cast) -> None:
    bente, amina = as_(cast, "consultant"), as_(cast, "citizen")
    here = f"/plans/{cast.plan_id}/"

    def read(client: Client, where: str = "consents/") -> Page:
        return Page(client.get(here + where).content.decode())

    assert "Vil du sige ja til, at vi laver én plan sammen?" in read(amina, "today/").words
    assert "ikke svaret på samtykket til planen endnu" in read(bente, "").words
    assert not read(bente).has_form("give_consent") and not read(amina).has_form("ask_consent")
    assert read(bente).form("ask_consent").send(bente, **SAID)["Location"] == f"{here}consents/"
    waiting = read(amina, "today/").words
    assert "Må Jobcenter dele noget med Sundhed?" in waiting and f"{here}consents/" in read(amina, "today/").links
    asked = next(form for form in read(amina).forms if form.fields.get("kind") == "give_consent")
    assert '<input type="radio"' not in amina.get(f"{here}consents/").content.decode()
    for form in [form for form in read(amina).forms if form.fields.get("kind") == "give_consent"]:
        assert form.send(amina).status_code == 303
    assert "til dig" not in read(amina, "today/").words
    (row,) = read_caseload(cast.consultant.pk)
    assert (row.why, row.waits) == ("consent_given", True)
    assert "ikke svaret" not in read(bente, "").words and "Sagde ja" in read(bente).words
    (row,) = read_caseload(cast.consultant.pk)
    assert row.why != "consent_given", "it was read"
    for form in [form for form in read(amina).forms if form.fields.get("kind") == "withdraw_consent"]:
        assert form.send(amina).status_code == 303
    desk = read(bente, "").words
    assert "Samtykket til planen er trukket tilbage i dag" in desk
    assert "Jobcenter må ikke dele med Sundhed længere. Trukket tilbage i dag" in desk
    assert "har trukket et samtykke tilbage" in desk
    assert asked.send(amina).status_code == 303, "what was said before is not said twice"
    assert "Du trak dit ja tilbage" in read(amina).words and "Udgave 1" in read(amina).words


def test_the_words_of_the_version_given_stand_there_and_the_new_ones_beside(cast: Cast) -> None:
    amina, here = as_(cast, "citizen"), f"/plans/{cast.plan_id}/consents/"
    words = ConsentText.objects.get(kind="holistic_plan").da.partition("\n")[0]
    form = Page(amina.get(here).content.decode()).form("give_consent")
    assert form.send(amina).status_code == 303
    add_version(ConsentText(kind="holistic_plan", da="Helt andre ord <b>", en="Quite other words"))
    page = amina.get(here).content.decode()
    assert words in page and "Helt andre ord &lt;b&gt;" in page and "Teksten har fået en ny udgave" in page
    late = form.send(amina, after="7")
    assert late.status_code == 409 and "Læs den nye" in late.content.decode()


def test_on_the_others_pages_there_is_nothing_of_it(cast: Cast) -> None:
    cast.does("consultant", do.AskConsent(question_id=new_id(), **{**SAID, "until": clock.today()}))  # type: ignore[arg-type]
    nothing = f"/plans/{10**9}/consents/"
    for role in ("supporter", "professional", "stranger"):
        client = as_(cast, role)
        assert client.get(f"/plans/{cast.plan_id}/consents/").content == client.get(nothing).content
        assert "amtykke" not in client.get(f"/plans/{cast.plan_id}/").content.decode()
        assert "consents" not in client.get(f"/plans/{cast.plan_id}/me/").content.decode()
