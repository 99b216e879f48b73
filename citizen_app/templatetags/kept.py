"""Parts that stand on every page and hang on little: drawn once."""

from typing import Any

from django import template
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from citizen_app.shelf import Shelf

register = template.Library()
_parts: Shelf[SafeString] = Shelf(room=1024 * 1024)


@register.simple_tag(takes_context=True)
def kept(context: dict[str, Any], part: str, *names: str) -> SafeString:
    """A part that hangs on these alone, and on the language: it is told nothing else of the page."""
    told = {name: context.get(name) for name in names}
    key = (part, get_language(), *told.values())
    drawn = _parts.take(key)
    if drawn is None:
        drawn = render_to_string(part, told)
        _parts.put(key, drawn, weight=len(drawn))
    return drawn
