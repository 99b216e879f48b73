"""Language, theme and size of text are kept on the device, and lead back to where one was, never to another site."""

import pytest
from django.test import Client

from tests.cast import Cast
from tests.pages.conftest import SignedIn


@pytest.mark.parametrize(
    ("sent", "shown"),
    [
        ({"language": "en"}, 'lang="en"'),
        ({"theme": "dark"}, 'data-theme="dark"'),
        ({"text": "largest"}, 'data-text-size="largest"'),
    ],
)
def test_what_is_chosen_shows_on_the_next_page(client: Client, db: None, sent: dict[str, str], shown: str) -> None:
    answer = client.post("/settings/", {**sent, "next": "/accessibility/"})
    assert (answer.status_code, answer.headers["Location"]) == (303, "/accessibility/")
    assert shown in client.get("/accessibility/").content.decode()


@pytest.mark.parametrize("sent", [{"language": "xx"}, {"theme": "<script>"}, {"text": "9000"}, {"unknown": "1"}, {}])
def test_what_is_no_choice_is_passed_over(client: Client, db: None, sent: dict[str, str]) -> None:
    assert not client.post("/settings/", sent).cookies


@pytest.mark.parametrize("elsewhere", ["https://evil.example/", "//evil.example", "javascript:alert(1)", "/\\evil", ""])
def test_the_way_back_is_always_our_own(client: Client, db: None, elsewhere: str) -> None:
    answer = client.post("/settings/", {"theme": "light", "next": elsewhere})
    assert answer.headers["Location"] == "/"


def test_reading_changes_nothing(client: Client, db: None) -> None:
    assert client.get("/settings/", {"theme": "dark"}).status_code == 405


def test_the_choices_stand_on_mig(cast: Cast, signed_in: SignedIn) -> None:
    page = signed_in(cast.citizen).get(f"/plans/{cast.plan_id}/me/").content.decode()
    for choice in ("language", "theme", "text"):
        assert f'name="{choice}"' in page
    assert "English" in page
