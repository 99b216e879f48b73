"""Small steps and their areas when orders are played."""

from collections.abc import Callable
from functools import partial
from typing import Any

from backend.common import clock
from backend.people.models import IndicatorSet
from backend.plans.models import ProgressArea
from backend.plans.models.progress_area import community_id
from tests.access.oracle_progress import ASKED


def begin(play: Any) -> None:
    """The areas that every plan has from its first day, and what a community's will be called."""
    play.world.area_of = partial(community_id, play.cast.plan_id)
    for area in ProgressArea.objects.filter(plan=play.cast.plan_id):
        play.made.setdefault("area", []).append(area.pk)
        told = {"name": area.name, "standard": area.standard, "kept": False, "removed": False}
        play.world.areas[area.pk] = told
    for one in IndicatorSet.objects.all():  # there from the first answer; here before it, so that they can be named
        area = ProgressArea.objects.create(plan_id=play.cast.plan_id, indicator_set=one, is_kept=True, at=clock.now())
        play.made["area"].append(area.pk)
        play.world.areas[area.pk] = {"name": "", "standard": "", "measures": one.code, "kept": True, "removed": False}


def _add(play: Any, a: int, b: int, c: int) -> dict[str, Any]:
    fields = {"progress_entry_id": play.new("small", a), "progress_area_id": play.old("area", b)}
    words = {} if c % 5 == 4 else {"words": play.text()}
    day = {"day": clock.today()} if a % 3 == 0 else {}
    return {
        **fields,
        **words,
        **day,
        **({"score": b % 11} if c % 4 == 1 else {}),
        **_taking_part(play, fields, a, b, c),
    }


def _taking_part(play: Any, fields: dict[str, Any], a: int, b: int, c: int) -> dict[str, Any]:
    """Mostly as the area asks; now and then by a goal's community, which may have no area yet."""
    goal = play.world.goals.get(play.old("goal", b), {})
    if a % 3 == 1 and goal.get("community"):
        area_id = play.world.area_of(goal["community"]) if c % 5 else fields["progress_area_id"]
        fields["progress_area_id"] = area_id
        if area_id not in play.made["area"]:
            play.made["area"].append(area_id)
        return {"progress_area_id": area_id, "company": "alone", "goal_id": play.old("goal", b)}
    is_community = play.world.areas.get(fields["progress_area_id"], {}).get("community", False)
    return {"company": ("alone", "accompanied")[b % 2]} if is_community != (c % 9 == 8) else {}


def _reword(play: Any, a: int, b: int, c: int) -> dict[str, Any]:
    one = play.old("small", a)
    return {"progress_entry_id": one, "text": play.text(), "was": play.was(play.world.small, one, "words", c)}


def _add_area(play: Any, a: int, b: int, c: int) -> dict[str, Any]:
    return {"progress_area_id": play.new("area", a), "name": play.text(), "kept": b % 3 == 0, "community": c % 2 == 0}


def _rename(play: Any, a: int, b: int, c: int) -> dict[str, Any]:
    one = play.old("area", a)
    return {"progress_area_id": one, "text": play.text(), "was": play.was(play.world.areas, one, "name", c)}


def _answer(play: Any, a: int, b: int, c: int) -> dict[str, Any]:
    words = {"words": play.text()} if b % 2 else {}
    return {"indicator": ([*ASKED, "nothing"])[a % 4], **({"score": c % 11} if c % 3 else {}), **words}


def _scale(play: Any, a: int, b: int, c: int) -> dict[str, Any]:
    return {"goal_id": play.old("goal", a), **({"score": b % 11, "wanted": c % 11} if b % 4 else {})}


def _of(noun: str, name: str) -> Callable[..., dict[str, Any]]:
    return lambda play, a, b, c: {name: play.old(noun, a)}


def _with(play: Any, a: int, b: int, c: int) -> dict[str, Any]:
    who = ("supporter", "professional", "friend", "consultant", "nobody")[b % 5]
    return {"progress_area_id": play.old("area", a), "member_id": who}


PROGRESS: dict[str, Callable[..., dict[str, Any]]] = {
    "add_progress_entry": _add,
    "reword_progress_entry": _reword,
    "score_progress_entry": lambda play, a, b, c: {"progress_entry_id": play.old("small", a), "score": b % 11},
    **dict.fromkeys(("remove_progress_entry", "restore_progress_entry"), _of("small", "progress_entry_id")),
    "answer_indicator": _answer,
    "scale_goal": _scale,
    "add_progress_area": _add_area,
    "rename_progress_area": _rename,
    **dict.fromkeys(
        ("remove_progress_area", "restore_progress_area", "keep_progress_area", "open_progress_area"),
        _of("area", "progress_area_id"),
    ),
    **dict.fromkeys(("share_progress_area", "unshare_progress_area"), _with),
}
