"""A table in the middle of its work: something of everything, so that every command has something to do."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import UUID

from backend.common import clock
from backend.common.ids import new_id
from backend.plans import commands as c
from backend.plans.models import ProgressArea
from tests.cast import Cast, gather


@dataclass
class Scene:
    """Goals: `goal` (shared with the supporter), `part` of it, `other`, `reached`. Steps by what they are for."""

    cast: Cast
    goal: UUID
    part: UUID
    other: UUID
    reached: UUID
    steps: dict[str, UUID]
    remark: UUID
    strengths: dict[str, UUID]
    network: dict[str, UUID]
    questions: dict[str, UUID]
    meeting: UUID
    messages: dict[str, UUID]
    small: dict[str, UUID]

    @property
    def can(self) -> UUID:
        """The strength that stands, shared with the supporter."""
        return self.strengths["accepted"]

    @property
    def member(self) -> dict[str, UUID]:
        return self.cast.members


def set_the_scene() -> Scene:
    cast = gather()
    cast.does("citizen", c.WriteLifeGoal(words="Et roligt sted at bo"))
    goal = cast.adds_goal(title="Mere ro på")
    part = cast.adds_goal(title="Sove om natten", part_of=goal)
    other = cast.adds_goal(title="Tilbage på arbejde")
    reached = cast.adds_goal(title="Komme op om morgenen")
    steps = _steps(cast, goal, part, other, reached)
    parts = (
        _strengths(cast),
        _network(cast),
        _questions(cast),
        cast.plans_meeting("supporter"),
        _messages(cast, steps),
        _small(cast),
    )
    scene = Scene(cast, goal, part, other, reached, steps, new_id(), *parts)
    cast.does("citizen", c.RemarkOnStep(remark_id=scene.remark, step_id=steps["agreement"], words="Jeg er klar"))
    cast.does("citizen", c.ReachGoal(goal_id=reached))
    _share(scene)
    cast.does("citizen", c.IntroduceMember(member_id=cast.members["professional"]))
    return scene


def _steps(cast: Cast, goal: UUID, part: UUID, other: UUID, reached: UUID) -> dict[str, UUID]:
    soon = clock.today() + timedelta(days=2)
    own: dict[str, Any] = {"responsible": cast.members["citizen"], "due": soon}
    steps = {
        "wish": cast.adds_step(title="Gå en tur", goal_id=other),
        "second": cast.adds_step(title="Skrive til Ida"),
        "third": cast.adds_step(title="Finde cyklen", goal_id=part),
        "agreement": cast.adds_step(title="Ringe til lægen", goal_id=goal, **own),
        "doing": cast.adds_step(title="Rydde op i køkkenet"),
        "done": cast.adds_step(title="Stå op kl. 8", goal_id=reached),
        "resting": cast.adds_step(title="Melde sig til kor"),
        "suggested": cast.adds_step("consultant", title="Tale med banken"),
        "of_supporter": cast.adds_step("supporter", title="Spise sammen søndag"),
        "removed": cast.adds_step(title="Det var en fejl"),
    }
    cast.shares(steps["doing"], "supporter")
    cast.does("citizen", c.AssignStep(step_id=steps["doing"], responsible=cast.members["supporter"]))
    for name, status in {"agreement": "agreed", "doing": "doing", "done": "done", "resting": "paused"}.items():
        cast.does("citizen", c.MoveStep(step_id=steps[name], status=status))  # type: ignore[arg-type]
    cast.does("citizen", c.RemoveStep(step_id=steps["removed"]))
    return steps


def _strengths(cast: Cast) -> dict[str, UUID]:
    strengths = {name: new_id() for name in ("accepted", "suggested", "removed")}
    cast.does("citizen", c.SuggestStrength(strength_id=strengths["accepted"], words="Holder aftaler"))
    cast.does("supporter", c.SuggestStrength(strength_id=strengths["suggested"], words="Får folk til at grine"))
    cast.does("citizen", c.SuggestStrength(strength_id=strengths["removed"], words="Tålmodig"))
    cast.does("citizen", c.RemoveStrength(strength_id=strengths["removed"]))
    cast.does("citizen", c.ShareStrength(strength_id=strengths["accepted"], member_id=cast.members["supporter"]))
    return strengths


def _network(cast: Cast) -> dict[str, UUID]:
    network = {name: new_id() for name in ("brother", "friend", "removed")}
    add, carl = c.AddNetworkMember, cast.members["supporter"]
    cast.does("citizen", add(network_member_id=network["brother"], name="Carl", relation="family", member_id=carl))
    cast.does("citizen", add(network_member_id=network["friend"], name="Mona", relation="friends", does="Ringer"))
    cast.does("citizen", add(network_member_id=network["removed"], name="Kim", relation="work"))
    cast.does("citizen", c.RemoveNetworkMember(network_member_id=network["removed"]))
    return network


def _questions(cast: Cast) -> dict[str, UUID]:
    questions = {name: new_id() for name in ("given", "withdrawn", "asked")}
    for number, question_id in enumerate(questions.values()):
        asked = {"giver": "Jobcenter", "receiver": f"Sundhed {number}", "what": "Min plan", "why": "Så vi følges ad"}
        cast.does("consultant", c.AskConsent(question_id=question_id, until=clock.today(), **asked))
    for name in ("given", "withdrawn"):
        cast.does("citizen", c.GiveConsent(question_id=questions[name], version=1))
    cast.does("citizen", c.WithdrawConsent(question_id=questions["withdrawn"]))
    return questions


def _messages(cast: Cast, steps: dict[str, UUID]) -> dict[str, UUID]:
    messages = {name: new_id() for name in ("mine", "theirs", "about", "removed")}
    cast.does("citizen", c.WriteMessage(message_id=messages["mine"], words="Kan vi tale sammen?"))
    cast.does("consultant", c.WriteMessage(message_id=messages["theirs"], words="Ring til banken i dag"))
    cast.does("citizen", c.WriteMessage(message_id=messages["about"], words="Den her", step_id=steps["wish"]))
    cast.does("citizen", c.WriteMessage(message_id=messages["removed"], words="Det var ikke noget"))
    cast.does("citizen", c.RemoveMessage(message_id=messages["removed"]))
    return messages


def _small(cast: Cast) -> dict[str, UUID]:
    small = {name: new_id() for name in ("area", "kept", "mine", "theirs", "removed")}
    area: dict[str, Any] = {"progress_area_id": small["area"]}
    noted = c.AddProgressEntry
    cast.does("citizen", c.AddProgressArea(name="Sove igennem", **area))
    cast.does("citizen", c.AddProgressArea(name="Mit eget", kept=True, progress_area_id=small["kept"]))
    cast.does("citizen", c.ShareProgressArea(member_id=cast.members["supporter"], **area))
    cast.does("citizen", noted(progress_entry_id=small["mine"], words="Stod op", score=6, **area))
    cast.does("supporter", noted(progress_entry_id=small["theirs"], words="Han sov længe", **area))
    cast.does("citizen", noted(progress_entry_id=small["removed"], words="Det var ikke noget", **area))
    cast.does("citizen", c.RemoveProgressEntry(progress_entry_id=small["removed"]))
    cast.does("citizen", c.ShowInRoom(subject="progress_entry", subject_id=small["mine"]))
    for code, score in (("everyday", 3), ("focus", 7)):
        cast.does("citizen", c.AnswerIndicator(indicator=code, score=score))
    small["measured"] = ProgressArea.objects.get(plan=cast.plan_id, indicator_set__code="eleven").pk
    cast.does("citizen", c.ShareProgressArea(progress_area_id=small["measured"], member_id=cast.members["supporter"]))
    return small


def _share(scene: Scene) -> None:
    cast, steps = scene.cast, scene.steps
    cast.does("citizen", c.ShareGoal(goal_id=scene.goal, member_id=scene.member["supporter"]))
    cast.shares(steps["wish"], "professional")
    cast.shares(steps["second"], "supporter")
    for name in ("wish", "agreement", "doing", "second"):
        cast.does("citizen", c.ShowInRoom(subject="step", subject_id=steps[name]))
    cast.does("citizen", c.ShowInRoom(subject="life_goal"))
