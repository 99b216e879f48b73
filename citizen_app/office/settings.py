"""How organisations, teams and the municipality's settings look in the admin: added and changed, never deleted."""

from datetime import date
from typing import Any

from django.contrib import admin
from django.db.models import Model
from django.http import HttpRequest
from django.urls import URLPattern

from backend.common import clock
from backend.people.consent_texts import add_version
from backend.people.models import SAYS, AgendaLine, ConsentText, CourseLine, Indicator

_ADDRESSES = ("changelist", "add", "change", "history")


class Arranged(admin.ModelAdmin):  # type: ignore[type-arg]
    """Whoever is let into the site may add and change. What has been in use stays, for what refers to it."""

    actions = None
    list_per_page = 50

    def has_module_permission(self, request: HttpRequest) -> bool:
        return True

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return True

    def has_add_permission(self, request: HttpRequest) -> bool:
        return True

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return True

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def get_urls(self) -> list[URLPattern]:
        return [one for one in super().get_urls() if (one.name or "").endswith(_ADDRESSES)]


class TeamAdmin(Arranged):
    list_display = ("name", "organisation")
    list_filter = ("organisation",)


class KindAdmin(Arranged):
    list_display = ("name", "code", "law", "valid_from", "valid_until")


class PrincipleAdmin(Arranged):
    list_display = ("words", "place", "valid_from", "valid_until")


class CallNowAdmin(Arranged):
    list_display = ("name", "phone", "about", "place", "valid_from", "valid_until")


class ReadyTextAdmin(Arranged):
    list_display = ("name", "team", "place", "valid_from", "valid_until")
    list_filter = ("team",)


class ContactRuleAdmin(Arranged):
    list_display = ("target_group", "meeting_kind", "least", "within_days", "law", "valid_from", "valid_until")
    list_filter = ("target_group",)


class Within:
    """Rows on the page of what they belong to: who may open that may add and change them, and take none off."""

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return True

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return True

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return True

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class LineInline(Within, admin.TabularInline):  # type: ignore[type-arg]
    """Nothing refers to a line, so it may also be taken off: a meeting that is planned has its own copy."""

    model: type[Model] = AgendaLine
    extra = 3

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return True


class CourseLineInline(LineInline):
    """What was taken from it stands on the boards in its own right."""

    model = CourseLine


class CourseTemplateAdmin(Arranged):
    list_display = ("name", "code", "team", "place", "valid_from", "valid_until")
    list_filter = ("team",)
    inlines = (CourseLineInline,)


class IndicatorInline(Within, admin.StackedInline):  # type: ignore[type-arg]
    """Added and put right, never taken off: answers refer to it."""

    model = Indicator
    fields = ("code", *SAYS, "asked", "place")
    extra = 0


class IndicatorSetAdmin(Arranged):
    list_display = ("name", "code", "every_months", "place", "valid_from", "valid_until")
    inlines = (IndicatorInline,)


class AgendaAdmin(Arranged):
    list_display = ("meeting_kind", "team", "valid_from", "valid_until")
    list_filter = ("meeting_kind", "team")
    inlines = (LineInline,)


class ConsentTextAdmin(Arranged):
    """A wording that somebody may have said yes to is read, never changed: another one is the next version."""

    list_display = ("kind", "version", "day")
    list_filter = ("kind",)
    fields = ("kind", "da", "en")

    @admin.display(description=ConsentText._meta.get_field("made_at").verbose_name, ordering="made_at")
    def day(self, text: ConsentText) -> date:
        return clock.day_of(text.made_at)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return obj is None

    def save_model(self, request: HttpRequest, obj: ConsentText, form: Any, change: bool) -> None:
        add_version(obj)
