"""What waits for the consultant is told until that very thing is answered; a thank-you for something else does not."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from backend.common import clock
from backend.common.ids import new_id
from backend.plans import commands as c
from backend.plans import visits
from backend.plans.models import ConsentQuestion
from backend.plans.reads.caseload import read_caseload
from backend.plans.reads.facts import Reason, Tier
from backend.plans.reads.unanswered import REMINDED
from tests.cast import Cast, gather

MOST = 8


@pytest.fixture
def cast(db: None) -> Cast:
    return gather()


def reasons(cast: Cast) -> dict[str, Reason]:
    (row,) = read_caseload(cast.consultant.pk)
    return {one.kind: one for one in row.reasons}


def kinds(cast: Cast) -> set[str]:
    """Of what waits; what is good to look to is another matter."""
    return {one.kind for one in reasons(cast).values() if one.tier == Tier.WAITS}


def thanks(cast: Cast) -> None:
    cast.does("consultant", c.WriteMessage(message_id=new_id(), words="Tak"))


def remarks(cast: Cast, step: UUID, who: str = "citizen", audience: str = "us") -> UUID:
    remark_id = new_id()
    said = {"remark_id": remark_id, "step_id": step, "words": "Har du hørt noget?", "audience": audience}
    cast.does(who, c.RemarkOnStep(**said))  # type: ignore[arg-type]
    return remark_id


def asks(cast: Cast) -> UUID:
    question = new_id()
    told = {"giver": "Jobcenter", "receiver": "Sundhed", "what": "Planen", "why": "Så I ved det"}
    cast.does("consultant", c.AskConsent(question_id=question, until=clock.today() + timedelta(days=90), **told))
    return question


def says_yes(cast: Cast, question: UUID) -> None:
    cast.does("citizen", c.GiveConsent(question_id=question, version=1))


def a_consent_taken_back(cast: Cast) -> str:
    question = asks(cast)
    says_yes(cast, question)
    cast.does("citizen", c.WithdrawConsent(question_id=question))
    return "consent_withdrawn"


def a_no(cast: Cast) -> str:
    cast.does("citizen", c.DeclineConsent(question_id=asks(cast)))
    return "consent_declined"


def a_yes(cast: Cast) -> str:
    says_yes(cast, asks(cast))
    return "consent_given"


def a_rhythm(cast: Cast) -> str:
    cast.does("citizen", c.SayRhythm(days=7))
    return "rhythm_said"


def a_remark(cast: Cast) -> str:
    remarks(cast, cast.adds_step("consultant"))
    return "remark_made"


def a_wish(cast: Cast) -> str:
    cast.adds_step()
    return "step_added"


WAITING = (a_consent_taken_back, a_no, a_yes, a_rhythm, a_remark, a_wish)


@pytest.mark.parametrize("waits", WAITING)
def test_a_thank_you_for_something_else_answers_nothing(cast: Cast, waits: Callable[[Cast], str]) -> None:
    kind = waits(cast)
    cast.does("citizen", c.WriteMessage(message_id=new_id(), words="Hej"))
    assert kinds(cast) == {kind, "message_written"}
    thanks(cast)
    visits.note(cast.seat("consultant"), what="plan")
    assert kinds(cast) == {kind}


def test_each_of_several_is_told_beside_the_others(cast: Cast) -> None:
    found = {waits(cast) for waits in (a_consent_taken_back, a_rhythm, a_remark, a_wish)}
    cast.adds_goal()
    assert kinds(cast) == {*found, "goal_added"}
    thanks(cast)
    assert kinds(cast) == found


@pytest.mark.parametrize("waits", [a_consent_taken_back, a_no, a_yes])
def test_of_a_consent_the_consultant_opens_the_page(cast: Cast, waits: Callable[[Cast], str]) -> None:
    kind = waits(cast)
    for who, what in (("consultant", "plan"), ("professional", "consents")):
        visits.note(cast.seat(who), what=what)
    assert kind in kinds(cast)
    visits.note(cast.seat("consultant"), what="consents")
    assert kinds(cast) == set()


def test_a_consent_given_again_was_not_taken_back(cast: Cast) -> None:
    question = asks(cast)
    says_yes(cast, question)
    cast.does("citizen", c.WithdrawConsent(question_id=question))
    says_yes(cast, question)
    assert kinds(cast) == {"consent_given"}


def test_a_no_that_became_a_yes_is_a_yes(cast: Cast) -> None:
    question = asks(cast)
    cast.does("citizen", c.DeclineConsent(question_id=question))
    says_yes(cast, question)
    assert kinds(cast) == {"consent_given"}


def test_asked_anew_the_last_answer_was_read(cast: Cast) -> None:
    a_yes(cast)
    told = {"giver": "Sundhed", "receiver": "Jobcenter", "what": "Tider", "why": "Så de passer"}
    cast.does("consultant", c.AskConsent(question_id=new_id(), until=clock.today() + timedelta(days=9), **told))
    assert kinds(cast) == set()


def test_the_yes_to_the_plan_itself_is_of_the_first_day(cast: Cast) -> None:
    says_yes(cast, ConsentQuestion.objects.get(plan=cast.plan_id, kind="holistic_plan").pk)
    assert kinds(cast) == {"consent_given"}
    thanks(cast)
    assert kinds(cast) == set()


def test_a_rhythm_asked_for_waits_until_one_of_the_two_says_so(cast: Cast) -> None:
    cast.does("citizen", c.SayRhythm(days=7))
    thanks(cast)
    assert kinds(cast) == {"rhythm_said"}
    cast.does("citizen", c.SayRhythm(days=0))
    thanks(cast)
    assert kinds(cast) == set()
    cast.does("citizen", c.SayRhythm(days=14))
    cast.does("consultant", c.SayRhythm(days=14))
    assert "rhythm_said" not in kinds(cast)


def test_the_oldest_remark_leads_to_its_step_and_then_the_next(cast: Cast) -> None:
    first, second = cast.adds_step("consultant"), cast.adds_step("consultant", title="Se på kurset")
    remarks(cast, first)
    last = remarks(cast, second)
    thanks(cast)
    assert reasons(cast)["remark_made"].subject_id == first
    remarks(cast, first, "consultant")
    assert reasons(cast)["remark_made"].subject_id == second
    cast.does("citizen", c.RemoveRemark(remark_id=last))
    assert kinds(cast) == set()


def test_what_is_said_to_the_whole_table_is_news_and_no_question(cast: Cast) -> None:
    step = cast.adds_step("consultant")
    remarks(cast, step, audience="table")
    assert kinds(cast) == {"remark_made"}
    thanks(cast)
    assert kinds(cast) == set()


def test_a_remark_goes_with_its_step(cast: Cast) -> None:
    step = cast.adds_step("consultant")
    remarks(cast, step)
    cast.does("consultant", c.WriteMessage(message_id=new_id(), words="Tak"))
    assert kinds(cast) == {"remark_made"}
    cast.does("citizen", c.RemoveStep(step_id=step))
    assert "remark_made" not in kinds(cast)


def test_a_wish_waits_until_it_is_opened_acted_on_moved_or_talked_about(cast: Cast) -> None:
    opened, replied, moved, talked = (cast.adds_step(title=f"Skridt {number}") for number in range(4))
    thanks(cast)
    assert reasons(cast)["step_added"].subject_id == opened
    visits.note(cast.seat("consultant"), what="step", subject_id=opened)
    assert reasons(cast)["step_added"].subject_id == replied
    remarks(cast, replied, "consultant")
    assert reasons(cast)["step_added"].subject_id == moved
    cast.does("citizen", c.MoveStep(step_id=moved, status="doing"))
    assert reasons(cast)["step_added"].subject_id == talked
    cast.meets()
    assert "step_added" not in kinds(cast)


def test_a_suggestion_by_another_waits_for_the_citizen(cast: Cast) -> None:
    cast.adds_step("professional")
    assert kinds(cast) == {"step_added"}
    thanks(cast)
    assert kinds(cast) == set()


@pytest.mark.parametrize("waits", [a_consent_taken_back, a_no, a_remark, a_wish])
def test_after_half_a_year_nobody_is_reminded_any_more(cast: Cast, waits: Callable[[Cast], str]) -> None:
    kind = waits(cast)
    thanks(cast)
    with clock.standing_at(clock.now() + REMINDED - timedelta(hours=1)):
        assert kind in kinds(cast)
    with clock.standing_at(clock.now() + REMINDED + timedelta(hours=1)):
        assert kind not in kinds(cast)


def test_it_costs_no_question_more(cast: Cast) -> None:
    for waits in (a_consent_taken_back, a_rhythm, a_remark, a_wish):
        waits(cast)
    read_caseload(cast.consultant.pk)
    with CaptureQueriesContext(connection) as asked:
        read_caseload(cast.consultant.pk)
    assert len(asked) < MOST
