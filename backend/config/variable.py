"""One setting of the operator: how it is read, and what it means."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Variable:
    """How one field of Environment is read."""

    default: str
    parse: Callable[[str], Any]
    meaning: str
    is_secret: bool = False
