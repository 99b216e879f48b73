"""A plan with a canary in every private field, and for each canary who may come to see it."""

from dataclasses import dataclass, field
from itertools import count
from typing import Any
from uuid import UUID

from backend.common import clock
from backend.common.ids import new_id
from backend.people.models import Organisation, Person
from backend.plans import access
from backend.plans import commands as do
from backend.plans.change import make_change
from backend.plans.open import open_plan
from tests.access.rich_after import course, hold, measured, small_steps, talk
from tests.cast import DEVICE, Cast, gather, person

LOOKS = "looking_in"  # a colleague's hour: every goal and step as if shared, and nothing that is between us two
US = frozenset({"citizen", "consultant"})
TABLE = US | {"supporter", "professional", "friend"}
OFFICE = frozenset({"administrator"})  # knows who works where and who has whom, by name


@dataclass
class Rich:
    """`exactly`: canary → seats that see it in some read. `at_most`: canary → the only ones who may ever see it.

    With a protected address (`protected`) what may name a place is for citizen and consultant, whoever sees the rest.
    """

    cast: Cast
    protected: bool = False
    exactly: dict[str, frozenset[str]] = field(default_factory=dict)
    at_most: dict[str, frozenset[str]] = field(default_factory=dict)
    steps: list[UUID] = field(default_factory=list)
    goals: list[UUID] = field(default_factory=list)
    meetings: list[UUID] = field(default_factory=list)
    attachments: list[UUID] = field(default_factory=list)
    other_plan: int = 0
    screen_id: UUID = field(default_factory=new_id)
    numbers: Any = field(default_factory=lambda: count(101))

    def canary(self, *who: str) -> str:
        """A text that citizen, consultant and these may read."""
        return self.only(*US, *who)

    def only(self, *who: str) -> str:
        """A text that only these may read."""
        text = f"kanarie{next(self.numbers)}x"
        self.exactly[text] = frozenset(who)
        return text

    def at_most_for(self, *who: str) -> str:
        text = f"kanarie{next(self.numbers)}x"
        self.at_most[text] = frozenset(who)
        return text

    def near(self, *who: str) -> tuple[str, ...]:
        """Who of these may know of places, institutions and hours."""
        return () if self.protected else who

    def does(self, who: str, kind: str, **fields: Any) -> None:
        self.cast.does(who, do.COMMANDS[kind](**fields))

    def step(self, who: str, *seen_by: str, room: bool = False, **fields: Any) -> UUID:
        """A step with a canary in each of its texts; its title is seen by these, its private words by us."""
        step_id, how = new_id(), [one for one in seen_by if one != "screen"]
        title = self.canary(LOOKS, *seen_by)
        words = {"words": self.canary()} if who == "citizen" else {}
        how_seen = self.near(LOOKS, *how)
        self.does(who, "add_step", step_id=step_id, title=title, how=self.canary(*how_seen), **words, **fields)
        self.does("citizen", "reword_step", step_id=step_id, field="learned", text=self.canary(), was="")
        if room:
            self.does("citizen", "show_in_room", subject="step", subject_id=step_id)
        self.steps.append(step_id)
        return step_id

    def goal(self, *seen_by: str, room: bool = False) -> UUID:
        goal_id = new_id()
        seen_by = (LOOKS, *seen_by)
        texts = {"title": self.canary(*seen_by), "community": self.canary(*self.near(*seen_by))}
        texts |= {"challenge": self.canary()}
        self.does("citizen", "add_goal", goal_id=goal_id, life_area="home", **texts)
        if room:
            self.does("citizen", "show_in_room", subject="goal", subject_id=goal_id)
        self.goals.append(goal_id)
        return goal_id

    def remark(self, who: str, step_id: UUID, audience: str, *heard_by: str) -> UUID:
        remark_id = new_id()
        words = self.canary(*heard_by)
        self.does(who, "remark_on_step", remark_id=remark_id, step_id=step_id, words=words, audience=audience)
        return remark_id

    def share(self, what: str, thing: UUID, who: str) -> None:
        self.does("citizen", f"share_{what}", **{f"{what}_id": thing, "member_id": self.cast.members[who]})


def plant(*, protected: bool = False) -> Rich:
    """Everything private that a plan can hold."""
    rich = Rich(gather(protected=protected), protected)
    rich.cast.sits_down("friend", "Fie", relation=rich.at_most_for(*US, *rich.near("friend")))
    rich.cast.sits_down("ended", "Enok")
    _name_everybody(rich)
    for fill in (_dreams, _board, _strengths, _network, _consents, talk, small_steps, measured, course, _meetings):
        fill(rich)
    rich.does("citizen", "end_member", member_id=rich.cast.members["ended"])
    rich.cast.colleague()
    if not protected:  # into a protected plan nobody looks
        _look_in(rich)
    named = rich.at_most_for(*US, *rich.near("screen"))
    rich.does("consultant", "open_screen", screen_id=rich.screen_id, room_name=named)
    rich.other_plan = _another_citizens_plan(rich)
    return rich


def _name_everybody(rich: Rich) -> None:
    """Surnames: the citizen's is for us, a supporter's for us and themself, the consultant's for table and house."""
    sees = (
        {"citizen": US | OFFICE, "consultant": TABLE | OFFICE | {LOOKS}}
        | {who: US | {who} for who in TABLE - US}
        | {"ended": US | {"ended"}}
    )
    sees["professional"] |= OFFICE
    for who, whom in sees.items():
        one = rich.cast.person_of(who)
        Person.objects.filter(pk=one.pk).update(name=f"{one.first_name} {rich.at_most_for(*whom)}")
    hours = rich.at_most_for(*US, *rich.near(*TABLE, LOOKS), *OFFICE)
    contact = {"phone": rich.at_most_for(*TABLE, *OFFICE, LOOKS), "hours": hours}
    Person.objects.filter(pk=rich.cast.consultant.pk).update(**contact)
    Person.objects.filter(pk=rich.cast.citizen.pk).update(hours=rich.at_most_for(*rich.near(*OFFICE)))
    place = Organisation.objects.create(name=rich.at_most_for(*US, *OFFICE), kind="partner")
    Person.objects.filter(pk=rich.cast.professional.pk).update(organisation=place)


def _dreams(rich: Rich) -> None:
    first, now = rich.canary(), rich.canary("screen", LOOKS)
    rich.does("citizen", "write_life_goal", words=first, was="")
    rich.does("citizen", "write_life_goal", words=now, was=first)
    rich.does("citizen", "show_in_room", subject="life_goal")
    rich.does("citizen", "write_about_me", words=rich.canary())


def _board(rich: Rich) -> None:
    shared, private = rich.goal("supporter", "screen", room=True), rich.goal()
    rich.share("goal", shared, "supporter")
    by_goal = rich.step("citizen", "supporter", goal_id=shared)
    rich.step("citizen", goal_id=private)
    promise = rich.step(
        "citizen", "professional", "screen", room=True,
        responsible=rich.cast.members["professional"], due=clock.today(),
    )  # fmt: skip
    rich.step("supporter", "supporter")
    rich.step("consultant")
    _taken_back(rich)
    rich.remark("citizen", promise, "us")
    rich.remark("consultant", promise, "us")
    rich.remark("consultant", promise, "table", "professional", LOOKS)
    rich.remark("citizen", by_goal, "table", "supporter", LOOKS)
    rich.remark("professional", promise, "table", "professional")
    rich.remark("supporter", by_goal, "us", "supporter")
    for who in ("citizen", "supporter"):
        gone = rich.remark(who, by_goal, "table")
        rich.exactly[next(reversed(rich.exactly))] = frozenset({who})
        rich.does(who, "remove_remark", remark_id=gone)


def _taken_back(rich: Rich) -> None:
    """What somebody saw once and sees no more, and what is removed."""
    for who in ("supporter", "ended"):
        once = rich.step("citizen")
        rich.share("step", once, who)
        if who == "supporter":
            rich.does("citizen", "unshare_step", step_id=once, member_id=rich.cast.members[who])
    step_id, before = rich.step("citizen"), list(rich.exactly)[-4:]
    rich.does("citizen", "remove_step", step_id=step_id)
    for text in before:
        rich.exactly[text] = frozenset({"citizen"} if text == before[0] else ())
    goal_id, before = rich.goal(), list(rich.exactly)[-3:]
    rich.does("citizen", "remove_goal", goal_id=goal_id)
    for text in before:
        rich.exactly[text] = frozenset({"citizen"} if text == before[0] else ())


def _strengths(rich: Rich) -> None:
    stands = US | {LOOKS}
    fates = (("citizen", "", stands), ("supporter", "", US | {"supporter"}), ("consultant", "accept", stands),
             ("friend", "accept", stands | {"friend"}), ("professional", "decline", ()),
             ("supporter", "remove", {"citizen"}))  # fmt: skip
    for who, fate, seen_by in fates:
        strength_id = new_id()
        rich.does(who, "suggest_strength", strength_id=strength_id, words=rich.only(*seen_by))
        if fate:
            rich.does("citizen", f"{fate}_strength", strength_id=strength_id)


def _network(rich: Rich) -> None:
    """Somebody with a place at the table, somebody without, and somebody who is taken off the map."""
    for number, member_id in enumerate((rich.cast.members["supporter"], None, None)):
        one, words = new_id(), {"name": rich.canary(), "does": rich.canary()}
        rich.does("citizen", "add_network_member", network_member_id=one, relation="kin", member_id=member_id, **words)
        if number == 2:
            rich.does("citizen", "remove_network_member", network_member_id=one)
            rich.exactly |= {words["name"]: frozenset({"citizen"}), words["does"]: frozenset()}


def _look_in(rich: Rich) -> None:
    """A colleague with an hour's look; the words of the reason are the citizen's to read."""
    words = rich.only("citizen")
    rich.does("outside", "look_in", reason="stand_in", words=f"Bente er syg {words}")


def _consents(rich: Rich) -> None:
    """One that is asked, one given, one withdrawn: for citizen and consultant alone."""
    day = clock.today()
    for fate in ("", "give", "withdraw"):
        said = {name: rich.canary() for name in ("giver", "receiver", "what", "why")}
        question_id = new_id()
        rich.does("consultant", "ask_consent", question_id=question_id, until=day, **said)
        if fate:
            rich.does("citizen", "give_consent", question_id=question_id, version=1)
        if fate == "withdraw":
            rich.does("citizen", "withdraw_consent", question_id=question_id)


def _meetings(rich: Rich) -> None:
    """One to which the supporter is asked, one between citizen and consultant alone."""
    for guests in (("supporter",), ()):
        meeting_id = rich.cast.plans_meeting(*guests)
        for name in ("purpose", "place", "link"):
            text = rich.canary(*rich.near(*guests))
            told = f"https://moede.example.dk/{text}" if name == "link" else text
            rich.does("citizen", "reword_meeting", meeting_id=meeting_id, field=name, text=told)
        to_all = rich.canary(*rich.near(*guests))
        rich.does("consultant", "announce_to_meeting", meeting_id=meeting_id, words=to_all)
        rich.does("citizen", "say_what_matters", meeting_id=meeting_id, words=rich.canary())
        rich.meetings.append(meeting_id)
    rich.meetings.append(hold(rich))


def _another_citizens_plan(rich: Rich) -> int:
    """The same consultant's other citizen."""
    frede = person("frede", f"Frede {rich.at_most_for('consultant', *OFFICE)}")
    plan_id = open_plan(citizen=frede, consultant=rich.cast.consultant)
    seat = access.seat_for(person_id=frede.pk, plan_id=plan_id)
    title = rich.at_most_for("consultant")
    step_id = new_id()
    make_change(seat, do.AddStep(step_id=step_id, title=title), device=DEVICE, change_id=new_id())
    rich.steps.append(step_id)
    return plan_id
