"""What this shell has set that is not meant for us: another Tavlen's settings, another Python's paths."""

import os

NOT_FOR_US = ("TAVLEN_", "PYTHON", "DJANGO_")


def environment() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if not name.startswith(NOT_FOR_US)}
