"""What the API takes: one union of all open commands, made from the commands, so that bounds live in one place."""

import dataclasses
import re
from collections.abc import Callable
from datetime import datetime
from typing import Annotated, Any, Literal, Union, get_type_hints
from uuid import UUID

from ninja import Schema
from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    ConfigDict,
    Field,
    TypeAdapter,
    ValidationError,
    WrapValidator,
)
from pydantic import create_model as make_model

from backend.plans import commands
from backend.plans.commands import Command
from citizen_app.sentences import what_is_wrong

MOST_CHANGES = 200
_ID_LIKE = re.compile(r"[0-9A-Za-z{}-]{1,64}", re.ASCII)


def _believable(said_at: datetime | None) -> datetime | None:
    """A phone whose clock has stopped loses its testimony, not its change."""
    return said_at if said_at and 1971 <= said_at.year <= 2100 else None


Confirmed = Literal["", "place"]  # the refusals that ask, and may be answered with yes
SaidAt = Annotated[AwareDatetime | None, AfterValidator(_believable)]


def _model_of(command: type[Command]) -> type[BaseModel]:
    """A command as JSON: its own fields, `kind`, and what the door wants to know of every change."""
    hints = get_type_hints(command, include_extras=True)
    fields: dict[str, Any] = {
        field.name: (hints[field.name], ... if field.default is dataclasses.MISSING else field.default)
        for field in dataclasses.fields(command)
    }
    return make_model(
        command.__name__,
        __config__=ConfigDict(extra="forbid"),
        __doc__=command.__doc__,
        kind=(Literal[command.kind], ...),  # type: ignore[arg-type]
        change_id=(UUID, ...),
        said_at=(SaidAt, None),
        confirmed=(Confirmed, ""),
        **fields,
    )


_MODELS = tuple(_model_of(commands.COMMANDS[kind]) for kind in sorted(commands.OPEN))
AnyChange = Annotated[Union[_MODELS], Field(discriminator="kind")]  # type: ignore[valid-type]  # noqa: UP007
_any_change: TypeAdapter[BaseModel] = TypeAdapter(AnyChange)


@dataclasses.dataclass(frozen=True, slots=True)
class Unreadable:
    """A change that could not be read, with the sentence that says why; the others in its envelope are unharmed."""

    change_id: str | None
    why: str


def _one_by_one(sent: Any, read: Callable[[Any], BaseModel]) -> BaseModel | Unreadable:
    try:
        return read(sent)
    except ValidationError as error:
        return Unreadable(_id_in(sent), what_is_wrong(error))


def _id_in(sent: Any) -> str | None:
    change_id = sent.get("change_id") if isinstance(sent, dict) else None
    return change_id if isinstance(change_id, str) and _ID_LIKE.fullmatch(change_id) else None


class Changes(Schema):
    """What a phone has waiting, in order."""

    model_config = ConfigDict(extra="forbid")

    device: UUID
    changes: Annotated[
        list[Annotated[AnyChange, WrapValidator(_one_by_one)]],
        Field(max_length=MOST_CHANGES),
    ]


def read_change(fields: dict[str, Any]) -> BaseModel:
    """One change from anywhere else, such as a form. Raises pydantic's ValidationError."""
    return _any_change.validate_python(fields)


def command_of(change: BaseModel) -> Command:
    """The command inside a change that could be read."""
    command = commands.COMMANDS[change.kind]  # type: ignore[attr-defined]
    return command(**{field.name: getattr(change, field.name) for field in dataclasses.fields(command)})


class Outcome(Schema):
    """What became of one change, in the order they were sent."""

    change_id: str | None
    status: Literal["accepted", "repeated", "refused"]
    number: int | None = Field(None, description="The plan's number as you count, unless refused.")
    why: str | None = Field(None, description="A sentence for the person, when refused.")
    code: str | None = None
    extra: dict[str, str] | None = Field(
        None, description="On a conflict: theirs, yours and field. On `place`: found, what looks like one."
    )


class Fragment(Schema):
    """One element to put in place by its id; `in` and `at` say where a card stands, `gone` that it is no more."""

    id: str
    html: str | None = None
    container: str | None = Field(None, alias="in")
    at: int | None = None
    gone: bool | None = None


class Frame(Schema):
    """What happened after `after` until `upto`, drawn once from the present; with `reload`, too much to tell."""

    after: int | None = None
    upto: int
    reload: bool | None = None
    fragments: list[Fragment] = []
    say: list[str] = []


class Reply(Frame):
    """The outcomes, and everything missed since `after`."""

    outcomes: list[Outcome]


class Kept(Schema):
    """It is on the disk; a message may name it."""

    kept: UUID


class Trouble(Schema):
    """Why not, in one sentence."""

    why: str
