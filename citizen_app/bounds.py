"""How long a text may be, asked of the command that will carry it: a field's `maxlength` is never another number."""

from functools import cache
from typing import Any, get_type_hints

from annotated_types import Len

from backend.plans import commands


@cache
def longest(command: type[Any], field: str) -> int:
    """The most characters that this command takes in this field. Raises LookupError for a field without a bound."""
    hint = get_type_hints(command, include_extras=True)[field]
    bound = next(bound for bound in getattr(hint, "__metadata__", ()) if isinstance(bound, Len))
    if bound.max_length is None:
        raise LookupError(f"{command.__name__}.{field} has no bound")
    return bound.max_length


TITLE = longest(commands.AddStep, "title")
LINE = longest(commands.AddGoal, "community")
SHORT = longest(commands.AddStep, "how")
LONG = longest(commands.AddStep, "words")
