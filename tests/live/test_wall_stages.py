"""The law of the live board on the wall, in every stage of a meeting: old page and fragments are the fresh page."""

from collections.abc import Callable
from typing import Any

import pytest

from backend.common.ids import new_id
from backend.plans import commands as c
from citizen_app import page_cache
from tests.access.open_meeting import STAGES, begin, come_to
from tests.live.scene import Scene, set_the_scene
from tests.live.test_old_page_and_fragments import Window

Act = Callable[[Scene, Any], Any]
LET_IN = ("agreement", "doing", "done", "wish")
ACTS: list[tuple[str, str, Act]] = [
    ("lit", "citizen", lambda s, m: c.LightStep(meeting_id=m, step_id=s.steps["agreement"])),
    ("said", "consultant", lambda s, m: c.GiveVoice(step_id=s.steps["agreement"], answer="not_yet")),
    ("done", "citizen", lambda s, m: c.MoveStep(step_id=s.steps["agreement"], status="done")),
    ("hidden", "citizen", lambda s, m: c.HideFromRoom(subject="step", subject_id=s.steps["agreement"])),
    ("new dream", "citizen", lambda s, m: c.WriteLifeGoal(words="Et hus ved vandet", was="Et roligt sted at bo")),
    ("asked", "citizen", lambda s, m: c.AskToMeeting(meeting_id=m, member_id=s.member["professional"])),
    ("can", "citizen", lambda s, m: c.SuggestStrength(strength_id=new_id(), words="Laver god mad")),
    ("hard", "citizen", lambda s, m: c.AddChallenge(challenge_id=new_id(), words="Gælden", in_room=True)),
    ("proud", "citizen", lambda s, m: c.BeProudOf(meeting_id=m, step_id=s.steps["done"])),
    ("a word", "supporter", lambda s, m: c.SayWord(meeting_id=m, words="Mod")),
    ("blank", "citizen", lambda s, m: c.BlankRoom()),
    ("shown", "citizen", lambda s, m: c.ShowRoom()),
    ("over", "citizen", lambda s, m: c.EndMeeting(meeting_id=m)),
]

SMALL: list[tuple[str, str, Act]] = [
    ("a small step", "supporter", lambda s, m: _small_step(s, "Han stod op")),
    ("no to a small step", "citizen", lambda s, m: c.RemoveProgressEntry(progress_entry_id=s.small["mine"])),
    ("yes after all", "citizen", lambda s, m: c.RestoreProgressEntry(progress_entry_id=s.small["mine"])),
    ("proud of it", "citizen", lambda s, m: c.BeProudOf(meeting_id=m, progress_entry_id=s.small["mine"])),
]
OF_STAGE = {
    "strengths": ACTS[6:7], "hard": ACTS[7:8], "since_last": [*ACTS[8:9], *SMALL], "take_home": ACTS[9:10],
}  # fmt: skip


def _small_step(scene: Scene, words: str) -> c.AddProgressEntry:
    return c.AddProgressEntry(progress_entry_id=new_id(), progress_area_id=scene.small["area"], words=words)


@pytest.mark.django_db
def test_what_happens_in_any_stage_arrives_as_it_would_be_read() -> None:
    scene = set_the_scene()
    for name in LET_IN:
        scene.cast.does("citizen", c.ShowInRoom(subject="step", subject_id=scene.steps[name]))
    for place, stage in enumerate(STAGES):
        page_cache._pages.clear()
        meeting_id = begin(scene.cast, "supporter", purpose="Om bolig")
        at = Window(scene, "screen", "screen", "screen/")
        come_to(scene.cast, meeting_id, stage)
        assert not at.differences(), stage
        shown = at.client.get(at.path).content.decode()
        assert ("Stod op" in shown) is (stage == "since_last"), stage
        assert "Han sov længe" not in shown, "not let into the room"
        for name, who, act in ACTS if place == 0 else ACTS[:1] + ACTS[3:4] + OF_STAGE.get(stage, []) + ACTS[-3:]:
            page = Window(scene, "screen", "screen", "screen/")
            assert page.is_there
            scene.cast.does(who, act(scene, meeting_id))
            assert not page.differences(), (stage, name)
            if name == "hidden":
                scene.cast.does("citizen", c.ShowInRoom(subject="step", subject_id=scene.steps["agreement"]))
