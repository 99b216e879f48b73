"""People in the admin: who works where and as what, and the citizens. Whom a citizen chose is none of its business."""

from typing import Any

from django import forms
from django.contrib import admin
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from backend.common.errors import Refused
from backend.people.closing import check_role, end_sessions_of
from backend.people.models import Person
from citizen_app import hub
from citizen_app.office.settings import Arranged

FIELDS = (
    "name", "first_name", "handle", "born", "staff_role", "organisation", "team", "phone", "hours", "email",
    "target_group", "is_active",
)  # fmt: skip
AT_WORK = ("organisation", "team", "hours")  # of a citizen nobody here reads where they come and when
LABELS = {
    "name": _("Navn"),
    "first_name": _("Fornavn"),
    "handle": _("Kendingsnavn"),
    "born": _("Fødselsår"),
    "staff_role": _("Rolle"),
    "organisation": _("Organisation"),
    "team": _("Hold"),
    "phone": _("Telefon"),
    "hours": _("Træffetid"),
    "email": _("E-mail"),
    "target_group": _("Målgruppe"),
    "is_active": _("Kan logge ind"),
}
_ROLES = (("", "–"), ("consultant", _("Konsulent")), ("leader", _("Teamleder")), ("administrator", _("Administrator")))


class PersonForm(forms.ModelForm):  # type: ignore[type-arg]
    """`by` is set by PersonAdmin: whoever is saving."""

    by = 0

    class Meta:
        model = Person
        fields = FIELDS
        labels = LABELS

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self.fields["staff_role"] = forms.ChoiceField(choices=_ROLES, required=False, label=LABELS["staff_role"])

    def clean(self) -> dict[str, Any]:
        told = super().clean() or {}
        person = Person(
            pk=self.instance.pk, is_active=told.get("is_active", True), staff_role=told.get("staff_role", "")
        )
        try:
            check_role(person, by=self.by)
        except Refused as refused:
            raise ValidationError(str(refused.why)) from None
        return told


class ByRole(admin.SimpleListFilter):
    title = LABELS["staff_role"]
    parameter_name = "role"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, Any]]:
        return list(_ROLES[1:])

    def queryset(self, request: HttpRequest, people: QuerySet[Person]) -> QuerySet[Person]:
        return people.filter(staff_role=self.value()) if self.value() else people


class ByDoor(admin.BooleanFieldListFilter):
    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        self.title = LABELS["is_active"]


class PersonAdmin(Arranged):
    form = PersonForm
    list_display = ("full_name", "role", "works_at", "may_sign_in")
    list_filter = (ByRole, "team", ("is_active", ByDoor))
    search_fields = ("name", "handle", "email")
    ordering = ("name",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Person]:
        """Colleagues, partners and citizens, and whoever was made here and is nothing yet; no supporter."""
        at_work = Q(organisation__isnull=False) | Q(own_plan__isnull=False) | Q(places__isnull=True)
        people = super().get_queryset(request).filter(~Q(staff_role="") | at_work).distinct()
        of_a_team = any(name.startswith("team") for name in request.GET)
        people = people.exclude(own_plan__isnull=False) if of_a_team else people
        return people.select_related("team", "organisation", "own_plan")

    def get_fieldsets(self, request: HttpRequest, obj: Any = None) -> Any:
        left_out = AT_WORK if obj and _is_citizen(obj) else ("target_group",)
        return [(None, {"fields": [field for field in FIELDS if field not in left_out]})]

    def get_form(self, request: HttpRequest, obj: Any = None, change: bool = False, **named: Any) -> Any:
        form = super().get_form(request, obj, change=change, **named)
        return type(form.__name__, (form,), {"by": request.user.pk})

    def save_model(self, request: HttpRequest, obj: Person, form: Any, change: bool) -> None:
        if not change:
            obj.set_unusable_password()
        super().save_model(request, obj, form, change)
        if not obj.is_active or "staff_role" in form.changed_data:  # what they were is over on every device of theirs
            for key in end_sessions_of(obj.pk):
                hub.session_ended(key)

    @admin.display(description=LABELS["name"], ordering="name")
    def full_name(self, person: Person) -> str:
        return person.name

    @admin.display(description=LABELS["staff_role"], ordering="staff_role")
    def role(self, person: Person) -> Any:
        return dict(_ROLES)[person.staff_role]

    @admin.display(description=LABELS["organisation"])
    def works_at(self, person: Person) -> str:
        return "" if _is_citizen(person) else ", ".join(str(one) for one in (person.team, person.organisation) if one)

    @admin.display(description=LABELS["is_active"], boolean=True, ordering="is_active")
    def may_sign_in(self, person: Person) -> bool:
        return person.is_active


def _is_citizen(person: Person) -> bool:
    return hasattr(person, "own_plan")
