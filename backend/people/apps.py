"""Who someone is."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PeopleConfig(AppConfig):
    name = "backend.people"
    label = "people"
    verbose_name = _("Personer og regler")
    default_auto_field = "django.db.models.BigAutoField"
