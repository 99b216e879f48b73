"""What a story is made of: plain data that reads like a diary, told in days before today."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

ME: Final = "me"  # the citizen
US: Final = "us"  # the consultant; everyone else at the table goes by a key of their own
NEXT: Final = "next"  # whoever is the consultant now, where it was somebody else before (stories/handed_on.py)

WORK: Final = "work"
MONEY: Final = "money"
HEALTH: Final = "health"
HOME: Final = "home"
FAMILY: Final = "family"
NETWORK: Final = "network"
EVERYDAY: Final = "everyday"

MON, TUE, WED, THU, FRI, SAT, SUN = "mon", "tue", "wed", "thu", "fri", "sat", "sun"

Day = int  # days before today: 3 is three days ago
Due = int | str | None  # days from today (-7 last week, 0 today, 1 tomorrow), or the next such weekday
LifeArea = Literal["work", "money", "health", "home", "family", "network", "everyday"]
Status = Literal["wish", "agreed", "doing", "done", "paused", "dropped"]
Relation = Literal["family", "kin", "friends", "work", "professional"]
Carried = Literal["alone", "together", "others"]
Said = tuple[str, Day, str] | tuple[str, Day, str, Literal["us"]]  # who, when, words; to the table, or only between us


@dataclass(frozen=True)
class Friend:
    """A supporter whom the citizen chose."""

    key: str
    name: str
    relation: str
    since: Day
    line: str = ""


@dataclass(frozen=True)
class Helper:
    """A professional or partner; `who` is their key in town.py."""

    key: str
    who: str
    relation: str
    since: Day
    until: Day | None = None


@dataclass(frozen=True)
class Strength:
    words: str
    on: Day
    by: str = ME
    answer: Literal["yes", "waits", "no"] = "yes"
    to: tuple[str, ...] = ()


@dataclass(frozen=True)
class Known:
    """Somebody on the network map; `key` when they sit at the table, too. `moved`: (day, how near since then)."""

    name: str
    relation: Relation
    near: int
    on: Day
    does: str = ""
    key: str | None = None
    moved: tuple[tuple[Day, int], ...] = ()


@dataclass(frozen=True)
class Goal:
    key: str
    title: str
    area: LifeArea
    on: Day
    community: str = ""
    challenge: str = ""
    by: str = ME
    part_of: str | None = None
    reached: Day | None = None
    to: tuple[str, ...] = ()
    in_room: bool | None = None


@dataclass(frozen=True)
class Step:
    """A card. A step with `who` and `due` is an agreement: all three voices say yes, save those named otherwise."""

    title: str
    goal: str | None
    on: Day
    by: str = ME
    who: str | None = None
    due: Due = None
    status: Status = "wish"
    since: Day | None = None  # when it came to stand where it stands
    began: Day | None = None  # when a done step was begun
    words: str = ""
    how: str = ""
    waits: bool = False  # the citizen has not yet said yes
    no: tuple[str, ...] = ()
    not_yet: tuple[str, ...] = ()
    silent: tuple[str, ...] = ()
    carried: Carried | None = None
    learned: str = ""
    talk: tuple[Said, ...] = ()
    to: tuple[str, ...] = ()
    in_room: bool | None = None


@dataclass(frozen=True)
class Story:
    key: str
    name: str
    age: int
    line: str  # who they are, in one sentence for the page of demo people
    consultant: str
    began: Day
    dreams: tuple[tuple[Day, str], ...] = ()
    table: tuple[Friend | Helper, ...] = ()
    strengths: tuple[Strength, ...] = ()
    goals: tuple[Goal, ...] = ()
    steps: tuple[Step, ...] = ()
    protected: bool = False
    open_room: bool = False  # what the citizen lets the room see, unless the goal or step says otherwise


@dataclass(frozen=True)
class Written:
    """A message; `about` is the title of the card that it quotes, `brings` a file in backend/demo/files."""

    on: Day
    by: str
    words: str
    about: str = ""
    brings: str = ""


@dataclass(frozen=True)
class OwnArea:
    """An area of small steps of the citizen's own; `kept`: to themself."""

    name: str
    on: Day
    kept: bool = False
    to: tuple[str, ...] = ()


@dataclass(frozen=True)
class Noticed:
    """A small step; `area` is the name of one's own, or the code of one that all have."""

    area: str
    on: Day
    words: str = ""
    by: str = ME
    score: int | None = None
    in_room: bool = False


@dataclass(frozen=True)
class Tapped:
    """One tap and no words, every so many days from `first` to `last`; `scores` follow each other through that time."""

    area: str
    first: Day
    last: Day
    every: int
    scores: tuple[int, ...] = ()
