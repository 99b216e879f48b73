"""What is not there looks the same to everybody, whatever the reason; what went wrong is said kindly."""

from pathlib import Path
from uuid import uuid4

import pytest
from django.test import Client

from backend.plans import commands as do
from tests.cast import Cast
from tests.pages.conftest import SignedIn

ABSENT = ["/nothing/", "/plans/999999/", "/plans/0/", f"/plans/{2**70}/", "/demo/"]


def test_hidden_revoked_and_never_there_are_the_same_bytes(cast: Cast, signed_in: SignedIn) -> None:
    step_id = cast.adds_step()
    supporter, stranger = signed_in(cast.supporter), signed_in(cast.stranger)
    cast.does("citizen", do.ShareStep(step_id=step_id, member_id=cast.members["supporter"]))
    assert supporter.get(f"/plans/{cast.plan_id}/steps/{step_id}/").status_code == 200
    cast.does("citizen", do.UnshareStep(step_id=step_id, member_id=cast.members["supporter"]))
    hidden = [f"/plans/{cast.plan_id}/steps/{step_id}/", f"/plans/{cast.plan_id}/goals/{uuid4()}/"]
    answers = [supporter.get(address) for address in (*hidden, *ABSENT)]
    answers += [stranger.get(address) for address in (f"/plans/{cast.plan_id}/", *hidden, *ABSENT)]
    assert {answer.status_code for answer in answers} == {404}
    assert len({answer.content for answer in answers}) == 1


def test_it_is_said_in_the_chosen_language_and_leads_on(client: Client, db: None) -> None:
    danish = client.get("/nothing/").content.decode()
    assert 'href="/"' in danish
    client.post("/settings/", {"language": "en"})
    assert 'lang="en"' in client.get("/nothing/").content.decode()


@pytest.mark.django_db
def test_what_went_wrong_is_said_without_a_word_about_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def breaks(*_: object, **__: object) -> None:
        raise RuntimeError("the secret of the machine")

    monkeypatch.setattr("citizen_app.pages.accessibility.render", breaks)
    answer = Client(raise_request_exception=False).get("/accessibility/")
    assert answer.status_code == 500
    assert "Det er ikke din skyld" in answer.content.decode()
    assert "secret" not in answer.content.decode()


def test_neither_page_has_anything_inline() -> None:
    for name in ("404", "500", "plain"):
        html = Path(f"templates/errors/{name}.html").read_text()
        assert "style=" not in html
        assert "<script" not in html
