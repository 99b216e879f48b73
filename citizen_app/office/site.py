"""The site itself: Tavlen's own sign-in, one kind of colleague, and only addresses that make or change something."""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.contrib import admin
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver
from django.utils.translation import gettext_lazy as _

from backend.people.models import (
    AgendaTemplate,
    CallNow,
    ConsentText,
    ContactRule,
    CourseTemplate,
    IndicatorSet,
    MeetingKind,
    Organisation,
    Person,
    Principle,
    ReadyText,
    TargetGroup,
    Team,
)
from citizen_app.office.people import PersonAdmin
from citizen_app.office.settings import (
    AgendaAdmin,
    Arranged,
    CallNowAdmin,
    ConsentTextAdmin,
    ContactRuleAdmin,
    CourseTemplateAdmin,
    IndicatorSetAdmin,
    KindAdmin,
    PrincipleAdmin,
    ReadyTextAdmin,
    TeamAdmin,
)

View = Callable[..., Any]
# Django signs in, out and elsewhere by addresses of its own; ours are enough, and each that is not there is closed.
_NOT_OURS = {"login", "logout", "password_change", "password_change_done", "view_on_site", "autocomplete"}


class OfficeSite(admin.AdminSite):
    """For administrators. To everybody else none of its addresses is there."""

    site_header = site_title = _("Opsætning")
    index_title = _("Personer og regler")
    site_url = "/office/"
    final_catch_all_view = False

    def has_permission(self, request: HttpRequest) -> bool:
        return getattr(request.user, "staff_role", "") == "administrator"

    def admin_view(self, view: View, cacheable: bool = False) -> View:  # type: ignore[override]
        inner = super().admin_view(view, cacheable)

        def guarded(request: HttpRequest, *args: Any, **named: Any) -> HttpResponse:
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path(), settings.LOGIN_URL)
            if not self.has_permission(request):
                raise Http404
            return inner(request, *args, **named)  # type: ignore[no-any-return]

        return guarded

    def get_urls(self) -> list[URLPattern | URLResolver]:
        return [one for one in super().get_urls() if getattr(one, "name", "") not in _NOT_OURS]


office_site = OfficeSite(name="admin")
office_site.register(Person, PersonAdmin)
office_site.register(Team, TeamAdmin)
office_site.register(Organisation, Arranged)
office_site.register([TargetGroup, MeetingKind], KindAdmin)
office_site.register(Principle, PrincipleAdmin)
office_site.register(CallNow, CallNowAdmin)
office_site.register(ContactRule, ContactRuleAdmin)
office_site.register(AgendaTemplate, AgendaAdmin)
office_site.register(CourseTemplate, CourseTemplateAdmin)
office_site.register(IndicatorSet, IndicatorSetAdmin)
office_site.register(ReadyText, ReadyTextAdmin)
office_site.register(ConsentText, ConsentTextAdmin)
