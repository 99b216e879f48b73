"""The versions of what citizens say yes to: a new one is added, and none is ever changed."""

from django.db.models import Max

from backend.people.models import ConsentText


def add_version(text: ConsentText) -> None:
    """Keep a new text as the next version of its kind; from now on it is the one that is asked about."""
    newest = ConsentText.objects.filter(kind=text.kind).aggregate(newest=Max("version"))["newest"] or 0
    text.version = newest + 1
    text.save(force_insert=True)


def newest_texts() -> dict[str, ConsentText]:
    """The text of each kind that is asked about now; one query."""
    return {text.kind: text for text in ConsentText.objects.order_by("version")}


def newest_text(kind: str) -> ConsentText | None:
    """The one of this kind; none where the municipality has none."""
    return ConsentText.objects.filter(kind=kind).order_by("version").last()
