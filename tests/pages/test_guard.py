"""That an address is protected is said, loudly, wherever staff act for its citizen, and told to nobody else."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from backend.plans import commands as do
from tests.access.visitors import signed_in
from tests.cast import Cast, gather, person

pytestmark = pytest.mark.django_db
GUARD, WORDS, DRAWING = 'id="guard"', "Adressen er beskyttet", "#shield-alert"


def acting_on(cast: Cast) -> list[str]:
    """Every page on which a consultant can write or choose something for a citizen."""
    step_id, goal_id = cast.adds_step(), cast.adds_goal()
    pages = ("", "steps/new/", f"steps/{step_id}/", "goals/new/", f"goals/{goal_id}/")
    return [*pages, "life-goal/", "strengths/", "network/", "handover/", "me/"]


def told(client: Client, cast: Cast, page: str) -> str:
    return client.get(f"/plans/{cast.plan_id}/{page}").content.decode()


def test_the_consultant_reads_it_on_every_page_and_when_something_is_refused() -> None:
    cast = gather(protected=True)
    client = signed_in(cast.consultant)
    for page in acting_on(cast):
        body = told(client, cast, page)
        assert GUARD in body and WORDS in body and DRAWING in body, page
    change = {"kind": "reword_step", "step_id": cast.adds_step(), "field": "words", "text": "x", "was": ""}
    refusal = client.post(f"/plans/{cast.plan_id}/changes/", change)
    assert refusal.status_code == 403 and GUARD in refusal.content.decode()


def test_it_is_said_of_nobody_else_and_to_nobody_else() -> None:
    cast = gather()
    for page in acting_on(cast):
        assert WORDS not in told(signed_in(cast.consultant), cast, page), page
    cast.does("office", do.SetProtection(protected=True))
    step_id = cast.adds_step()
    cast.shares(step_id)
    for who in (cast.citizen, cast.supporter):
        for page in ("", f"steps/{step_id}/", "steps/new/", "me/", "screen/"):
            assert GUARD not in told(signed_in(who), cast, page), (who, page)
    assert "eskyttet" not in told(signed_in(cast.supporter), cast, "")
    assert GUARD not in told(signed_in(cast.consultant), cast, "screen/"), "the wall is for the whole room"


def test_the_office_reads_it_at_the_row_and_before_it_acts() -> None:
    gather(protected=True)
    client = signed_in(person("jens", "Jens Kontor", staff_role="administrator"))
    body = client.get("/office/citizens/").content.decode()
    row = body.partition("Amina Holm")[2].partition("</details>")[0]
    assert WORDS in row and "Skriv aldrig i Tavlen" in row and row.count(DRAWING) == 2
    lines = "Nummer;Navn;Konsulent;Beskyttet\n17;Åse Ærø;Bente Krog;ja\n18;Bo Lind;Bente Krog;nej\n"
    preview = client.post(
        "/office/intake/", {"file": SimpleUploadedFile("borgere.csv", lines.encode())}
    ).content.decode()
    assert preview.count(WORDS) == 1 and WORDS in preview.partition("Åse Ærø")[2].partition("</li>")[0]
