"""An answer keeps what was asked: words that are put right later do not change what was said."""

from datetime import timedelta
from importlib import import_module

import pytest
from django.apps import apps
from django.template.loader import render_to_string
from django.utils import translation

from backend.common import clock
from backend.people.models import Indicator, Wording
from backend.plans import commands as do
from backend.plans.models import Measurement
from backend.plans.reads.measured import AskedView, LineView, MeasuredView, read_measured
from citizen_app.measured_curves import curves_of
from tests.cast import Cast

pytestmark = pytest.mark.django_db
ROUND = timedelta(days=28)


def reworded(**says: str) -> None:
    Indicator.objects.filter(code="health").update(**says)


def answers(cast: Cast, rounds: int, score: int = 4) -> None:
    with clock.standing_at(clock.now() + rounds * ROUND):
        cast.does("citizen", do.AnswerIndicator(indicator="health", score=score))


def health(cast: Cast, who: str = "citizen") -> LineView:
    lines = [line for one in read_measured(cast.seat(who)) for line in one.lines if line.key == "health"]
    assert len(lines) == 1
    return lines[0]


def asked(cast: Cast, who: str = "citizen") -> list[str | None]:
    return [point.asked.words if point.asked else None for point in health(cast, who).points]


def test_an_earlier_answer_stands_with_the_words_of_its_own_day(cast: Cast) -> None:
    was = Indicator.objects.get(code="health")
    answers(cast, 0)
    assert asked(cast) == [None], "nothing is told twice"
    reworded(words="Hvordan sover du?", low="Slet ikke")
    assert health(cast).points[0].asked == AskedView(was.words, was.low, was.high)
    reworded(low=was.low)
    assert health(cast).points[0].asked == AskedView(was.words, "", ""), "the same ends are not told again"
    answers(cast, 1)
    assert (asked(cast), health(cast).words) == ([was.words, None], "Hvordan sover du?")
    reworded(words=was.words)
    assert asked(cast) == [None, "Hvordan sover du?"]


def test_another_answer_of_the_same_round_is_to_the_words_of_now(cast: Cast) -> None:
    answers(cast, 0)
    reworded(words="Hvordan sover du?")
    answers(cast, 0, score=7)
    assert asked(cast) == [None]


def test_words_put_right_in_the_other_language_are_the_same(cast: Cast) -> None:
    answers(cast, 0)
    reworded(words_en="How do you sleep?")
    assert asked(cast) == [None]
    with translation.override("en"):
        assert asked(cast) == [Wording.objects.get().words_en]


def test_whoever_may_read_the_answer_reads_what_was_asked(cast: Cast) -> None:
    was = Indicator.objects.get(code="health").words
    answers(cast, 0)
    reworded(words="Hvordan sover du?")
    area = Measurement.objects.get().area_id
    cast.does("citizen", do.ShareProgressArea(progress_area_id=area, member_id=cast.members["supporter"]))
    assert asked(cast, "supporter") == [was]


@pytest.mark.parametrize("said", ["abc", "aba", "aab", "abba"])
def test_however_often_it_is_reworded_each_answer_is_read_as_it_was_asked(cast: Cast, said: str) -> None:
    for rounds, letter in enumerate(said):
        reworded(words=f"Spørgsmål {letter}")
        answers(cast, rounds)
    line = health(cast)
    assert [point.asked.words if point.asked else line.words for point in line.points] == [
        f"Spørgsmål {letter}" for letter in said
    ]


def test_it_is_written_beside_the_answer_only_where_the_words_differ(cast: Cast) -> None:
    was = Indicator.objects.get(code="health").words
    answers(cast, 0)
    reworded(words="Hvordan sover du?")
    answers(cast, 1)
    html = page(health(cast))
    assert html.count("asked-then") == 2, "then, and its row in the table"
    assert html.count(was) == 2
    reworded(words=was)
    Measurement.objects.latest("day").delete()
    assert "asked-then" not in page(health(cast))


def page(line: LineView) -> str:
    told = MeasuredView("eleven", "Sådan går det", "", None, True, (line,), None)
    about = {"one": told, "curves": curves_of([line]), "plan_id": 1, "role": "citizen"}
    return render_to_string("measurements/_measured.html", about)


def test_answers_from_before_keep_the_words_of_the_day_they_were_given_some(cast: Cast) -> None:
    for rounds in range(2):
        answers(cast, rounds)
    Measurement.objects.update(wording=None)
    Wording.objects.all().delete()
    was = Indicator.objects.get(code="health").words
    import_module("backend.plans.migrations.0142_measurement_wording").keep_what_they_say(apps, None)
    assert Wording.objects.count() == 1
    reworded(words="Hvordan sover du?")
    assert asked(cast) == [was, was]
