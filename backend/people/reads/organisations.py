"""Where a professional may work: the municipality and its partners."""

from backend.people.models import Organisation


def read_workplaces() -> tuple[tuple[int, str], ...]:
    """Number and name of each, by name; one query."""
    return tuple(Organisation.objects.order_by("name").values_list("pk", "name"))
