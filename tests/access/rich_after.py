"""A meeting that is over, with a canary in everything that is said of it."""

from typing import Any
from uuid import UUID

from backend.common import clock
from backend.common.ids import new_id
from backend.plans.attach import keep_attachment
from backend.plans.models import ProgressArea
from tests.plans.pictures import document


def hold(rich: Any) -> UUID:
    """The supporter was asked; of what happened in it, they see only the goal and the words to take home."""
    meeting_id: UUID = rich.cast.meets("supporter")
    rich.step("citizen")
    rich.does("citizen", "set_goal_area", goal_id=rich.goals[0], life_area="work")
    rich.does("citizen", "add_challenge", challenge_id=new_id(), words=rich.canary())
    rich.does("citizen", "add_challenge", challenge_id=new_id(), words=rich.canary(), in_room=True)
    rich.does("supporter", "say_word", meeting_id=meeting_id, words=rich.canary("supporter"))
    rich.does("citizen", "end_meeting", meeting_id=meeting_id)
    rich.does("supporter", "rate_meeting", meeting_id=meeting_id, scale="way", score=4)
    for who in ("citizen", "consultant"):
        rich.does(who, "say_own_view", meeting_id=meeting_id, words=rich.canary())
    return meeting_id


def talk(rich: Any) -> None:
    """What the two write to each other, and what each took back."""
    rich.does("consultant", "agree_out_of_hours", words=rich.canary(), until=clock.today())
    for who in ("citizen", "consultant"):
        file, name = new_id(), rich.canary()
        content = document(f"{rich.at_most_for('citizen', 'consultant')} of {who}")
        keep_attachment(rich.cast.seat(who), attachment_id=file, content=content, name=f"{name}.pdf")
        words = {"words": rich.canary(), "step_id": rich.steps[0], "attachments": (file,)}
        rich.does(who, "write_message", message_id=new_id(), **words)
        rich.attachments.append(file)
        gone = new_id()
        rich.does(who, "write_message", message_id=gone, words=rich.only(who))
        rich.does(who, "remove_message", message_id=gone)


def course(rich: Any) -> None:
    """Why it is in the phase it is in, and what came of it: for the two. What is taken part in."""
    rich.does("consultant", "move_course", phase="under_way", began=clock.today(), words=rich.canary())
    said = {"began": clock.today(), "words": rich.canary(), "follows": rich.canary()}
    rich.does("citizen", "add_outcome", outcome_id=new_id(), outcome="placement", **said)
    _offers(rich)


def _offers(rich: Any) -> None:
    """One between the two; one that a professional delivers, of a goal that they see, and one of a goal they do not."""
    shared = rich.goal("professional")
    rich.share("goal", shared, "professional")
    texts = ("title", "delivered_by", "community", "why")
    rich.does("citizen", "add_offer", offer_id=new_id(), **{name: rich.canary() for name in texts})
    for goal_id, who in ((shared, rich.near("professional")), (rich.goals[1], ()), (shared, rich.near("professional"))):
        said = {"goal_id": goal_id, "member_id": rich.cast.members["professional"]}
        words = {name: rich.canary(*who) for name in texts}
        offer_id = new_id()
        rich.does("consultant", "add_offer", offer_id=offer_id, **said, **words)
    _helped(rich, offer_id)


def _helped(rich: Any, offer_id: UUID) -> None:
    """The consultant and whoever delivers it have answered, and the citizen has not."""
    for who in ("consultant", *rich.near("professional")):
        rich.does(who, "say_how_offer_helped", offer_id=offer_id, answer="little", words=rich.only(who))


def measured(rich: Any) -> None:
    """One set that is the citizen's alone, one with the consultant's belief that the supporter sees into."""
    rich.does("citizen", "answer_indicator", indicator="insight", words=rich.only("citizen"))
    words = {"indicator": "consultant_belief", "score": 8, "words": rich.canary("supporter")}
    rich.does("consultant", "answer_indicator", **words)
    rich.does("citizen", "answer_indicator", indicator="health", score=3)
    rich.does("citizen", "scale_goal", goal_id=rich.goals[0], score=2, wanted=7)
    area = ProgressArea.objects.get(plan=rich.cast.plan_id, indicator_set__code="eleven")
    rich.share("progress_area", area.pk, "supporter")


def small_steps(rich: Any) -> None:
    """In an area that is shared, one that is nobody else's, one that the citizen keeps; by each who may; and gone."""
    shared, ours, kept = (new_id() for _area in range(3))
    rich.does("citizen", "add_progress_area", progress_area_id=shared, name=rich.canary("supporter"))
    rich.does("citizen", "add_progress_area", progress_area_id=ours, name=rich.canary())
    rich.does("citizen", "add_progress_area", progress_area_id=kept, name=rich.only("citizen"), kept=True)
    rich.share("progress_area", shared, "supporter")
    for area, words in ((shared, rich.canary("supporter")), (ours, rich.canary()), (kept, rich.only("citizen"))):
        rich.does("citizen", "add_progress_entry", progress_entry_id=new_id(), progress_area_id=area, words=words)
    noted = {"progress_area_id": shared, "words": rich.canary("supporter")}
    rich.does("consultant", "add_progress_entry", progress_entry_id=new_id(), **noted)
    standard = ProgressArea.objects.get(plan=rich.cast.plan_id, standard="coping").pk
    for who in ("supporter", "professional"):
        noted = {"progress_area_id": standard, "words": rich.canary(who)}
        rich.does(who, "add_progress_entry", progress_entry_id=new_id(), **noted)
    for who in ("citizen", "professional"):  # gone: said no to, and to be brought back by the citizen alone
        gone, noted = new_id(), {"progress_area_id": standard, "words": rich.only("citizen")}
        rich.does(who, "add_progress_entry", progress_entry_id=gone, **noted)
        rich.does("citizen", "remove_progress_entry", progress_entry_id=gone)
    _communities(rich)
    told = new_id()
    words = rich.canary("screen")
    rich.does("citizen", "add_progress_entry", progress_entry_id=told, progress_area_id=ours, words=words)
    rich.does("citizen", "show_in_room", subject="progress_entry", subject_id=told)


def _communities(rich: Any) -> None:
    """One that is shared, until the address is protected; one that the citizen keeps."""
    seen, kept = new_id(), new_id()
    name = rich.canary(*rich.near("supporter"))
    rich.does("citizen", "add_progress_area", progress_area_id=seen, name=name, community=True)
    name = rich.only("citizen")
    rich.does("citizen", "add_progress_area", progress_area_id=kept, name=name, community=True, kept=True)
    rich.share("progress_area", seen, "supporter")
    told = {"progress_area_id": seen, "company": "accompanied", "words": rich.canary(*rich.near("supporter"))}
    entry_id = new_id()
    rich.does("citizen", "add_progress_entry", progress_entry_id=entry_id, **told)
    told = {"progress_area_id": kept, "company": "alone", "words": rich.only("citizen")}
    rich.does("citizen", "add_progress_entry", progress_entry_id=new_id(), **told)
