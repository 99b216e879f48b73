"""A team's ready texts, kept by those who take them in use: its consultants. Those for all are the office's."""

from datetime import timedelta

from django.db import transaction
from django.db.models import F, QuerySet
from django.db.models.functions import Least
from django.utils.translation import gettext_lazy as _

from backend.common import clock
from backend.common.errors import NotHere, Refused
from backend.common.in_line import in_line
from backend.people.models import Person, ReadyText
from backend.people.models.setting import holding_today

MOST, LONGEST_NAME, LONGEST = 50, 80, 1000
_DAY = timedelta(days=1)
TOLD_FOR = timedelta(days=30)  # that one was taken away, and can be fetched again


def add(person_id: int, *, name: str, words: str) -> None:
    """One more for the team. Raises Refused; NotHere where there is no team."""
    team_id = _team_of(person_id)
    name, words = _checked(name, words)
    with in_line(), transaction.atomic():
        if texts_of_team(person_id).count() >= MOST:
            raise Refused(_("Holdet har allerede 50 tekster. Fjern en af dem først."), code="too_many")
        ReadyText.objects.create(team_id=team_id, name=name, words=words)


def reword(person_id: int, text_id: int, *, name: str, words: str, was: str) -> None:
    """Other words; `was`: those they had before them. Raises Refused when a colleague was there first."""
    name, words = _checked(name, words)
    with in_line(), transaction.atomic():
        there = texts_of_team(person_id).filter(pk=text_id).first()
        if there is None:
            raise NotHere
        if _plain(there.words) != _plain(was):
            raise Refused(_("En kollega har rettet teksten imens. Se den nye, og prøv igen."), code="conflict")
        there.name, there.words = name, words
        there.save(update_fields=["name", "words"])


def take_away(person_id: int, text_id: int) -> None:
    """It holds until yesterday, and can be fetched again for a month."""
    yesterday = clock.today() - _DAY
    _set(texts_of_team(person_id), text_id, valid_until=yesterday, valid_from=Least(F("valid_from"), yesterday))


def fetch_again(person_id: int, text_id: int) -> None:
    """It holds again."""
    _set(taken_away_of_team(person_id), text_id, valid_until=None)


def texts_of_team(person_id: int) -> QuerySet[ReadyText]:
    """Those that hold today of the team this person works in; none where there is no team."""
    return _of_team(person_id).filter(holding_today())


def taken_away_of_team(person_id: int) -> QuerySet[ReadyText]:
    """Those of the team that went within a month."""
    today = clock.today()
    return _of_team(person_id).filter(valid_until__lt=today, valid_until__gte=today - TOLD_FOR)


def _of_team(person_id: int) -> QuerySet[ReadyText]:
    return ReadyText.objects.filter(team__people=person_id)


def _team_of(person_id: int) -> int:
    team_id = Person.objects.values_list("team_id", flat=True).get(pk=person_id)
    if team_id is None:
        raise NotHere
    return int(team_id)


def _set(there: QuerySet[ReadyText], text_id: int, **to: object) -> None:
    with in_line(), transaction.atomic():
        if not ReadyText.objects.filter(pk__in=list(there.filter(pk=text_id).values_list("pk", flat=True))).update(
            **to
        ):
            raise NotHere


def _checked(name: str, words: str) -> tuple[str, str]:
    name, words = " ".join(name.split()), _plain(words)
    if not name or not words or "\0" in name + words:
        raise Refused(_("Skriv både et navn og en tekst."), code="empty")
    if len(name) > LONGEST_NAME or len(words) > LONGEST:
        raise Refused(_("Det er for langt. En klar tekst må fylde 1000 tegn."), code="too_long")
    return name, words


def _plain(words: str) -> str:
    """As a browser's field gives them back."""
    return words.replace("\r\n", "\n").strip()
